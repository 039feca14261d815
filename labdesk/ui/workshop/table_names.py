"""How many tables, and what each is called; or one copy for all, whose tables say their own name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from labdesk.domain.entities import SHORT
from labdesk.ui.home_questions import table_named
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

FEW, MANY = 4, 24
"""Tables proposed when the workshop sheet names none; at most."""
CROWDED = 1.4
"""Text scale from which two names stand side by side, and not four."""


class TableNames(QWidget):
    """A number, and a field for each; what was typed stays when the number changes."""

    changed = Signal()

    def __init__(self, look: Look, named: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._named = look, list(named)[:MANY]
        self.names: list[QLineEdit] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._counted())
        self._fields = QVBoxLayout()
        column.addLayout(self._fields)
        self.single = QCheckBox(_("Une seule copie, chaque table dira son nom"), self)
        self.single.toggled.connect(self._one_for_all)
        column.addWidget(self.single)
        self._lay()
        self.count.valueChanged.connect(self._lay)

    def _counted(self) -> QHBoxLayout:
        label = QLabel(_("Nombre de tables"), self)
        role(label, "strong")
        self.count = QSpinBox(self)
        self.count.setRange(1, MANY)
        self.count.setValue(len(self._named) or FEW)
        self.count.setAccessibleName(_("Nombre de tables"))
        self.count.lineEdit().setTextMargins(self._look.px(6), 0, 0, 0)
        label.setBuddy(self.count)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.count)
        row.addStretch(1)
        return row

    def _lay(self) -> None:
        typed = [field.text() for field in self.names]
        for field in self.names:
            field.hide()
            field.deleteLater()
        while (former := self._fields.takeAt(0)) is not None:
            del former
        known = typed + self._named[len(typed) :]
        self.names = []
        across = 2 if self._look.scale > CROWDED else 4
        row = QHBoxLayout()
        for at in range(self.count.value()):
            if at % across == 0:
                row = QHBoxLayout()
                self._fields.addLayout(row)
            field = self._field(at, known[at] if at < len(known) else table_named(str(at + 1)))
            row.addWidget(field)
            field.show()  # a layout only counts it once it is shown
            self.names.append(field)
        self.changed.emit()

    def _field(self, at: int, name: str) -> QLineEdit:
        field = QLineEdit(name, self)
        field.setMaxLength(SHORT)
        field.setAccessibleName(_("Nom de la table {n}").format(n=at + 1))
        field.setToolTip(field.accessibleName())
        field.textChanged.connect(self.changed)
        return field

    def _one_for_all(self, single: bool) -> None:
        for widget in (self.count, *self.names):
            widget.setEnabled(not single)
        self.changed.emit()

    # -- what was said --------------------------------------------------------------------------------------
    def said(self) -> list[str]:
        """The name of each copy; one without a name when every table says its own."""
        if self.single.isChecked():
            return [""]
        return [table_named(field.text()) for field in self.names]

    def wrong(self) -> str:
        """Why no copy can be made of it; empty when they can."""
        names = self.said()
        if not self.single.isChecked() and not all(names):
            return _("Chaque table a besoin d’un nom.")
        if len({name.casefold() for name in names}) < len(names):
            return _("Deux tables ont le même nom : leurs notes ne se distingueraient plus.")
        return ""

    def stand_where_wrong(self) -> None:
        """The keyboard goes to the first name that is missing, else to the first one."""
        next((field for field in self.names if not field.text().strip()), self.names[0]).setFocus()
