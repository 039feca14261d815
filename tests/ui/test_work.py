"""Work beside the window: the outcome comes back into the window's thread, whatever it is."""

import time
from pathlib import Path
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from labdesk.errors import Refusal
from labdesk.ui.work import beside, reachable


def never(_outcome: object) -> None:
    raise AssertionError("nobody expects this outcome")


def test_the_result_comes_back_into_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner = QObject()
    told: list[tuple[Thread, Thread]] = []
    beside(owner, current_thread, lambda worker: told.append((worker, current_thread())), never)
    qtbot.waitUntil(lambda: bool(told))
    worker, teller = told[0]
    assert worker is not main_thread()
    assert teller is main_thread()


def test_a_refusal_comes_back_as_its_sentence(qtbot: QtBot) -> None:
    owner = QObject()
    said: list[str] = []

    def refuse() -> None:
        raise Refusal("Ce fichier n’est pas une image.")

    beside(owner, refuse, never, said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Ce fichier n’est pas une image."]


def test_a_bug_is_raised_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner = QObject()
    with qtbot.captureExceptions() as caught:
        beside(owner, lambda: 1 // 0, never, never)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_nobody_is_told_once_the_owner_is_gone(qtbot: QtBot) -> None:
    owner = QObject()
    beside(owner, lambda: 1, never, never)
    owner.deleteLater()
    qtbot.wait(50)


def test_a_share_that_does_not_answer_keeps_nobody_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reachable(tmp_path / "absent.labdesk")
    assert reachable(tmp_path)
    monkeypatch.setattr(Path, "stat", lambda _path, **_more: time.sleep(1))
    began = time.monotonic()
    assert not reachable(tmp_path, 0.05)
    assert time.monotonic() - began < 0.8
