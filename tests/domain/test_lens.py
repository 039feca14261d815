"""How far a projected text is read, and what a lens is."""

import pytest

from labdesk.domain.lens import HIGH, LEAST, Lens, readable_to


def test_the_least_text_on_an_image_two_metres_wide_is_read_at_eight_metres() -> None:
    assert readable_to(49, 1920, 2.0) == pytest.approx(8.0, abs=0.1)
    assert LEAST / HIGH >= 0.045


def test_without_the_width_of_the_image_nothing_is_promised() -> None:
    assert readable_to(49, 0, 2.0) == 0


def test_a_cell_is_one_step_of_one_lane() -> None:
    assert Lens("grid", "c", ("s",), ("l",)).is_cell
    assert not Lens("grid", "c", ("s", "t"), ("l",)).is_cell
