"""Where the tables were prepared is remembered by project, and never more than a convenience."""

from pathlib import Path

import pytest

from labdesk.ui.workshop.prepared_folder import KEPT, keep_prepared_folder, prepared_folder


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A laptop that prepared nothing yet."""
    monkeypatch.setenv("LABDESK_DATA", str(tmp_path))
    return tmp_path


def test_the_folder_of_a_project_is_found_again_after_a_restart(tmp_path: Path) -> None:
    project, other = tmp_path / "a.labdesk", tmp_path / "b.labdesk"
    assert prepared_folder(project) is None
    keep_prepared_folder(project, tmp_path / "tables")
    keep_prepared_folder(project, tmp_path / "clé")
    assert prepared_folder(project) == tmp_path / "clé"
    assert prepared_folder(other) is None
    assert prepared_folder(None) is None


def test_the_latest_projects_are_remembered(tmp_path: Path) -> None:
    for rank in range(KEPT + 3):
        keep_prepared_folder(tmp_path / f"{rank}.labdesk", tmp_path)
    assert prepared_folder(tmp_path / "2.labdesk") is None
    assert prepared_folder(tmp_path / f"{KEPT + 2}.labdesk") == tmp_path


@pytest.mark.parametrize("spoilt", ["", "[]", '{"x": 3}', "\x00"])
def test_a_spoilt_memory_is_an_empty_one(tmp_path: Path, data: Path, spoilt: str) -> None:
    (data / "tables-preparees.json").write_text(spoilt)
    assert prepared_folder(tmp_path / "a.labdesk") is None
    keep_prepared_folder(tmp_path / "a.labdesk", tmp_path)
    assert prepared_folder(tmp_path / "a.labdesk") == tmp_path
