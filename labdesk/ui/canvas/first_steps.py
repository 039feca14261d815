"""The first-use guide: one short sentence beside the cell one is in, gone once one has done what it says."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from labdesk.domain.entities import Note
from labdesk.ui.actions import draw, spoken_keys
from labdesk.ui.aloud import say_aloud
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.blanks import Blank
from labdesk.ui.canvas.focus_item import HEADS
from labdesk.ui.canvas.ink import to_qt
from labdesk.ui.canvas.pane import Pane
from labdesk.ui.hints import ALL, Hint, Hints
from labdesk.ui.sheet import role
from labdesk.words import _

WIDTH, GAP = 262, 10
"""px at 100 %: a bubble is never wider, and stands this far from the cell."""
ON_SHEET: tuple[Hint, ...] = ("type", "next", "step", "undo")


class FirstSteps(QFrame):
    """A bubble over the canvas. It takes no keyboard and lets the mouse through, but for its cross."""

    def __init__(self, pane: Pane, hints: Hints) -> None:
        super().__init__(pane.view.viewport())
        self._pane, self._hints = pane, hints
        self._shown: Hint | None = None
        self._said: Hint | None = None
        self._last: Note | None = None
        role(self, "hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.addWidget(self.words)
        self.cross = QToolButton(pane.view.viewport())
        self.cross.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # Tab is for the next step; the menu Aide closes too
        role(self.cross, "quiet")
        draw(self.cross, "x", pane.look)
        self.cross.setAccessibleName(_("Ne plus montrer ce guide"))
        self.cross.setToolTip(_("Ne plus montrer ce guide ({keys})").format(keys=spoken_keys("Ctrl+F12")))
        self.cross.clicked.connect(self._enough)
        for widget in (self, self.cross):
            widget.hide()
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        self._hints.changed.connect(self.refresh)
        pane.typist.left.connect(self._left)
        pane.typist.opened.connect(self.refresh)
        pane.board.moved.connect(self.refresh)
        pane.board.planned.connect(self.refresh)
        pane.view.focused.connect(lambda _on: self.refresh())
        pane.typist.editor.grown.connect(self._place)
        for heard in (pane.view.scrolled, pane.view.resized):
            heard.connect(self._place)
        pane.look.changed.connect(self.refresh)

    # -- learning by doing ----------------------------------------------------------------------------------
    def _left(self, how: str, blank: Blank) -> None:
        """A note was typed: what that shows one knows."""
        if not self._hints.wanted or blank.table != "note":
            return
        note = self._pane.board.project.note.get(blank.row)
        if note is None:
            return
        last, self._last = self._last, note
        did: list[Hint] = ["type"]
        if self._shown == "undo":
            did.append("undo")
        if last is not None and last.canvas == note.canvas and last.id != note.id:
            if (last.zone, last.step) == (note.zone, note.step):
                did.append("next")
            elif last.zone != note.zone:
                did += ["lane"] if self._on_grid else ["step"]
            else:
                did.append("step")
        if how == "tab":
            did.append("step")
        if not self._on_grid and "step" in did:
            did.append("lane")  # a sheet has no lanes: its boxes are all there is to go to
        self._hints.did(*did)

    @property
    def _on_grid(self) -> bool:
        return self._pane.board.stands and self._pane.board.kind.layout == "grid"

    # -- what is said ---------------------------------------------------------------------------------------
    def _sentence(self, hint: Hint) -> str:
        grid = self._on_grid
        match hint:
            case "type":
                return (
                    _("Tapez ce que vous entendez : la première lettre ouvre une note dans cette case.")
                    if grid
                    else _("Tapez ce que vous entendez : la première lettre ouvre une note dans ce cadre.")
                )
            case "next":
                return _("Entrée : la note suivante, au même endroit.")
            case "step":
                return _("Tab : l’étape suivante.") if grid else _("Tab : le cadre suivant.")
            case "lane":
                return _("Échap, puis les flèches : une autre ligne.")
            case "undo":
                return _("Ctrl+Z annule tout ce qu’on fait, F1 montre les autres touches.")

    def refresh(self) -> None:
        """The next thing to learn, beside what is current; nothing while there is nothing to teach."""
        hint = self._taught()
        for widget in (self, self.cross):
            widget.setVisible(hint is not None)
        if hint is None:
            self._shown = None
            return
        self.words.setText(self._sentence(hint))
        self.setAccessibleName(self.words.text())
        self._place()
        self._shown = hint
        if hint != self._said:  # once: it goes and comes with the keyboard, and a voice cannot look away
            self._said = hint
            say_aloud(self._pane.view, self.words.text())

    def _taught(self) -> Hint | None:
        """What comes next where one is; None where nothing is typed, or where the canvas says it itself."""
        board, typing = self._pane.board, self._pane.scribe.typing
        if not (typing or self._pane.view.hasFocus()):
            return None
        box, zone = board.box, board.zone()
        if not board.stands or board.desk.read_only or box is None or zone is None or box.kind in HEADS:
            return None
        if not (zone.holds_notes or box.kind == "value"):
            return None
        known = ALL if self._on_grid else ON_SHEET
        hint = self._hints.next_of(known[1:] if typing else known)
        empty_grid = board.plan is not None and list(board.plan.columns) == [""]
        return None if hint == "type" and empty_grid else hint

    def _place(self) -> None:
        """Below what is current, else above it; never on it, never outside the view."""
        if self.isHidden():
            return
        look, room = self._pane.look, self._pane.view.viewport().rect()
        side, gap = look.px(32), look.px(GAP)
        self.layout().setContentsMargins(look.px(12), look.px(8), side + look.px(2), look.px(8))  # type: ignore[union-attr]
        wide = max(look.px(140), min(look.px(WIDTH), room.width() - 2 * gap))
        self.words.setFixedWidth(wide - look.px(14) - side)
        self.adjustSize()
        near = self._near()
        left = max(gap, min(near.left(), room.width() - self.width() - gap))
        top = near.bottom() + gap
        above = near.united(self._question()).top() - self.height() - gap
        if above < gap:  # a box that fills the view
            above = max(gap, near.top() - self.height() - gap)
        if top + self.height() > room.height() - gap:
            top = above
        covered = self._pane.view.covered().toAlignedRect()
        if QRect(QPoint(left, top), self.size()).intersects(covered):
            left = max(gap, covered.left() - self.width() - gap)
            if left + self.width() > covered.left():  # no room beside the zoom bar
                top = above
        self.move(left, top)
        self.cross.setFixedSize(side, side)
        self.cross.move(QPoint(self.geometry().right() - side, top + (self.height() - side) // 2))
        for widget in (self, self.cross):
            widget.raise_()

    def _question(self) -> QRect:
        """On a sheet what stands over the current thing is its own question: it stays in sight too."""
        board, box = self._pane.board, self._pane.board.box
        part = moves.part_of(board.plan, box.key) if board.plan is not None and box is not None else None
        if part is None or self._on_grid:
            return QRect()
        return self._pane.view.on_screen(to_qt(part.rect)).toRect()

    def _near(self) -> QRect:
        """What must stay in sight: the editor, else the current thing and where one adds."""
        pane = self._pane
        if pane.scribe.typing:
            return pane.typist.editor.geometry()
        box, ghost = pane.board.box, pane.focus.ghost
        near = pane.view.on_screen(pane.scene.shown(box)).toRect() if box is not None else QRect()
        if ghost is not None:
            near = near.united(pane.view.on_screen(to_qt(ghost)).toRect())
        return near

    def _enough(self) -> None:
        self._hints.over.emit()
        self._pane.desk.announce(_("Guide masqué. Le menu Aide le montre de nouveau."))
