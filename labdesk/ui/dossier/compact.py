"""What stands in for a list or a panel when there is little room: one line, or leaves shown one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from labdesk.ui.dossier.signs import SignLine
from labdesk.ui.sheet import role, segment
from labdesk.ui.style import Look


class Leaves(QFrame):
    """Buttons of which one is down: the leaf shown."""

    chosen = Signal(str)
    """A person chose this leaf."""

    def __init__(self) -> None:
        super().__init__()
        role(self, "segbox")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}

    def add(self, name: str, words: str) -> None:
        """One more leaf; the first one is down."""
        button = QPushButton(words)
        segment(button)
        button.setChecked(not self.buttons)
        button.clicked.connect(lambda _checked: self.chosen.emit(name))
        self._group.addButton(button)
        self._row.addWidget(button, 1)
        self.buttons[name] = button

    def go_to(self, name: str) -> None:
        """This leaf is shown now."""
        self.buttons[name].setChecked(True)

    @property
    def current(self) -> str:
        """The leaf shown."""
        return next(name for name, button in self.buttons.items() if button.isChecked())


class Choice(QComboBox):
    """The rows of a list in one line."""

    entered_row = Signal(object)
    """A person chose the row that stands for this."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # Linux: Qt tells the choice as a name
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setMaxVisibleItems(20)
        self._standing: list[tuple[str, object]] = []
        self.activated.connect(lambda at: self.entered_row.emit(self.itemData(at)))

    def show_lines(self, lines: Sequence[tuple[SignLine, object]], current: object) -> None:
        """These rows, what a sign would say in words; and which one is shown."""
        wanted = [(_said(line), key) for line, key in lines]
        if wanted != self._standing:
            self._standing = wanted
            self.clear()
            for words, key in wanted:
                self.addItem(words, key)
        self.go_to(current)

    def go_to(self, key: object) -> None:
        """The row of this thing is shown."""
        keys = [standing for _words, standing in self._standing]
        if key in keys:
            self.setCurrentIndex(keys.index(key))


class Strip(QFrame):
    """The line above a page that has little room: the choice, then the leaves."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        role(self, "panel")
        self.choice = choice
        self.row = QHBoxLayout(self)
        self.row.addWidget(choice, 1)

    def relook(self, look: Look) -> None:
        """The theme or the text size changed."""
        self.row.setContentsMargins(look.space("m"), look.space("xs"), look.space("m"), look.space("xs"))
        self.row.setSpacing(look.space("s"))

    def take(self, leaves: QWidget) -> None:
        """The leaves stand here for now."""
        self.row.addWidget(leaves, 1)


def fold(unfolded: QWidget, choice: Choice, *, folded: bool) -> None:
    """A list, or the choice that stands in for it and takes its focus."""
    choice.setVisible(folded)
    unfolded.setFocusProxy(choice if folded else None)  # type: ignore[arg-type]
    unfolded.setVisible(not folded)


def _said(line: SignLine) -> str:
    return " · ".join(part for part in (line.title, line.word or line.detail) if part)
