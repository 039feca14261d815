"""What the tests of the dossier read with: the words of a block, blocks of a kind, a project told."""

import io
from datetime import datetime
from functools import cache

from hypothesis import strategies as st

from labdesk.dossier import blocks as b

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


def document(*blocks: b.Block, **more: object) -> b.Document:
    """A document of these blocks."""
    return b.Document("Un titre", blocks, MOMENT, **more)  # type: ignore[arg-type]


def journey(steps: int = 5, notes: int = 2, phases: tuple[int, ...] = (2, 3)) -> b.JourneyMap:
    """A journey whose every note says where it stands."""

    def cells(lane: str) -> tuple[tuple[b.Item, ...], ...]:
        return tuple(
            tuple(b.Item(f"{lane} {step + 1}.{note + 1} au guichet", "Constaté") for note in range(notes))
            for step in range(steps)
        )

    feelings = tuple(b.Feeling(step % 5 - 2, f"mot {step + 1}") for step in range(steps))
    return b.JourneyMap(
        "Demander une aide",
        tuple(b.Phase(f"Phase {place + 1}", count) for place, count in enumerate(phases)),
        tuple(f"Étape {step + 1}" for step in range(steps)),
        (
            b.Lane("Actions de l'usager", cells("action"), "sky"),
            b.CurveLane("Courbe des émotions", feelings),
            b.Lane("Coulisses", cells("coulisse"), "lilac", "Ligne de visibilité"),
        ),
        frozenset({1}),
        ("10 min",) * steps,
        anchor="parcours",
    )


def table(rows: int = 3) -> b.Table:
    """A budget."""
    lines = tuple(
        b.Row((b.Cell(b.runs(f"Poste {row + 1}")), b.Cell(b.runs("2")), b.Cell(b.runs("1 200 €"))))
        for row in range(rows)
    )
    total = b.Row((b.Cell(b.runs("Total"), span=2), b.Cell(b.runs("76 200 €"))), total=True)
    head = ("Poste", "Quantité", "Montant")
    return b.Table(head, (*lines, total), align=("left", "right", "right"), caption="Dépenses", note="TTC")


def every_block() -> b.Document:
    """Every kind of block once."""
    picture = b.Picture("photo", "Un guichet vide", "Le guichet, le 3 juin")
    boxes = (
        b.SheetBox("Énoncé", 0, 2, LONG, colour="sun"),
        b.SheetBox("Constats", 0, 1, items=(b.Item("un constat", "3 voix"), b.Item("un autre"))),
        b.SheetBox("Causes", 1, 1, items=(b.Item("une cause"),), ordered=True, picture=picture),
    )
    fields = (
        b.Field("Hypothèse", b.runs(LONG)),
        b.Field("Testeurs", b.runs("12 usagers")),
        b.Field("Résultat", b.runs("10 sur 12 ont compris"), tone="good"),
        b.Field("Enseignements", b.runs(LONG * 2), wide=True),
    )
    feelings = (b.Feeling(2, "confiant"), b.Feeling(None), b.Feeling(-2, "en colère"))
    words = (
        b.Run("Voir "),
        b.Run("le parcours", link="#parcours"),
        b.Run(", "),
        b.Run("le site", link="https://example.org/é?a=1"),
        b.Run(" et "),
        b.Run("rien", link="#nulle-part"),
        b.Run(" : 🙂 ☐ <img src=x> & co", strong=True, emphasis=True),
    )
    return document(
        b.Cover(
            "Un projet",
            "sous-titre",
            "Dossier",
            (("Porteur", "SGAR"),),
            ("Montant", "76 200 €"),
            ("Décision", "Financer"),
            "Projet",
            "pied",
            (picture,),
        ),
        b.Contents("Sommaire"),
        b.PageBreak(),
        b.Heading(1, "Synthèse", "synthese"),
        b.KeyFigures((b.KeyFigure("12", "situations", "entretiens"), b.KeyFigure("−38 %", "d'erreurs"))),
        b.Paragraph(words, "lead"),
        b.Heading(2, "Ce que nous demandons", badge="À vérifier"),
        b.Paragraph(b.runs(LONG * 6)),
        b.Bullets((b.runs("un"), b.runs(LONG))),
        b.Bullets((b.runs("premier"), b.runs("second")), ordered=True),
        b.Callout(b.runs(LONG), "quote", source="Nadia"),
        b.Callout(b.runs(LONG), "warning", "Point de vigilance"),
        b.Spacer(4),
        table(),
        b.Keep((b.Heading(3, "Photos"), b.Gallery((picture, b.Picture("autre", "Une autre"))))),
        picture,
        b.Picture("absente", "Rien", "Absente"),
        b.Curve(("S'informer", "Déposer", "Attendre"), feelings),
        b.PageBreak(landscape=True),
        b.Heading(1, "Parcours"),
        journey(),
        b.PageBreak(),
        b.Heading(1, "Problème"),
        b.SheetMap("Problème", 2, boxes, "probleme"),
        b.Card("Le courrier en clair", fields, "Prototype 1", "Adopté", "good", (picture,), "carte"),
        b.NoteHead("SGAR", "Dijon, le 22 novembre 2026", (("Objet", "Un projet"), ("P.J.", "1")), "Note"),
        b.Signature(("Accord", "Désaccord"), ("Date", "Visa"), "Décision"),
        watermark="projet",
        foot="Un pied de page",
        attachments=(b.Attachment("projet.json", "application/json", b"{}", "Le projet"),),
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
_run = st.builds(b.Run, texts, st.booleans(), st.booleans(), _links)
_runs = st.lists(_run, max_size=4).map(tuple)
_anchor = st.sampled_from(["", "a1", "a2"])
_level = st.integers(-1, 6)
_picture = st.builds(
    b.Picture,
    st.sampled_from(["photo", "autre", "absente"]),
    texts,
    texts,
    st.floats(10, 300),
    st.floats(10, 400),
)
_tone = st.sampled_from(["plain", "good", "warning", "bad", "quiet"])
_align = st.sampled_from(["left", "right", "centre"])
_item = st.builds(b.Item, texts, st.sampled_from(["", "3 voix"]))
_items = st.lists(_item, max_size=3).map(tuple)
_feeling = st.builds(b.Feeling, st.none() | st.integers(-4, 4), st.sampled_from(["", "soulagé", "x" * 40]))
_colour = st.sampled_from(["sky", "rose", "inconnue"])
_cell = st.builds(b.Cell, _runs, st.integers(0, 4), st.none() | _align, _tone)
_row = st.builds(b.Row, st.lists(_cell, max_size=5).map(tuple), st.booleans(), st.booleans())
_table = st.builds(
    b.Table,
    st.lists(texts, max_size=4).map(tuple),
    st.lists(_row, max_size=6).map(tuple),
    st.sampled_from([(), (1.0,), (1.0, 2.0, 0.5)]),
    st.lists(_align, max_size=6).map(tuple),
    texts,
    texts,
)
_lane = st.one_of(
    st.builds(
        b.Lane, texts, st.lists(_items, max_size=8).map(tuple), _colour, st.sampled_from(["", "Ligne"])
    ),
    st.builds(b.CurveLane, texts, st.lists(_feeling, max_size=8).map(tuple), st.sampled_from(["", "Ligne"])),
)
_journey = st.builds(
    b.JourneyMap,
    texts,
    st.lists(st.builds(b.Phase, texts, st.integers(0, 9)), max_size=4).map(tuple),
    st.lists(texts, max_size=14).map(tuple),
    st.lists(_lane, max_size=4).map(tuple),
    st.frozensets(st.integers(0, 9), max_size=3),
    st.lists(texts, max_size=3).map(tuple),
    _anchor,
)
_box = st.builds(
    b.SheetBox,
    texts,
    st.integers(0, 2),
    st.integers(1, 3),
    texts,
    _items,
    _colour,
    st.booleans(),
    st.none() | _picture,
)
_field = st.builds(b.Field, texts, _runs, st.booleans(), _tone)
_lines = st.lists(st.tuples(texts, texts), max_size=3).map(tuple)
_pictures = st.lists(_picture, max_size=4).map(tuple)
kept_blocks = st.one_of(
    st.builds(b.Paragraph, _runs, st.sampled_from(["body", "lead", "small", "label"]), _align),
    st.builds(b.Heading, _level, texts, _anchor, st.booleans(), st.sampled_from(["", "Vécu"])),
    st.builds(b.Bullets, st.lists(_runs, max_size=4).map(tuple), st.booleans()),
    _table,
    _picture,
    st.builds(b.Gallery, _pictures, st.integers(1, 3)),
    st.builds(b.Curve, st.lists(texts, max_size=5).map(tuple), st.lists(_feeling, max_size=5).map(tuple)),
    _journey,
    st.builds(b.SheetMap, texts, st.just(3), st.lists(_box, max_size=6).map(tuple), _anchor),
    st.builds(
        b.Card,
        texts,
        st.lists(_field, max_size=5).map(tuple),
        texts,
        st.sampled_from(["", "Adopté"]),
        _tone,
        _pictures,
        _anchor,
        _level,
    ),
    st.builds(b.KeyFigures, st.lists(st.builds(b.KeyFigure, texts, texts, texts), max_size=5).map(tuple)),
    st.builds(b.Callout, _runs, st.sampled_from(["quote", "finding", "takeaway", "warning"]), texts, texts),
    st.builds(b.NoteHead, texts, texts, _lines, texts),
    st.builds(
        b.Signature, st.lists(texts, max_size=4).map(tuple), st.lists(texts, max_size=3).map(tuple), texts
    ),
    st.builds(b.Spacer, st.floats(0, 400)),
)
blocks = st.one_of(
    kept_blocks,
    st.builds(b.Keep, st.lists(kept_blocks, max_size=3).map(tuple)),
    st.builds(b.PageBreak, st.booleans()),
    st.builds(b.Contents, texts),
    st.builds(
        b.Cover,
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
    b.Document,
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
