"""Settings: kept whole, and never a reason not to start."""

from pathlib import Path

import pytest

from labdesk.ui.settings import Settings, load_settings


def test_what_was_chosen_is_found_again() -> None:
    Settings(theme="contrast", scale=1.5, rail=True, tables={"/a": "Table 3"}).save()
    found = load_settings()
    assert (found.theme, found.scale, found.rail, found.tables) == ("contrast", 1.5, True, {"/a": "Table 3"})


@pytest.mark.parametrize("content", ["", "{", "[1]", "null", '{"theme": 3}', '{"scale": "x"}', "\x00\xff"])
def test_a_file_that_makes_no_sense_gives_the_first_values(own_data_folder: Path, content: str) -> None:
    (own_data_folder / "settings.json").write_text(content, "utf-8")
    assert load_settings() == Settings()


def test_one_wrong_choice_does_not_lose_the_others(own_data_folder: Path) -> None:
    (own_data_folder / "settings.json").write_text(
        '{"theme": "contrast", "scale": 9, "unknown": 1, "tables": {"a": 3}}', "utf-8"
    )
    assert load_settings() == Settings(theme="contrast")


def test_a_folder_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    assert Settings(folder=str(tmp_path)).project_folder() == tmp_path
    assert Settings(folder=str(tmp_path / "gone")).project_folder() == Path.home()
