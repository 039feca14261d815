"""Where data lives: portable beside the program, else where the system keeps a person's data."""

import sys
from pathlib import Path

import pytest

from labdesk import places


@pytest.fixture
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LABDESK_DATA", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)


def test_what_ships_is_found_beside_the_package() -> None:
    assert (places.resources() / "canvases" / "journey.toml").is_file()
    assert (places.resources() / "funding" / "generic.toml").is_file()


def test_a_chosen_folder_wins_and_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABDESK_DATA", str(tmp_path / "a" / "b"))
    assert places.data() == tmp_path / "a" / "b"
    assert places.data().is_dir()
    assert places.own_canvases() == places.data() / "canvases"
    assert places.own_funding() == places.data() / "funding"


@pytest.mark.usefixtures("nothing_said")
def test_each_system_keeps_data_where_it_is_used_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert places.data() == tmp_path / "xdg" / "labdesk"
    monkeypatch.setattr(sys, "platform", "win32")
    assert places.data() == tmp_path / "local" / "LabDesk"


@pytest.mark.usefixtures("nothing_said")
def test_without_any_variable_data_is_in_the_person_s_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert places.data() == tmp_path / ".local" / "share" / "labdesk"


@pytest.mark.parametrize("marked", ["cle/LabDesk", "cle"])
def test_a_file_named_portable_keeps_everything_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marked: str
) -> None:
    """Scenario 2: « Mon poste est verrouillé. » It runs from a USB key and leaves nothing on the laptop."""
    program = tmp_path / "cle" / "LabDesk" / "labdesk.exe"
    program.parent.mkdir(parents=True)
    (tmp_path / marked / "portable").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert places.data() == tmp_path / marked / "donnees"


def test_a_frozen_program_finds_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "canvases").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    places.resources.cache_clear()
    try:
        assert places.resources() == tmp_path / "resources"
    finally:
        places.resources.cache_clear()
