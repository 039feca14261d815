"""A card on its way to another state: what that state needs is asked where the card was let go."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import CanvasType, State
from labdesk.domain.deck import lacking, warning
from labdesk.domain.entities import Value
from labdesk.domain.model import Project, title
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.prototypes.asking import AskedField, can_be_asked, fields_for
from labdesk.ui.prototypes.piles import in_a_list
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class MoveForm(QFrame):
    """It stands in the pile of the state. Entrée goes on, Échap gives up; nothing changes before the end."""

    done = Signal(object)
    """Mapping of zone ids to values."""
    given_up = Signal()
    card_wanted = Signal()
    """Something is asked that only the open card can take: a photo, a link."""

    def __init__(
        self, look: Look, project: Project, kind: CanvasType, canvas: str, state: State, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.canvas, self.state, self._kind = canvas, state, kind
        self._known = {zone: project.words(canvas, zone) for zone in ("verdict", "confidence", "decision")}
        zones = lacking(project, kind, canvas, state)
        self.fields = fields_for(kind, zones)
        self._elsewhere = [zone for zone in zones if not can_be_asked(zone)]
        self._look = look
        role(self, "asking")
        self.setAccessibleName(_("Passer à « {state} »").format(state=state.label))
        self._column = QVBoxLayout(self)
        space = look.space("m")
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(look.space("s"))
        self._line(title(project, kind, canvas), "h3")
        self._line(_("Pour passer à « {state} » :").format(state=state.label), "muted")
        must = kind.by_id.get(state.zone)
        if must is not None and len(self.fields) > 1:
            sentence = _("Seul est nécessaire : {what}. Le reste peut venir plus tard.")
            self._line(sentence.format(what=in_a_list((must,))), "small")
        for field in self.fields:
            field.edited.connect(self._warn)
            field.entered.connect(lambda field=field: self._entered(field))
            self._column.addWidget(field)
        if self._elsewhere:
            names = ", ".join(str(zone.label) for zone in self._elsewhere)
            self._line(_("Se remplit sur la carte : {names}").format(names=names), "small")
        self.warning = self._line("", "warn")
        self.warning.hide()
        self._buttons()
        self._warn()

    def _line(self, text: str, kind: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        role(label, kind)
        self._column.addWidget(label)
        return label

    def _buttons(self) -> None:
        self.go, self.cancel = QPushButton(_("Valider"), self), QPushButton(_("Laisser"), self)
        role(self.go, "primary")
        role(self.cancel, "quiet")
        draw(self.go, "check", self._look, "on_primary")
        self.go.setToolTip(_("Entrée, dans la dernière case"))
        self.cancel.setToolTip(_("La carte reste où elle est (Échap)"))
        for button in (self.go, self.cancel):
            button.setAutoDefault(True)
        self.go.clicked.connect(self.finish)
        self.cancel.clicked.connect(self.given_up)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self._column.addLayout(row)
        if self._elsewhere and not self.fields:
            self.go.setText(_("Ouvrir la carte"))

    # -- filling --------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """The focus goes to the first field that is still empty."""
        first = next((field for field in self.fields if not field.raw), None)
        (first.editor if first else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed(self) -> Mapping[str, str]:
        """What stands in the fields, to be put back when the deck is laid out again."""
        return {field.zone.id: field.raw for field in self.fields}

    def retype(self, typed: Mapping[str, str]) -> None:
        """Put it back."""
        for field in self.fields:
            field.retype(typed.get(field.zone.id, field.raw))
        self._warn()

    def _entered(self, field: AskedField) -> None:
        rank = self.fields.index(field)
        following = next((one for one in self.fields[rank + 1 :] if not one.raw), None)
        if following is not None:
            following.editor.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finish()

    def _warn(self) -> None:
        """A decision that runs ahead of its proof is advised against, not refused."""
        said = {field.zone.id: field.raw for field in self.fields if field.zone.id in self._known}
        now = {**self._known, **{zone: raw for zone, raw in said.items() if raw}}
        sentence = warning(now["verdict"], now["confidence"], now["decision"])
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def finish(self) -> None:
        """All is said: the card goes on. What makes the state must be there; the rest can come later."""
        if self._elsewhere and not self.fields:
            self.card_wanted.emit()
            return
        values: dict[str, Value] = {}
        for field in self.fields:
            try:
                values[field.zone.id] = field.value()
            except Refusal:
                field.editor.setFocus()
                return
        for field in self.fields:
            if field.zone.id == self.state.zone and not values[field.zone.id]:
                field.refuse(_("Il le faut pour passer à « {state} ».").format(state=self.state.label))
                return
        self.done.emit(values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
