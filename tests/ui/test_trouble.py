"""Bugs: one report for each, nothing of the project in it, and a calm sentence."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from labdesk.ui.trouble import Trouble, reports


def fall(secret: str) -> None:
    raise ValueError("la boîte est fermée")


def caught(trouble: Trouble, typed: str = "") -> None:
    try:
        fall(typed)
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        trouble.caught(kind, error, trace)


def test_a_bug_becomes_a_report_and_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[tuple[str, Path | None]] = []
    trouble = Trouble()
    trouble.tell = lambda sentence, report: told.append((sentence, report))
    caught(trouble, "Mme " + "Martin")
    sentence, report = told[0]
    assert "Votre projet est enregistré" in sentence
    assert report is not None
    text = report.read_text("utf-8")
    assert "la boîte est fermée" in text
    assert "Mme Martin" not in text


def test_the_same_bug_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    trouble = Trouble()
    trouble.tell = lambda sentence, report: told.append(sentence)
    for _each in range(5):
        caught(trouble)
    assert len(told) == 1
    assert len(list(reports().glob("rapport-*.txt"))) == 1


def test_an_interrupted_program_just_stops() -> None:
    told: list[str] = []
    trouble = Trouble()
    trouble.tell = lambda sentence, report: told.append(sentence)
    trouble.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_a_bug_in_another_thread_is_told_in_the_window_s_own(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[QThread] = []
    trouble = Trouble()
    trouble.tell = lambda sentence, report: told.append(QThread.currentThread())
    beside = threading.Thread(target=caught, args=(trouble,))
    beside.start()
    beside.join()
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [trouble.thread()]


def test_a_program_without_terminal_writes_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Path | None] = []
    trouble = Trouble()
    trouble.tell = lambda sentence, report: told.append(report)
    monkeypatch.setattr(sys, "stderr", None)
    caught(trouble)
    assert told[0] is not None
    assert told[0].exists()
