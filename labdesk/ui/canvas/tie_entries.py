"""« Relier… », « Délier… », « Montrer ses liens » on a canvas: what they are about, where lists open."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.domain.ties import stage_of, stands
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.canvas.tying import Tying
from labdesk.words import _


@runtime_checkable
class Listing(Protocol):
    """A list of the same notes beside the map, with lines one can select."""

    def tied_rows(self) -> list[str]: ...
    def beside(self) -> QPoint: ...


def tie(pane: Pane) -> None:
    """The list of what the selected notes may be tied to."""
    rows, parent, corner = about(pane)
    Tying(pane.desk, pane.look).choose(rows, parent, corner)


def part(pane: Pane) -> None:
    """The list of what they are tied to, to untie one."""
    rows, parent, corner = about(pane)
    Tying(pane.desk, pane.look).choose_parting(rows, parent, corner)


def show(pane: Pane) -> None:
    """The drawer opens on the ties of the current note, and the keyboard goes there."""
    rows, _parent, _corner = about(pane)
    if rows and rows[-1] in pane.desk.project.note:
        pane.desk.links_wanted.emit(rows[-1])
    else:
        pane.desk.idle.emit(_("Placez-vous d’abord sur une note : ses liens s’ouvrent dans le tiroir."))


def about(pane: Pane) -> tuple[list[str], QWidget, QPoint]:
    """The things one is on (in the list that has the keyboard, else on the map), and where a list opens.

    On a problem canvas or a card, where no note is current, it is the canvas itself.
    """
    focus = QApplication.focusWidget()
    if isinstance(focus, QWidget) and isinstance(focus, Listing):
        return focus.tied_rows(), focus, focus.beside()
    board, view = pane.board, pane.view
    rows = [row for row in board.picked() if stands(board.project, row)]
    if not rows and stage_of(board.project, board.canvas):
        rows = [board.canvas]
    spot = view.on_screen(pane.scene.shown(board.box)).bottomLeft() if board.box else QPoint(40, 40)
    return rows, view, view.viewport().mapToGlobal(QPoint(round(spot.x()), round(spot.y())))
