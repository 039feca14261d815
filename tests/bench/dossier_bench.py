"""A dossier of about 37 pages (3 maps, 30 cards, 20 photos) beside ReportLab’s bare lines on as many."""

import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from labdesk.dossier import pdf
from labdesk.dossier.blocks import Block, PageBreak
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import CurveLane, Feeling, Gallery, Item, JourneyMap, Lane, Phase, Picture
from labdesk.dossier.labelled_blocks import Card, Cover, Field
from labdesk.dossier.text_blocks import Bullets, Cell, Contents, Heading, Paragraph, Row, Runs, Table, runs
from tests.bench import references

ROUNDS = 9
SENTENCES = (
    "Nous avons observé douze situations réelles entre mars et juin ; dans neuf d'entre elles, la demande a "
    "été interrompue au moment du téléversement des justificatifs.",
    "L'équipe propose de remplacer le courrier de relance par un message court, rédigé en langage clair, qui "
    "nomme la pièce manquante et la personne à contacter.",
    "Les agents rencontrés soulignent que la même information est saisie trois fois : par l'usager, à "
    "l'accueil, au service instructeur.",
    "Ce que les usagers apprécient le plus est d'être rappelés à une heure choisie.",
)


def run() -> None:
    """Print times and memory of both, and their ratios."""
    document = dossier()
    read = photos().__getitem__
    found = pdf.write(document, read)
    others = iter([dossier(seed) for seed in range(ROUNDS)])  # a text is never the same twice
    warm = _median(lambda: pdf.write(next(others), read))
    bare = _median(lambda: bare_text(found.pages))
    print(f"{found.pages} pages, {len(found.data) / 1e6:.1f} MB")
    print(f"warm:          {warm:.3f} s   bare text {bare:.3f} s   ratio {warm / bare:.1f}")
    whole, peak = _process("whole", found.pages)
    alone, least = _process("bare", found.pages)
    print(f"whole process: {whole:.3f} s   bare text {alone:.3f} s   ratio {whole / alone:.1f}")
    print(f"peak memory:   {peak:.0f} MB     bare text {least:.0f} MB     {peak - least:+.0f} MB")
    for name, reference in (("soffice", references.office), ("typst", references.typst)):
        other = reference(document, read)
        if other is None:
            print(f"{name:14} not installed here")
        else:
            seconds, held = other
            print(
                f"{name:14} {seconds:.2f} s, {held:.0f} MB: {seconds / whole:.1f} times our time, "
                f"{held / peak:.1f} times our memory"
            )
    few, many = prose(200), prose(1600)
    short, long = (pdf.write(one, read).pages for one in (few, many))
    single = _median(lambda: pdf.write(few, read), 5) / short
    double = _median(lambda: pdf.write(many, read), 5) / long
    print(f"growth:        a page among {long} takes {double / single:.2f} times a page among {short}")


def _median(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _process(what: str, pages: int) -> tuple[float, float]:
    """Seconds and peak memory (MB) of a process that writes one file, photos already prepared."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in photos().items():
            Path(folder, name).write_bytes(data)
        times, peaks = [], []
        for _round in range(5):
            start = time.perf_counter()
            said = subprocess.run(
                [sys.executable, "-m", "tests.bench.dossier_bench", what, str(pages), folder],
                capture_output=True,
                text=True,
                check=True,
            )
            times.append(time.perf_counter() - start)
            peaks.append(float(said.stdout))
    return statistics.median(times), statistics.median(peaks)


def _peak() -> float:
    """The most memory this process held, in MB; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def bare_text(pages: int) -> bytes:
    """As many pages of bare lines, as ReportLab writes them by itself."""
    from reportlab.pdfgen.canvas import Canvas

    kept = io.BytesIO()
    canvas = Canvas(kept)
    for _page in range(pages):
        for line in range(48):
            canvas.drawString(57, 780 - 15 * line, SENTENCES[line % 4][:95])
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


@cache
def photos() -> dict[str, bytes]:
    """Twenty photos of 1,200 × 800 pixels, prepared for paper as a project does when they enter it. They are
    grainier than any real one: each takes all the bytes a print may have."""
    from PIL import Image

    from labdesk.store.photos import prepare

    found = {}
    for number in range(20):
        noise = Image.effect_noise((300, 200), 90).resize((1200, 800))
        tint = Image.new("L", (1200, 800), 40 + 9 * number)
        kept = io.BytesIO()
        Image.merge("RGB", (noise, tint, noise)).save(kept, "JPEG", quality=82)
        found[f"p{number}"] = prepare(kept.getvalue(), f"p{number}.jpg").print
    return found


def prose(paragraphs: int) -> Document:
    """Paragraphs of text only."""
    text = " ".join(SENTENCES)
    made = tuple(Paragraph(runs(f"{n} {text}")) for n in range(paragraphs))
    return Document("Texte", made, datetime(2026, 11, 22))


def dossier(seed: int = 37) -> Document:
    """The dossier of the figures in docs/decisions, its words drawn by lot."""
    chance = random.Random(seed)

    def words(count: int) -> Runs:
        return runs(" ".join(f"{chance.choice(SENTENCES)} ({chance.random():.6f})" for _ in range(count)))

    blocks: list[Block] = [
        Cover("Un projet", amount=("Montant demandé", "76 200 €")),
        Contents("Sommaire"),
    ]
    for chapter in range(1, 6):
        blocks += [PageBreak(), Heading(1, f"Partie {chapter}")]
        for section in range(2):
            blocks += [Heading(2, f"Section {section + 1}"), *(Paragraph(words(5)) for _ in range(5))]
        blocks += [Bullets(tuple(words(1) for _ in range(4))), _budget()]
    for number in range(3):
        blocks += [PageBreak(landscape=True), Heading(1, f"Parcours {number + 1}"), _journey(chance)]
    blocks += [PageBreak(), Heading(1, "Prototypes")]
    blocks += [_card(number, words) for number in range(1, 31)]
    blocks += [
        Heading(1, "Photographies"),
        *(Gallery((_photo(n), _photo(n + 1))) for n in range(10, 20, 2)),
    ]
    return Document("Dossier", tuple(blocks), datetime(2026, 11, 22), "Le laboratoire", foot="Dossier")


def _photo(number: int) -> Picture:
    return Picture(f"p{number}", f"Photo {number}", f"Atelier, photo {number}")


def _budget() -> Table:
    cells = ("Animation d'ateliers", "12", "850 €", "10 200 €")
    rows = tuple(Row(tuple(Cell(runs(cell)) for cell in cells)) for _ in range(8))
    return Table(("Poste", "Quantité", "Coût", "Total"), rows, align=("left", "right", "right", "right"))


def _journey(chance: random.Random) -> JourneyMap:
    def cell() -> tuple[Item, ...]:
        return tuple(
            Item(chance.choice(SENTENCES)[: chance.randrange(18, 60)]) for _ in range(chance.randrange(1, 3))
        )

    lanes = [Lane(f"Ligne {n}", tuple(cell() for _ in range(7)), "sky") for n in range(4)]
    feelings = tuple(Feeling(chance.randrange(-2, 3), "soulagé") for _ in range(7))
    phases = (Phase("Avant", 2), Phase("Pendant", 3), Phase("Après", 2))
    steps = tuple(f"Étape {n}" for n in range(1, 8))
    return JourneyMap("Parcours", phases, steps, (lanes[0], CurveLane("Émotions", feelings), *lanes[1:]))


def _card(number: int, words: Callable[[int], Runs]) -> Card:
    labels = ("Hypothèse", "Ce que nous avons testé", "Enseignements")
    fields = [Field(label, words(1)) for label in labels]
    short = [
        ("Critère", "8 sur 10"),
        ("Testeurs", "12 usagers"),
        ("Résultat", "10 sur 12"),
        ("Décision", "Adopter"),
    ]
    fields += [Field(label, runs(text)) for label, text in short]
    pictures = (_photo(number),) if number < 11 else ()
    return Card("le courrier en clair", tuple(fields), f"Prototype {number}", "Adopté", "good", pictures)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare_text(int(sys.argv[2]))
    else:
        folder = Path(sys.argv[3])
        pdf.write(dossier(), lambda sha: (folder / sha).read_bytes(), folder / "dossier.pdf")
    print(_peak())
