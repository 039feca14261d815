"""What the projection remembers on this laptop, and what it does with a file that makes no sense."""

from datetime import datetime, timedelta
from pathlib import Path

from labdesk.ui.stage.memory import Memory

NOW = datetime(2027, 3, 9, 14, 30)
PATH = Path("atelier.labdesk")


def test_where_a_project_was_left_is_found_again_the_same_day() -> None:
    memory = Memory()
    memory.of(PATH).enter("ligne", NOW)
    memory.of(PATH).notes["ligne"] = "Relancer la table 2"
    memory.save()
    again = Memory().of(PATH)
    assert again.under_way(NOW)
    assert again.hours(NOW) == {"ligne": NOW}
    assert again.notes == {"ligne": "Relancer la table 2"}
    assert not again.under_way(NOW + timedelta(days=1))


def test_a_sequence_that_is_entered_twice_began_the_first_time() -> None:
    left = Memory().of(PATH)
    left.enter("a", NOW)
    left.enter("a", NOW + timedelta(minutes=9))
    assert left.hours(NOW)["a"] == NOW


def test_a_file_that_makes_no_sense_is_a_first_day(own_data_folder: Path) -> None:
    for text in ("", "[1]", '{"timer": 4, "projects": {"a": 3}}', '{"timer": {"total": "x"}}'):
        (own_data_folder / "projection.json").write_text(text, "utf-8")
        memory = Memory()
        assert not memory.countdown.stands
        assert memory.of(PATH).line == ""
