"""Drawn blocks told in the few words of a word processor."""

from labdesk.dossier.blocks import Keep
from labdesk.dossier.drawn_blocks import (
    Curve,
    CurveLane,
    Feeling,
    Item,
    JourneyMap,
    Lane,
    Phase,
    SheetBox,
    SheetMap,
)
from labdesk.dossier.flat import STEPS_ACROSS, Flat, flattened
from labdesk.dossier.labelled_blocks import Card, Field, Signature
from labdesk.dossier.text_blocks import Bullets, Heading, Paragraph, Table, runs

MAP = JourneyMap(
    "Parcours",
    (Phase("Avant", 6), Phase("Après", 1)),
    tuple(f"étape {n}" for n in range(1, 8)),
    (
        Lane("Actions", tuple((Item(f"action {n}", "2 voix"),) for n in range(1, 8))),
        Lane("Vide", ((),) * 7),
        CurveLane("Courbe", tuple(Feeling(n % 3 - 1, f"mot {n}") for n in range(1, 8))),
    ),
    key=frozenset({2}),
)


def told(block: Flat) -> str:
    if isinstance(block, Table):
        cells = [cell.runs for row in block.rows for cell in row.cells]
        return " ".join((block.caption, *block.head, *("".join(r.text for r in c) for c in cells)))
    if isinstance(block, Bullets):
        return " ".join("".join(r.text for r in item) for item in block.items)
    if isinstance(block, Paragraph):
        return "".join(run.text for run in block.runs)
    return getattr(block, "text", "")


def test_a_journey_becomes_tables_of_a_few_steps_phase_by_phase() -> None:
    tables = [block for block in flattened((MAP,)) if isinstance(block, Table)]
    assert [table.caption for table in tables] == ["Avant", "Avant", "Après"]
    assert all(len(table.head) <= STEPS_ACROSS + 1 for table in tables)
    words = " ".join(told(table) for table in tables)
    for n in range(1, 8):
        assert f"{n}. étape {n}" in words
        assert f"action {n} (2 voix)" in words
        assert f"mot {n}" in words
    assert "(moment clé)" in words
    assert "Vide" not in words


def test_a_sheet_a_card_and_a_curve_keep_all_their_words() -> None:
    blocks = (
        SheetMap("Problème", 4, (SheetBox("Constats", text="63 jours", items=(Item("sept visas"),)),)),
        Card("Kit", (Field("Hypothèse", runs("suffit")),), kicker="Prototype 1", badge="Confirmée"),
        Curve(("un",), (Feeling(-2, "seule"),)),
        Signature(("Accord",), ("Date",), "Visa"),
    )
    words = " ".join(told(block) for block in flattened(blocks))
    for word in (
        "Problème",
        "Constats",
        "63 jours",
        "sept visas",
        "Kit",
        "Hypothèse",
        "suffit",
        "Prototype 1",
        "Confirmée",
    ):
        assert word in words
    assert "seule" in words
    assert "☐ Accord" in words


def test_no_level_of_heading_is_skipped() -> None:
    blocks = (Heading(2, "a"), Keep((Heading(4, "b"),)), Heading(1, "c"), Heading(3, "d"))
    levels = [block.level for block in flattened(blocks) if isinstance(block, Heading)]
    assert levels == [1, 2, 1, 2]
