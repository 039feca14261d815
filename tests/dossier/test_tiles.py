"""A big sheet cut into small ones: enough of them, none too many, each point on the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.dossier.tiles import EDGE, OVERLAP, column_name, sheet_and_tile, sheet_size, tiled

SHEETS = st.sampled_from(["A0", "A1", "A2", "A3"])


def test_pieces_are_named_like_the_cells_of_a_spreadsheet() -> None:
    assert [column_name(place) for place in (0, 1, 25, 26, 27)] == ["A", "B", "Z", "AA", "AB"]
    assert tiled(1189, 841, "A4").piece(1, 2).name == "B3"


def test_an_a0_needs_twenty_five_sheets_of_a4_and_fifteen_of_a3() -> None:
    assert len(list(tiled(1189, 841, "A4").pieces())) == 25
    assert len(list(tiled(1189, 841, "A3").pieces())) == 15


@given(SHEETS, st.sampled_from(["A4", "A3"]), st.floats(0, 1), st.floats(0, 1))
def test_every_point_of_the_sheet_is_on_a_piece(sheet: str, tile: str, across: float, down: float) -> None:
    width, height = sheet_size(sheet)  # type: ignore[arg-type]
    x, y = across * width, down * height
    pieces = list(tiled(width, height, tile).pieces())  # type: ignore[arg-type]
    assert any(
        one.left - 1e-6 <= x <= one.left + one.width + 1e-6
        and one.top - 1e-6 <= y <= one.top + one.height + 1e-6
        for one in pieces
    )


@given(SHEETS, st.sampled_from(["A4", "A3"]))
def test_neighbours_share_the_band_where_they_are_glued(sheet: str, tile: str) -> None:
    tiling = tiled(*sheet_size(sheet), tile)  # type: ignore[arg-type]
    for piece in tiling.pieces():
        assert piece.width > 0
        assert piece.height > 0
        if piece.column + 1 < tiling.columns:
            right = tiling.piece(piece.column + 1, piece.row)
            assert piece.left + piece.width - right.left == pytest.approx(OVERLAP)
        assert piece.width + 2 * EDGE <= tiling.across + 1e-9


def test_papers_are_named_as_they_are_typed() -> None:
    assert sheet_and_tile("A3") == ("A3", None)
    assert sheet_and_tile("A0/A4") == ("A0", "A4")
    for wrong in ("A5", "A4/A3", "A0/A0", "A0/A2"):
        with pytest.raises(ValueError, match=wrong):
            sheet_and_tile(wrong)
