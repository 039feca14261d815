"""The right drawer: what is selected on a canvas, its guiding question, and all that can be said of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from labdesk.domain.canvas_type import Zone
from labdesk.domain.model import lane_zone
from labdesk.errors import Refusal
from labdesk.ui.canvas.note_form import NoteForm
from labdesk.ui.desk import Desk, Selection
from labdesk.ui.photo_form import PhotoForm
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class Drawer(QScrollArea):
    """It follows `desk.selected`. Its fields write through the desk like everything else."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look
        self.selection: Selection | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Ce qui est sélectionné"))
        inside = QFrame(self)
        role(inside, "panel")
        self._column = QVBoxLayout(inside)
        margin = look.space("l")
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.space("s"))
        self._where, self._what, self._question = (self._label(name) for name in ("caption", "h3", "muted"))
        self.note = NoteForm(desk, look, inside)
        self._column.addWidget(self.note)
        self.photo: PhotoForm | None = None
        self._column.addStretch(1)
        self._keys = self._label("small")
        self.setWidget(inside)
        desk.selected.connect(self.follow)
        desk.changed.connect(self._changed)
        desk.opened.connect(lambda: self.follow(None))
        self.follow(None)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        role(label, name)
        self._column.addWidget(label)
        return label

    # -- what is shown --------------------------------------------------------------------------------------
    def follow(self, selection: Selection | None) -> None:
        """Show this; what was being typed about the former thing becomes a gesture."""
        if self.photo is not None and (selection is None or selection.row != self.photo.photo):
            self.photo.settle()
            self.photo.deleteLater()
            self.photo = None
        if selection is None or selection.table != "note":
            self.note.settle()
        self.selection = selection
        self.refresh()

    def _changed(self, _touched: object) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was closed."""
        super().showEvent(event)
        self.refresh()

    def _lesson(self) -> str:
        """What will stand here; a table never hears of the facilitator's notes."""
        if self.desk.table:
            return _(
                "Choisissez une note, une photo ou une étape : sa question, sa preuve, ses voix et ses liens "
                "se lisent et s’écrivent ici."
            )
        return _(
            "Choisissez une note, une photo ou une étape : sa question, sa preuve, ses voix, ses liens "
            "et la note d’animation se lisent et s’écrivent ici."
        )

    def refresh(self) -> None:
        """The selected thing as it stands now."""
        chosen = self.selection
        if chosen is not None and chosen.canvas not in self.desk.project.canvas:
            chosen = self.selection = None
        zone = self._zone(chosen)
        self._where.setText(self._place(chosen))
        self._where.setVisible(bool(self._where.text()))
        self._what.setText(self._title(chosen, zone))
        question = str(zone.question) if zone is not None else ""
        if chosen is None:
            question = self._lesson()
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._show_note(chosen)
        self._show_photo(chosen)
        self._keys.setText(_("Entrée : modifier · Alt+flèches : déplacer · F1 : touches") if chosen else "")

    def _show_note(self, chosen: Selection | None) -> None:
        here = chosen is not None and chosen.table == "note" and chosen.row in self.desk.project.note
        self.note.setVisible(here)
        if here and chosen is not None:
            self.note.bind(chosen.row or "")

    def _show_photo(self, chosen: Selection | None) -> None:
        here = chosen is not None and chosen.table == "photo" and chosen.row in self.desk.project.photo
        if here and chosen is not None and self.photo is None:
            self.photo = PhotoForm(self.desk, self.look, chosen.row or "")
            self._column.insertWidget(4, self.photo)
        if self.photo is not None:
            self.photo.refresh()
            self.photo.setVisible(here)

    def _zone(self, chosen: Selection | None) -> Zone | None:
        if chosen is None or not chosen.zone:
            return None
        project = self.desk.project
        try:
            found = self.desk.types.of(project, chosen.canvas).by_id.get(chosen.zone)
        except Refusal:
            return None
        lane = project.lane.get(chosen.zone)
        return found or (lane_zone(self.desk.types.of(project, chosen.canvas), lane) if lane else None)

    def _place(self, chosen: Selection | None) -> str:
        """« ÉTAPE 3 · Candidater »."""
        if chosen is None:
            return ""
        names = {
            "note": _("Note"),
            "photo": _("Photo"),
            "phase": _("Phase"),
            "step": _("Étape"),
            "lane": _("Ligne"),
        }
        said = [names.get(chosen.table or "", "")]
        project = self.desk.project
        if chosen.step and chosen.step in project.step:
            steps = [step.id for step in project.steps_of(chosen.canvas)]
            label = project.step[chosen.step].label or ""
            said.append(_("étape {n} {label}").format(n=steps.index(chosen.step) + 1, label=label).strip())
        return " · ".join(word for word in said if word)

    def _title(self, chosen: Selection | None, zone: Zone | None) -> str:
        if chosen is None:
            return _("Rien n’est sélectionné")
        if chosen.table in ("phase", "step", "lane"):
            row = self.desk.project.table(chosen.table).get(chosen.row or "")
            label = getattr(row, "label", None)
            return label or (str(zone.label) if zone is not None else _("Sans nom"))
        return str(zone.label) if zone is not None else ""

    def enter_links(self, note: str) -> None:
        """The keyboard goes to what a note is tied to."""
        row = self.desk.project.note.get(note)
        if row is not None:
            self.follow(Selection(row.canvas or "", row.zone, row.step, "note", note))
            self.ensureWidgetVisible(self.note.links)
            self.note.links.enter()

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.note.settle()
        if self.photo is not None:
            self.photo.settle()
