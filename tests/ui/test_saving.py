"""Saving is heard once when it works, after a trouble, and when Ctrl+S asks; not at each letter."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from labdesk.domain.commands import canvases
from labdesk.store.writer import SaveState
from labdesk.ui import saving
from labdesk.ui.desk import Desk
from tests.memory import kind


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the reader would say."""
    said: list[str] = []
    monkeypatch.setattr(saving, "say_aloud", lambda _widget, sentence: said.append(sentence))
    return said


def test_saving_is_said_once_and_again_after_a_trouble(desk: Desk, around: QWidget, heard: list[str]) -> None:
    told = saving.Saving(desk, around)
    desk.opened.emit()
    fine = SaveState(None, 0, None)
    desk.saved.emit(fine)
    assert heard == []  # nothing was written yet
    desk.do(canvases.create_canvas(desk.project, kind("journey"))[1])
    for _second in range(5):
        desk.saved.emit(fine)
    assert len(heard) == 1
    desk.saved.emit(SaveState(None, 1, "La clé n’est plus là."))
    desk.saved.emit(fine)
    assert len(heard) == 2
    assert isinstance(told, QObject)


def test_ctrl_s_says_that_all_is_saved(desk: Desk, around: QWidget) -> None:
    announced: list[str] = []
    desk.announced.connect(announced.append)
    saving.Saving(desk, around).ask()
    assert announced == ["Tout est enregistré. LabDesk écrit chaque changement au fur et à mesure."]


def test_a_backup_that_fails_is_told_once_and_again_when_it_fails_anew(desk: Desk, around: QWidget) -> None:
    refused: list[str] = []
    desk.refused.connect(refused.append)
    told, session = saving.Saving(desk, around), desk.session
    assert session is not None
    assert session.flush()
    for trouble in (None, "Plus de place.", "Plus de place.", None, "Plus de place."):
        session.backup_trouble = trouble
        desk.saved.emit(SaveState(None, 0, None))
    assert refused == ["Plus de place.", "Plus de place."]
    assert isinstance(told, QObject)
