"""What the tests of the dossier read with: the words of a block, blocks of a kind, a project told."""

import io
from datetime import datetime
from functools import cache

from hypothesis import strategies as st

from labdesk.dossier.blocks import Block, Keep, PageBreak, Retold, Spacer
from labdesk.dossier.documents import Attachment, Document
from labdesk.dossier.drawn_blocks import (
    Curve,
    CurveLane,
    Feeling,
    Gallery,
    Item,
    JourneyMap,
    Lane,
    Phase,
    Picture,
    PlanBars,
    SheetBox,
    SheetMap,
)
from labdesk.dossier.labelled_blocks import Card, Cover, Field, NoteHead, Signature
from labdesk.dossier.text_blocks import (
    Bullets,
    Callout,
    Cell,
    Contents,
    Heading,
    KeyFigure,
    KeyFigures,
    PageReference,
    Paragraph,
    Row,
    Run,
    Table,
    runs,
)

MOMENT = datetime(2026, 11, 22, 17, 0)
LONG = (
    "Nous avons observé douze situations réelles entre mars et juin ; dans neuf d'entre elles, la demande a "
    "été interrompue au moment du téléversement des justificatifs. "
)


@cache
def photo(name: str) -> bytes:
    """A small JPEG, wide or upright, of a colour of its own; KeyError for « absente »."""
    from PIL import Image

    if name == "absente":
        raise KeyError(name)
    seed = sum(name.encode())
    size = (120, 80) if seed % 2 else (80, 140)
    kept = io.BytesIO()
    Image.new("RGB", size, (seed * 7 % 256, seed * 3 % 256, 140)).save(kept, "JPEG")
    return kept.getvalue()


def document(*blocks: Block, **more: object) -> Document:
    """A document of these blocks."""
    return Document("Un titre", blocks, MOMENT, **more)  # type: ignore[arg-type]


def journey(steps: int = 5, notes: int = 2, phases: tuple[int, ...] = (2, 3)) -> JourneyMap:
    """A journey whose every note says where it stands."""

    def cells(lane: str) -> tuple[tuple[Item, ...], ...]:
        return tuple(
            tuple(Item(f"{lane} {step + 1}.{note + 1} au guichet", "Constaté") for note in range(notes))
            for step in range(steps)
        )

    feelings = tuple(Feeling(step % 5 - 2, f"mot {step + 1}") for step in range(steps))
    return JourneyMap(
        "Demander une aide",
        tuple(Phase(f"Phase {place + 1}", count) for place, count in enumerate(phases)),
        tuple(f"Étape {step + 1}" for step in range(steps)),
        (
            Lane("Actions de l'usager", cells("action"), "sky"),
            CurveLane("Courbe des émotions", feelings),
            Lane("Coulisses", cells("coulisse"), "lilac", "Ligne de visibilité"),
        ),
        frozenset({1}),
        ("10 min",) * steps,
        anchor="parcours",
    )


def table(rows: int = 3) -> Table:
    """A budget."""
    lines = tuple(
        Row((Cell(runs(f"Poste {row + 1}")), Cell(runs("2")), Cell(runs("1 200 €")))) for row in range(rows)
    )
    total = Row((Cell(runs("Total"), span=2), Cell(runs("76 200 €"))), total=True)
    head = ("Poste", "Quantité", "Montant")
    return Table(head, (*lines, total), align=("left", "right", "right"), caption="Dépenses", note="TTC")


PICTURE = Picture("photo", "Un guichet vide", "Le guichet, le 3 juin")


def every_block() -> Document:
    """Every kind of block once."""
    return document(
        *_opening(),
        *_words(),
        *_seen(),
        PageBreak(landscape=True),
        Heading(1, "Parcours"),
        PageReference("Le même en phrases", "phrases"),
        journey(),
        PageBreak(),
        *_labelled(),
        Retold((Heading(1, "En phrases", "phrases"), Paragraph(runs(LONG))), "parcours"),
        watermark="projet",
        foot="Un pied de page",
        attachments=(Attachment("projet.json", "application/json", b"{}", "Le projet"),),
    )


def _opening() -> tuple[Block, ...]:
    """A cover and the contents."""
    cover = Cover(
        "Un projet",
        "sous-titre",
        "Dossier",
        (("Porteur", "SGAR"),),
        ("Montant", "76 200 €"),
        ("Décision", "Financer"),
        "Projet",
        "pied",
        (PICTURE,),
    )
    return cover, Contents("Sommaire"), PageBreak()


def _words() -> tuple[Block, ...]:
    """Titles, texts with links and signs, lists, what stands out, a table."""
    words = (
        Run("Voir "),
        Run("le parcours", link="#parcours"),
        Run(", "),
        Run("le site", link="https://example.org/é?a=1"),
        Run(" et "),
        Run("rien", link="#nulle-part"),
        Run(" : 🙂 ☐ <img src=x> & co", strong=True, emphasis=True),
    )
    return (
        Heading(1, "Synthèse", "synthese"),
        KeyFigures((KeyFigure("12", "situations", "entretiens"), KeyFigure("−38 %", "d'erreurs"))),
        Paragraph(words, "lead"),
        Heading(2, "Ce que nous demandons", badge="À vérifier"),
        Paragraph(runs(LONG * 6)),
        Bullets((runs("un"), runs(LONG))),
        Bullets((runs("premier"), runs("second")), ordered=True),
        Callout(runs(LONG), "quote", source="Nadia"),
        Callout(runs(LONG), "warning", "Point de vigilance"),
        Spacer(4),
        table(),
    )


def _seen() -> tuple[Block, ...]:
    """Pictures, one of them missing; a curve; a plan in bars."""
    feelings = (Feeling(2, "confiant"), Feeling(None), Feeling(-2, "en colère"))
    return (
        Keep((Heading(3, "Photos"), Gallery((PICTURE, Picture("autre", "Une autre"))))),
        PICTURE,
        Picture("absente", "Rien", "Absente"),
        Curve(("S'informer", "Déposer", "Attendre"), feelings),
        PlanBars(
            (("Dépenses", (("Salaires", 9_000_000), ("Salle", 50_000))), ("Ressources", (("Fonds", 1),)))
        ),
    )


def _labelled() -> tuple[Block, ...]:
    """A sheet in boxes, a card, the head and the foot of a note."""
    boxes = (
        SheetBox("Énoncé", 0, 2, LONG, colour="sun"),
        SheetBox("Constats", 0, 1, items=(Item("un constat", "3 voix"), Item("un autre"))),
        SheetBox("Causes", 1, 1, items=(Item("une cause"),), ordered=True, picture=PICTURE),
    )
    fields = (
        Field("Hypothèse", runs(LONG)),
        Field("Testeurs", runs("12 usagers")),
        Field("Résultat", runs("10 sur 12 ont compris"), tone="good"),
        Field("Enseignements", runs(LONG * 2), wide=True),
    )
    return (
        Heading(1, "Problème"),
        SheetMap("Problème", 2, boxes, "probleme"),
        Card("Le courrier en clair", fields, "Prototype 1", "Adopté", "good", (PICTURE,), "carte"),
        NoteHead("SGAR", "Dijon, le 22 novembre 2026", (("Objet", "Un projet"), ("P.J.", "1")), "Note"),
        Signature(("Accord", "Désaccord"), ("Date", "Visa"), "Décision"),
    )


# -- random documents
_LETTERS = st.characters(exclude_categories=["Cs"])
texts = st.one_of(
    st.text(_LETTERS, max_size=60),
    st.lists(
        st.sampled_from(
            [
                "un",
                "usager",
                "anticonstitutionnellement",
                "76 200 €",
                "« oui »",
                ";",
                "\n",
                "<b>",
                "été",
                "🙂",
                "שלום",
                "x" * 90,
            ]
        ),
        max_size=40,
    ).map(" ".join),
)
_links = st.sampled_from(
    ["", "", "#a1", "#titre-1", "#nulle-part", "https://example.org/à b", "javascript:alert(1)"]
)
_run = st.builds(Run, texts, st.booleans(), st.booleans(), _links)
_runs = st.lists(_run, max_size=4).map(tuple)
_anchor = st.sampled_from(["", "a1", "a2"])
_level = st.integers(-1, 6)
_picture = st.builds(
    Picture,
    st.sampled_from(["photo", "autre", "absente"]),
    texts,
    texts,
    st.floats(10, 300),
    st.floats(10, 400),
)
_tone = st.sampled_from(["plain", "good", "warning", "bad", "quiet"])
_align = st.sampled_from(["left", "right", "centre"])
_item = st.builds(Item, texts, st.sampled_from(["", "3 voix"]))
_items = st.lists(_item, max_size=3).map(tuple)
_feeling = st.builds(Feeling, st.none() | st.integers(-4, 4), st.sampled_from(["", "soulagé", "x" * 40]))
_colour = st.sampled_from(["sky", "rose", "inconnue"])
_cell = st.builds(Cell, _runs, st.integers(0, 4), st.none() | _align, _tone)
_row = st.builds(Row, st.lists(_cell, max_size=5).map(tuple), st.booleans(), st.booleans())
_table = st.builds(
    Table,
    st.lists(texts, max_size=4).map(tuple),
    st.lists(_row, max_size=6).map(tuple),
    st.sampled_from([(), (1.0,), (1.0, 2.0, 0.5)]),
    st.lists(_align, max_size=6).map(tuple),
    texts,
    texts,
)
_lane = st.one_of(
    st.builds(Lane, texts, st.lists(_items, max_size=8).map(tuple), _colour, st.sampled_from(["", "Ligne"])),
    st.builds(CurveLane, texts, st.lists(_feeling, max_size=8).map(tuple), st.sampled_from(["", "Ligne"])),
)
_journey = st.builds(
    JourneyMap,
    texts,
    st.lists(st.builds(Phase, texts, st.integers(0, 9)), max_size=4).map(tuple),
    st.lists(texts, max_size=14).map(tuple),
    st.lists(_lane, max_size=4).map(tuple),
    st.frozensets(st.integers(0, 9), max_size=3),
    st.lists(texts, max_size=3).map(tuple),
    _anchor,
)
_box = st.builds(
    SheetBox,
    texts,
    st.integers(0, 2),
    st.integers(1, 3),
    texts,
    _items,
    _colour,
    st.booleans(),
    st.none() | _picture,
)
_field = st.builds(Field, texts, _runs, st.booleans(), _tone)
_lines = st.lists(st.tuples(texts, texts), max_size=3).map(tuple)
_parts = st.lists(st.tuples(texts, st.integers(1, 10**12)), max_size=12).map(tuple)
_pictures = st.lists(_picture, max_size=4).map(tuple)
kept_blocks = st.one_of(
    st.builds(Paragraph, _runs, st.sampled_from(["body", "lead", "small", "label"]), _align),
    st.builds(Heading, _level, texts, _anchor, st.booleans(), st.sampled_from(["", "Vécu"])),
    st.builds(Bullets, st.lists(_runs, max_size=4).map(tuple), st.booleans()),
    _table,
    _picture,
    st.builds(Gallery, _pictures, st.integers(1, 3)),
    st.builds(Curve, st.lists(texts, max_size=5).map(tuple), st.lists(_feeling, max_size=5).map(tuple)),
    _journey,
    st.builds(SheetMap, texts, st.just(3), st.lists(_box, max_size=6).map(tuple), _anchor),
    st.builds(
        Card,
        texts,
        st.lists(_field, max_size=5).map(tuple),
        texts,
        st.sampled_from(["", "Adopté"]),
        _tone,
        _pictures,
        _anchor,
        _level,
    ),
    st.builds(KeyFigures, st.lists(st.builds(KeyFigure, texts, texts, texts), max_size=5).map(tuple)),
    st.builds(Callout, _runs, st.sampled_from(["quote", "finding", "takeaway", "warning"]), texts, texts),
    st.builds(NoteHead, texts, texts, _lines, texts),
    st.builds(
        Signature, st.lists(texts, max_size=4).map(tuple), st.lists(texts, max_size=3).map(tuple), texts
    ),
    st.builds(Spacer, st.floats(0, 400)),
    st.builds(PageReference, texts, st.sampled_from(["a1", "nulle-part", ""])),
    st.builds(PlanBars, st.lists(st.tuples(texts, _parts), max_size=3).map(tuple)),
)
blocks = st.one_of(
    kept_blocks,
    st.builds(Keep, st.lists(kept_blocks, max_size=3).map(tuple)),
    st.builds(PageBreak, st.booleans()),
    st.builds(Contents, texts),
    st.builds(
        Cover,
        texts,
        texts,
        texts,
        _lines,
        st.tuples(texts, texts),
        st.tuples(texts, texts),
        st.sampled_from(["", "Projet"]),
        texts,
        _pictures,
    ),
)
documents = st.builds(
    Document,
    texts,
    st.lists(blocks, max_size=7).map(tuple),
    st.just(MOMENT),
    author=texts,
    subject=texts,
    lang=st.sampled_from(["fr", "en"]),
    keywords=texts,
    watermark=st.sampled_from(["", "projet", "une très longue marque de brouillon"]),
    foot=texts,
    page_limit=st.none() | st.integers(1, 3),
    paper=st.sampled_from(["A4", "A4", "A3"]),
)
