"""The columns of a table share what room there is."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.ui.dossier.column_widths import shared

COLUMNS = st.lists(st.tuples(st.integers(1, 600), st.integers(1, 600)), min_size=1, max_size=14)


def test_columns_that_fit_keep_what_they_want() -> None:
    assert shared([300, 200], [100, 100], 500) == [300, 200]


def test_what_is_missing_is_taken_from_those_that_can_give() -> None:
    assert shared([400, 300, 100], [200, 200, 100], 500) == [200, 200, 100]
    assert shared([400, 300, 100], [200, 200, 100], 650) == [300, 250, 100]


def test_no_column_cuts_a_word_to_spare_a_person_the_scrolling() -> None:
    assert shared([400, 300], [350, 200], 100) == [350, 200]


@given(COLUMNS, st.integers(0, 3000))
def test_the_room_is_filled_to_the_pixel_and_never_passed_when_all_can_fit(
    columns: list[tuple[int, int]], room: int
) -> None:
    wanted, least = [want for want, _need in columns], [need for _want, need in columns]
    widths = shared(wanted, least, room)
    assert all(
        min(want, need) <= width <= want for want, need, width in zip(wanted, least, widths, strict=True)
    )
    tightest = sum(min(want, need) for want, need in columns)
    assert sum(widths) == max(min(sum(wanted), room), tightest)
