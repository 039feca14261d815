"""Leaving a project that neither its file nor this laptop can take: nothing is lost in silence."""

from pathlib import Path

import pytest

from labdesk.domain.commands.dossier import write_section
from labdesk.store.session import Session
from labdesk.ui.leaving import Leaving
from labdesk.ui.window import Window


@pytest.fixture
def stranded(window: Window, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Work was done while the key is out and the folder of this laptop’s data cannot be made."""
    window.opening.open(project)
    session = window.desk.session
    assert session is not None
    session.flush()
    project.rename(tmp_path / "ailleurs.labdesk")
    project.mkdir()
    (tmp_path / "fichier").write_text("un fichier à la place du dossier")
    monkeypatch.setenv("LABDESK_DATA", str(tmp_path / "fichier" / "labdesk"))
    window.desk.do(write_section(window.desk.project, "summary", "Précieux"))
    return window


def asked(window: Window) -> Leaving:
    """The question over the window."""
    found = [panel for panel in window.findChildren(Leaving) if panel.isVisible()]
    assert len(found) == 1
    return found[0]


def come_back(project: Path) -> None:
    """The key is plugged in again."""
    project.rmdir()
    project.with_name("ailleurs.labdesk").rename(project)


def summary(path: Path) -> str | None:
    """What a file says."""
    session = Session.open(path, "b" * 16, read_only=True)
    try:
        return session.project.text("summary")
    finally:
        session.close()


def test_the_window_stays_open_and_says_why(stranded: Window) -> None:
    assert not stranded.close()
    assert stranded.isVisible()
    assert stranded.desk.project.text("summary") == "Précieux"
    question = asked(stranded)
    assert "gardez LabDesk ouvert" in question.words.text()
    assert "1 changement" in question.lose.text()
    question.lose.click()
    assert not stranded.isVisible()


def test_a_copy_elsewhere_holds_everything_and_lets_the_window_close(
    stranded: Window, tmp_path: Path
) -> None:
    stranded.close()
    assert asked(stranded).save_copy(tmp_path / "copie")
    assert not stranded.isVisible()
    stranded.desk.close()
    (tmp_path / "donnees").mkdir()
    assert summary(tmp_path / "copie.labdesk") == "Précieux"


def test_a_copy_that_fails_too_says_why_and_lets_nothing_go(stranded: Window, tmp_path: Path) -> None:
    stranded.close()
    question = asked(stranded)
    assert not question.save_copy(tmp_path / "fichier" / "copie.labdesk")
    assert question.wrong.text()
    assert stranded.desk.session is not None
    question.lose.click()


def test_trying_again_once_the_key_is_back_writes_all_and_closes(stranded: Window, project: Path) -> None:
    stranded.close()
    come_back(project)
    asked(stranded).retry.click()
    assert not stranded.isVisible()
    assert summary(project) == "Précieux"


def test_trying_again_in_vain_asks_again(stranded: Window) -> None:
    stranded.close()
    asked(stranded).retry.click()
    assert stranded.isVisible()
    asked(stranded).lose.click()


def test_closing_the_project_alone_asks_the_same_and_goes_to_accueil(stranded: Window) -> None:
    stranded.close_project()
    assert stranded.desk.path
    asked(stranded).lose.click()
    assert not stranded.desk.path
    assert stranded.current == "home"
    assert stranded.isVisible()


def test_a_project_that_its_mirror_holds_is_left_without_a_question(
    window: Window, project: Path, tmp_path: Path
) -> None:
    window.opening.open(project)
    project.rename(tmp_path / "ailleurs.labdesk")
    window.desk.do(write_section(window.desk.project, "summary", "Gardé"))
    assert window.close()
    come = tmp_path / "ailleurs.labdesk"
    come.rename(project)
    session = Session.open(project)
    assert session.project.text("summary") == "Gardé"
    session.close()
