"""The child process: documents come back, an order can be given up, its death harms nobody."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from labdesk.domain.commands.dossier import set_project, write_section
from labdesk.domain.funding import load_profiles
from labdesk.ui.desk import Desk
from labdesk.ui.press.orders import Made
from labdesk.ui.press.press import Asked, Press, press_of

ORDERED = 30_000
"""ms a document may take on a busy machine."""


@pytest.fixture
def press(desk: Desk) -> Iterator[Press]:
    made = press_of(desk)
    yield made
    made.close()


def dossier() -> Asked:
    return Asked("dossier", load_profiles().named("small"))


def made_by(press: Press, qtbot: QtBot, asked: Asked) -> Made:
    with qtbot.waitSignal(press.made, timeout=ORDERED) as told:
        number = press.order(asked)
    assert told.args is not None
    assert told.args[0] == number
    made: Made = told.args[1]
    return made


def test_the_second_order_knows_what_was_typed_since_the_first(
    desk: Desk, press: Press, qtbot: QtBot
) -> None:
    first = made_by(press, qtbot, dossier())
    assert "summary" not in first.anchors
    desk.do(write_section(desk.project, "summary", "Une réponse en quinze jours."))
    second = made_by(press, qtbot, dossier())
    assert second.data.startswith(b"%PDF")
    assert second.anchors["summary"] > 1


def test_an_order_is_given_up_and_the_next_one_is_made(desk: Desk, press: Press, qtbot: QtBot) -> None:
    made_by(press, qtbot, dossier())
    with qtbot.waitSignal(press.given_up, timeout=ORDERED):
        press.cancel(press.order(dossier()))
    desk.do(set_project(desk.project, "holder", "Le laboratoire"))
    assert made_by(press, qtbot, dossier()).pages > 1


def test_a_child_that_makes_nothing_leaves_amid_the_imports_of_its_start() -> None:
    """The window that closes waits for it."""
    command = [sys.executable, "-X", "importtime", "-m", "labdesk.ui.press.child"]
    told = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert told.returncode == 0
    assert "labdesk.ui.press.making" in told.stderr
    assert "labdesk.dossier.pdf" not in told.stderr


def test_a_child_that_dies_is_told_and_another_takes_its_place(press: Press, qtbot: QtBot) -> None:
    made_by(press, qtbot, dossier())
    child = press.process
    assert child is not None
    with qtbot.waitSignal(press.refused, timeout=ORDERED) as told:
        press.order(dossier())
        child.kill()
    assert told.args is not None
    assert "interrompu" in told.args[1]
    assert made_by(press, qtbot, dossier()).pages > 1


def test_the_child_knows_no_qt() -> None:
    import subprocess
    import sys

    program = (
        "import sys; sys.modules['PySide6'] = None; import labdesk.ui.press.child, labdesk.ui.press.making"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_project_that_is_closed_gives_up_what_is_made_of_it(
    desk: Desk, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "dossier.pdf"
    with qtbot.waitSignal(press.given_up, timeout=ORDERED):
        press.order(replace(dossier(), out=out))
        desk.put(None)
    assert not out.exists()


def test_a_child_that_cannot_start_is_told(
    press: Press, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    with qtbot.waitSignal(press.refused, timeout=ORDERED) as told:
        number = press.order(dossier())
    assert told.args is not None
    assert told.args[0] == number
    assert press.process is None
