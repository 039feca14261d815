"""The desk: the one object every view holds. It does gestures, says what changed, catches refusals."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from labdesk.domain.canvas_type import Catalogue, load_catalogue
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project, Types
from labdesk.domain.sieve import Sieve
from labdesk.errors import Refusal
from labdesk.ui.hints import Hints
from labdesk.ui.spelling.spelling import Spelling
from labdesk.ui.target import Selection, Target
from labdesk.ui.work import beside, finish_work
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.pictures import Picture, Rendition
    from labdesk.store.project_file import Done
    from labdesk.store.search import Hit
    from labdesk.store.session import Session

__all__ = ["Desk", "Selection", "Target"]

T = TypeVar("T")
Stays = Callable[[frozenset[tuple[str, str]], Target | None], bool]
NOTHING = Project.empty()


class Desk(QObject):
    """One project, or none. Views read `project` and hear the signals; no view touches the store."""

    changed = Signal(object)
    """frozenset[(table, row)] just touched; `project` is already the new snapshot."""
    opened = Signal()
    """Another project (or none) is on the desk: rebuild everything."""
    ready = Signal()
    """Every view was rebuilt after `opened`: the window goes to where work begins."""
    saved = Signal(object)
    """The SaveState of the writer, in the window's thread."""
    refused = Signal(str)
    """A calm sentence: what was not done, what was kept, what to do."""
    announced = Signal(str)
    """Said to the screen reader and shown shortly."""
    idle = Signal(str)
    """There was nothing to do: said as shortly, without the mark of something done."""
    selected = Signal(object)
    """Selection | None: the drawer follows."""
    wanted = Signal(object)
    """Target: the window goes there."""
    links_wanted = Signal(str)
    """A note: the drawer opens on what it is tied to."""
    sieved = Signal()
    """Another filter is to be projected too, or none any more."""
    settling = Signal()
    """Undo, redo or the end is near: what is being typed must become a gesture first."""
    seated = Signal()
    """The laptop sits down at a table, or leaves it, while the project stays open."""
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._left = NOTHING  # the last snapshot of a closed project: a window that closes still paints
        self.table = ""
        """The table this laptop sits at (« Table 3 »); empty for the facilitator. New notes carry it."""
        self._here: Selection | None = None
        self.stays: Stays = lambda _touched, _target: False
        """A view that shows what an undo touched (and would go to) says so: the window does not leave it."""
        self.spelling, self.hints = Spelling(self), Hints(self)
        self.sieves: dict[str, Sieve] = {}
        """The filters that someone asked to project too, by canvas; projections begin without any."""
        self._heard.connect(self.saved, Qt.ConnectionType.QueuedConnection)  # it comes from the writer thread

    # -- what stands on the desk ----------------------------------------------------------------------------
    @property
    def project(self) -> Project:
        """The project as it is now; an empty one when none is open."""
        return self._session.project if self._session else self._left

    @cached_property
    def catalogue(self) -> Catalogue:
        """The canvas types this laptop knows; read the first time they are asked for."""
        return load_catalogue()

    @cached_property
    def types(self) -> Types:
        """The types of the canvases: the copies in the file win over the catalogue."""
        return Types(self.catalogue)

    @property
    def session(self) -> "Session | None":
        """The open session, for what runs beside the window (exports, merges)."""
        return self._session

    @property
    def path(self) -> Path | None:
        """The file of the open project."""
        return self._session.path if self._session else None

    @property
    def read_only(self) -> bool:
        """The file can be read but not written."""
        return self._session is not None and self._session.read_only

    def put(self, session: "Session | None") -> None:
        """Another project takes the desk; the former one is written to the end and closed."""
        self.close()
        self._session, self._left, self.sieves = session, NOTHING, {}
        if session is not None:
            session.on_saved = self._heard.emit
        self.opened.emit()
        self.ready.emit()

    def adrift(self) -> int:
        """Save what was typed, then count the gestures that could be written nowhere; 0: one may close."""
        if self._session is None:
            return 0
        finish_work()  # photos that were just dropped
        self.settling.emit()
        return self._session.adrift()

    def close(self) -> None:
        """Everything typed reaches the file, then the file is let go. What is on screen can still be read."""
        if self._session is not None:
            finish_work()  # photos that were just dropped
        self.settling.emit()
        session, self._session = self._session, None
        if session is not None:
            self._left = session.project
            session.on_saved = None
            session.close()

    def seat(self, table: str) -> None:
        """This laptop sits at that table from now on; empty: at none, everything is shown."""
        if table != self.table:
            self.settling.emit()
            self.table = table
            self.selected.emit(None)
            self.seated.emit()

    # -- doing ----------------------------------------------------------------------------------------------
    def do(self, gesture: Gesture, *, going_on: bool = False) -> bool:
        """Do a gesture and tell what changed. An empty one is nothing; a refused one changes nothing.

        `going_on`: more of the gesture done last; one undo takes all of it back.
        True when it was done: whoever announces it says nothing of what was refused.
        """
        if not gesture or self._session is None:
            return False
        session = self._session
        whole = _followed(session.project, gesture)
        done = self._calmly(lambda: session.do(whole, going_on=going_on))
        if done is not None:
            self.changed.emit(done.touched)
        return done is not None

    def note_down(self, gesture: Gesture) -> bool:
        """The program remembers something nobody typed: Ctrl+Z goes on from what people did."""
        session = self._session
        if not gesture or session is None:
            return False
        done = self._calmly(lambda: session.do(gesture, forever=True))
        if done is not None:
            self.changed.emit(done.touched)
        return done is not None

    def undo(self) -> None:
        """Take back the last gesture, say which, and go where it was."""
        self.settling.emit()
        session = self._session
        if session is not None:
            self._went(self._calmly(session.undo), _("Annulé : {what}"), _("Il n’y a rien à annuler."))

    def redo(self) -> None:
        """Do again what was taken back, say which, and go where it is."""
        self.settling.emit()
        session = self._session
        if session is not None:
            self._went(self._calmly(session.redo), _("Rétabli : {what}"), _("Il n’y a rien à rétablir."))

    def _went(self, done: "Done | None", sentence: str, nothing: str) -> None:
        if done is None:
            self.idle.emit(nothing)
            return
        if not done:
            self.refused.emit(_("Une autre table a changé cela depuis : rien n’a été défait."))
            return
        from labdesk.ui.retraced import place_of, told_where  # nobody undoes before the window stands

        self.changed.emit(done.touched)
        here = self._here.canvas if self._here is not None else ""
        target = place_of(self.project, self.types, done.touched, here)
        stays = self.stays(frozenset(done.touched), target)
        said = sentence.format(what=done.label)
        where = "" if stays else told_where(self.project, self.types, target, done.touched)
        self.announced.emit(_("{what} ({where})").format(what=said, where=where) if where else said)
        if target and not stays:
            self.go(target)

    @property
    def undo_label(self) -> str | None:
        """What Ctrl+Z would take back."""
        return self._session.undo_label if self._session else None

    @property
    def redo_label(self) -> str | None:
        """What Ctrl+Y would do again."""
        return self._session.redo_label if self._session else None

    # -- typing ---------------------------------------------------------------------------------------------
    def heads(self, table: str, row: str, field: str) -> tuple[str, ...]:
        """The changes on screen of a field: what an editor keeps as it opens, for `Edit.seen`."""
        return self._session.heads(table, row, field) if self._session else ()

    def former(self, table: str, row: str, field: str) -> tuple[str, ...]:
        """Every wording a field had, the latest first: what left in a document is found among them."""
        found = self._session.former(table, row, field) if self._session else ()
        return tuple(str(value) for value in found)

    def draft(self, table: str, row: str, field: str, text: str, seen: tuple[str, ...]) -> None:
        """Keep a burst of typing that is still going on: once a second at most."""
        if self._session is not None:
            self._session.draft(table, row, field, text, seen)

    def forget_draft(self, table: str, row: str, field: str) -> None:
        """The burst became a gesture, or was given up."""
        if self._session is not None:
            self._session.forget_draft(table, row, field)

    # -- pictures -------------------------------------------------------------------------------------------
    def picture(self, sha: str, rendition: "Rendition" = "screen") -> bytes | None:
        """A rendition of a picture of the project; None when no place known here holds it."""
        if self._session is None:
            return None
        try:
            return self._session.picture(sha, rendition)
        except Refusal:
            return None

    def add_picture(self, data: bytes, name: str, then: Callable[["Picture"], None]) -> None:
        """Prepare a picture on a worker and keep it in the file; then `then` places it."""
        session = self._session
        if session is not None:
            beside(self, lambda: session.add_picture(data, name), then, self.refused.emit)

    # -- saying, going --------------------------------------------------------------------------------------
    def announce(self, sentence: str) -> None:
        """Say something short that just happened."""
        self.announced.emit(sentence)

    @property
    def selection(self) -> Selection | None:
        """What is selected on the canvas in sight."""
        return self._here

    def select(self, selection: Selection | None) -> None:
        """This is selected now."""
        self._here = selection
        self.selected.emit(selection)

    def go(self, target: Target) -> None:
        """Show this."""
        self.wanted.emit(target)

    def project_sieve(self, canvas: str, sieve: Sieve | None) -> None:
        """The room sees this canvas through a filter too, or all of it again."""
        if sieve == self.sieves.get(canvas):
            return
        self.sieves.pop(canvas, None)
        if sieve:
            self.sieves[canvas] = sieve
        self.sieved.emit()

    def search(self, words: str) -> "tuple[Hit, ...]":
        """The fields of the project that hold all these words; accents and capitals do not count."""
        return self._session.search(words) if self._session else ()

    def _calmly(self, deed: Callable[[], T]) -> T | None:
        try:
            return deed()
        except Refusal as refusal:
            self.refused.emit(refusal.sentence)
            return None


def _followed(project: Project, gesture: Gesture) -> Gesture:
    """The gesture and what follows from it in the dossier: the amount on the cover, the words of quotes."""
    tables = {edit.table for edit in gesture.edits}
    if "resource" in tables:
        from labdesk.domain.commands.dossier import with_cover

        gesture = with_cover(project, gesture)
    if any("\u27e6" in (row.text or "") for row in project.section.values()):
        from labdesk.domain.quotes import kept

        gesture = kept(project, gesture)
    return gesture
