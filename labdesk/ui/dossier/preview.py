"""The page Aperçu: the document as it is printed, in step with the project, never in the way of typing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.page import Page
from labdesk.ui.press.page_list import PageList
from labdesk.ui.press.press import Asked
from labdesk.ui.press.proof import Proof
from labdesk.ui.press.spots import Spot
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class Preview(Page):
    """A proof with its bar: page X of Y, zoom, « mise à jour… »."""

    def __init__(self, desk: Desk, look: Look, ask: Callable[[], Asked], *, slim: bool = False) -> None:
        super().__init__()
        self._look = look
        self.proof = Proof(desk, ask, self)
        self.list = PageList(self.proof, look)
        self.list.narrow = slim
        self._page = QSpinBox()
        self._page.setAccessibleName(_("Page"))
        self._page.lineEdit().setAccessibleName(_("Page"))
        self._page.setKeyboardTracking(False)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.valueChanged.connect(self.list.go_to)
        self._whole, self._zoom, self._state = QLabel(), QLabel(), QLabel()
        for label in (self._whole, self._zoom, self._state):
            role(label, "small")
        self._fit = QPushButton(_("Largeur"))
        self._fit.setToolTip(_("Ajuster les pages à la largeur"))
        role(self._fit, "quiet")
        self._fit.clicked.connect(self.list.fit_width)
        self._anchor, self._asked = "", 0
        self._words: tuple[str, ...] = ()
        self._ask = ask
        self.proof.leaves.found.connect(self._found)
        self._arrange()
        self._fit.setVisible(not slim)  # not sooner: what has no parent yet is shown as a window
        self.list.turned.connect(self._turned)
        self.list.zoomed.connect(lambda zoom: self._zoom.setText(f"{round(zoom * 100)}\u00a0%"))
        self.proof.working.connect(self._working)
        self.proof.refused.connect(self._state.setText)
        self.proof.replaced.connect(self._follow)
        self.relook()

    def _arrange(self) -> None:
        bar = QFrame()
        role(bar, "band")
        self._bar = QHBoxLayout(bar)
        for widget in (
            self._page,
            self._whole,
            self._button("zoom-out", _("Pages plus petites"), lambda: self.list.step_zoom(-1)),
            self._zoom,
            self._button("zoom-in", _("Pages plus grandes"), lambda: self.list.step_zoom(1)),
            self._fit,
        ):
            self._bar.addWidget(widget)
        self._bar.addStretch(1)
        self._bar.addWidget(self._state)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self.list, 1)

    def _button(self, icon: str, name: str, deed: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        role(button, "quiet")
        draw(button, icon, self._look)
        button.clicked.connect(deed)
        return button

    def add_to_bar(self, widget: QWidget) -> None:
        """Something of the caller’s at the right of the bar."""
        self._bar.addWidget(widget)

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("m")
        self._bar.setContentsMargins(margin, self._look.space("xs"), margin, self._look.space("xs"))
        self._bar.setSpacing(self._look.space("s"))
        self.list.viewport().update()

    def stops(self) -> tuple[QWidget, ...]:
        """The pages."""
        return (self.list,)

    def follow(self, anchor: str, words: tuple[str, ...] = ()) -> None:
        """Show the page of a section and mark the place of some words in it, now and when it moves."""
        self._anchor, self._words = anchor, words
        self._follow()

    def _follow(self) -> None:
        if not self._anchor or not self.proof.pages:
            return
        first, last = self._pages_of(self._anchor)
        if not self._words:
            self.list.show_spot(None)
            self.list.show_anchor(self._anchor)
        else:
            self._asked = self.proof.leaves.find(self._words, first, last)

    def _pages_of(self, anchor: str) -> tuple[int, int]:
        """The pages of a section, from 0: up to where the next one begins."""
        anchors = self.proof.anchors
        first = anchors.get(anchor, 1 if anchor == "cover" else 0)
        if not first:
            return 0, len(self.proof.pages) - 1
        sections = self._sections
        later = [page for name, page in anchors.items() if page > first and name in sections]
        return first - 1, min(later or [len(self.proof.pages)]) - 1

    @property
    def _sections(self) -> frozenset[str]:
        return frozenset(section.id for section in self._ask().profile.sections)

    def _found(self, number: int, spot: object) -> None:
        if number != self._asked:
            return
        if isinstance(spot, Spot):
            self.list.show_spot(spot)
        else:  # not printed yet, or not there at all
            self.list.show_spot(None)
            self.list.show_anchor(self._anchor)

    def _turned(self, page: int, whole: int) -> None:
        self._page.blockSignals(True)
        self._page.setRange(min(1, whole), whole)
        self._page.setValue(page)
        self._page.blockSignals(False)
        self._whole.setText(_("sur {whole}").format(whole=whole))

    def _working(self, working: bool) -> None:
        self._state.setText(_("mise à jour…") if working else _("à jour"))

    def showEvent(self, event: QShowEvent) -> None:
        """Someone looks."""
        super().showEvent(event)
        self.proof.look(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.proof.look(False)
