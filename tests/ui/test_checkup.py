"""A damaged project says so under the top bar and is repaired into a copy; a sound one says nothing."""

import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import write_section
from labdesk.ui.damage_notice import DamageNotice
from labdesk.ui.window import Window

LONG = 30_000
"""ms a child may take on a busy machine."""


@pytest.fixture
def damaged(project: Path) -> Path:
    """The project with a label that is not what it was."""
    with sqlite3.connect(project) as raw:
        raw.execute("UPDATE gesture SET label = 'autre'")
    raw.close()
    return project


def checked(window: Window, qtbot: QtBot) -> list[DamageNotice]:
    """What is told after the check."""
    with qtbot.waitSignal(window.checkup.ended, timeout=LONG):
        window.checkup.begin()
    return window.findChildren(DamageNotice)


def test_a_sound_project_says_nothing(window: Window, project: Path, qtbot: QtBot) -> None:
    window.opening.open(project)
    assert checked(window, qtbot) == []


def test_a_damaged_project_is_repaired_into_a_copy_that_opens_at_once(
    window: Window, damaged: Path, qtbot: QtBot
) -> None:
    window.opening.open(damaged)
    (notice,) = checked(window, qtbot)
    assert "abîmé" in notice.words.text()
    assert notice.isVisible()
    window.desk.do(write_section(window.desk.project, "summary", "Tapé depuis"))
    before = window.desk.path
    notice.repair.click()
    qtbot.waitUntil(lambda: window.desk.path not in (before, None), timeout=LONG)
    assert window.desk.path == damaged.with_name("carte réparé.labdesk")
    assert window.desk.project.text("summary") == "Tapé depuis"
    qtbot.waitUntil(lambda: window.findChildren(DamageNotice) == [])
    assert checked(window, qtbot) == []


def test_a_project_that_leaves_takes_its_check_with_it(window: Window, damaged: Path, qtbot: QtBot) -> None:
    window.opening.open(damaged)
    with qtbot.assertNotEmitted(window.checkup.damaged, wait=300):
        window.checkup.begin()
        window.close_project()
