"""A table of the dossier with its title, its buttons, and the sentence that says what was not understood."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from labdesk.domain.entities import Value
from labdesk.domain.model import Project
from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.columns import Columns
from labdesk.ui.dossier.rows_model import RowsModel
from labdesk.ui.dossier.rows_view import RowsView
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several


class RowsPanel(QFrame):
    """One table. `empty` is the sentence shown while it has no row: what to type first."""

    went = Signal(QRect)
    """Where the current cell is, in this panel."""

    def __init__(
        self,
        desk: Desk,
        look: Look,
        title: str,
        table: str,
        columns: Callable[[Project], Columns],
        *,
        empty: str,
        fixed: Mapping[str, Value] | None = None,
    ) -> None:
        super().__init__()
        self.look, self.title = look, title
        role(self, "card")
        self.setAccessibleName(title)
        self.model = RowsModel(desk, table, columns, fixed, self)
        self.view = RowsView(self.model, look, title)
        self._heading, self._count = QLabel(title), QLabel()
        role(self._heading, "h3")
        role(self._count, "small")
        self._said, self._empty = QLabel(), QLabel(empty)
        role(self._said, "warn")
        role(self._empty, "muted")
        for label in (self._said, self._empty):
            label.setWordWrap(True)
        self._said.hide()
        self._extra = QHBoxLayout()
        self._arrange()
        self.view.said.connect(self._say)
        self.view.went.connect(self._tell_where)
        self.model.modelReset.connect(self._count_rows)
        desk.changed.connect(self.model.touched)
        self.relook()
        self._count_rows()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addLayout(self._extra)
        deeds = self.view.deeds
        self._buttons = (
            self._button("plus", _("Ajouter"), _("Ajouter une ligne (Inser)"), deeds.add, words=True),
            self._button("arrow-up", _("Monter"), _("Monter la ligne (Alt+↑)"), deeds.up),
            self._button("arrow-down", _("Descendre"), _("Descendre la ligne (Alt+↓)"), deeds.down),
            self._button("trash-2", _("Supprimer"), _("Supprimer la ligne (Ctrl+Suppr)"), deeds.delete),
        )
        for button in self._buttons:
            head.addWidget(button)
        self._box = box = QVBoxLayout(self)
        box.addLayout(head)
        box.addWidget(self._empty)
        box.addWidget(self.view)
        box.addWidget(self._said)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _button(
        self, icon: str, name: str, tip: str, deed: Callable[[], object], *, words: bool = False
    ) -> QToolButton:
        button = QToolButton()
        button.setText(name)
        button.setAccessibleName(_("{label} : {text}").format(label=name, text=self.title))
        button.setToolTip(tip)
        role(button, "quiet")
        draw(button, icon, self.look)
        if words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(deed)
        return button

    def add_to_head(self, widget: QWidget) -> None:
        """Another button beside the heading."""
        self._extra.addWidget(widget)

    def relook(self) -> None:
        """The theme or the text size changed."""
        space = self.look.space("m")
        self._box.setContentsMargins(self.look.space("l"), space, self.look.space("l"), space)
        self._box.setSpacing(self.look.space("s"))
        self.view.relook()

    def _count_rows(self) -> None:
        count = len(self.model.rows)
        self._count.setText(several(count, "{n} ligne", "{n} lignes") if count else "")
        self._empty.setVisible(not count)
        left = not count and self.view.hasFocus()
        self.view.setVisible(bool(count))
        if left:  # the last row went: the keyboard stays where the next one begins
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(self.view if count else self._buttons[0])  # a hidden table hears no key
        for button in self._buttons:
            button.setEnabled((bool(count) or button is self._buttons[0]) and not self.model.desk.read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first row of an empty table is added, or pasted, with the keys of the table."""
        if self.view.isVisible() or not self.view.begin(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on an empty table: there is no cell to choose, the keyboard comes here all the same."""
        super().mousePressEvent(event)
        if not self.view.isVisible():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    @property
    def told(self) -> str:
        """What was not understood; empty when all is well."""
        return self._said.text()

    def settle(self) -> None:
        """The page is left: what was not understood is no longer told."""
        self._say("")

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            self.model.desk.refused.emit(sentence)

    def _tell_where(self, rect: QRect) -> None:
        corner = self.view.viewport().mapTo(self, rect.topLeft())
        self.went.emit(QRect(corner, rect.size()))
