"""A project being worked on: the working copy in memory, the writer behind it, drafts, pictures, backups."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING

from msgspec.structs import replace

from labdesk.domain.entities import Value
from labdesk.domain.gesture import Edit, Gesture
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.store import backups, mirror
from labdesk.store.author import laptop
from labdesk.store.disagreements import Disagreement
from labdesk.store.drafts import Draft, Key
from labdesk.store.history import Rows, Union
from labdesk.store.hold import Hold, held
from labdesk.store.parcel import Parcel
from labdesk.store.pictures import Picture, Rendition
from labdesk.store.project_file import Done, ProjectFile
from labdesk.store.seats import Seat, for_table
from labdesk.store.state import Place
from labdesk.store.trouble import reason
from labdesk.store.writer import SaveState, Writer
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.album import Album
    from labdesk.store.merge import MergeReport
    from labdesk.store.search import Hit


class Session:
    """What the window and the command line hold. Everything is done in memory at once and saved behind.

    `on_saved` is called from the writer's thread. Threads may share a session: a lock orders them.
    """

    def __init__(self, document: ProjectFile) -> None:
        assert document.path is not None
        self.path: Path = document.path
        self.author, self.origin, self.notice = document.author, document.origin, document.notice
        self.seat = document.seat
        self.on_saved: Callable[[SaveState], None] | None = None
        self.backup_trouble: str | None = None
        self._lock = RLock()
        self._memory = document.working_copy()
        self._drafts: dict[Key, Draft] = {}
        self._document = document if document.read_only else None
        self._photos: Album | None = None
        self._writer: Writer | None = None
        self._mirrors: list[Path] = []
        self._next_backup, self._changed = 0.0, True
        self._hold: Hold | None = None
        if not document.read_only:
            found = self._take_mirrors().then(self._memory.promote_drafts())
            self._writer = Writer(document, self._everything, self._told, self._chores)
            self._send(found)

    @classmethod
    def open(cls, path: Path, author: str | None = None, *, read_only: bool = False) -> "Session":
        """Open a project. A Refusal leaves the file as it was; `notice` says why one is only read."""
        document = ProjectFile.open(path, author or laptop(), read_only=read_only)
        try:
            document.sit_down()
            return cls(document)
        except BaseException:
            document.close()
            raise

    @classmethod
    def open_alone(cls, path: Path) -> "Session":
        """For a window: a project that another window of this laptop writes is only read here."""
        hold = held(path)
        try:
            session = cls.open(path, read_only=hold is None)
        except BaseException:
            if hold is not None:
                hold.let_go()
            raise
        session._hold = hold
        if hold is None:
            session.notice = session._memory.reason = _(
                "Ce projet est déjà ouvert dans une autre fenêtre : continuez là-bas. "
                "Ici il se lit seulement, tel qu’il est maintenant."
            )
        return session

    @classmethod
    def create(cls, path: Path, author: str | None = None, first: Gesture | None = None) -> "Session":
        """A new project; `first` fills it in and cannot be undone."""
        document = ProjectFile.create(path, author or laptop())
        try:
            if first:
                document.do(first, forever=True)
            return cls(document)
        except BaseException:
            document.close()
            path.unlink(missing_ok=True)
            raise

    # -- reading --
    @property
    def read_only(self) -> bool:
        """Nothing can be written; `notice` says why."""
        return self._writer is None

    @property
    def project(self) -> Project:
        """The snapshot of now."""
        with self._lock:
            return self._memory.project

    @property
    def undo_label(self) -> str | None:
        """What Ctrl+Z would take back."""
        with self._lock:
            return self._memory.undo_label

    @property
    def redo_label(self) -> str | None:
        """What Ctrl+Y would do again."""
        with self._lock:
            return self._memory.redo_label

    @property
    def saved(self) -> SaveState:
        """Where saving stands."""
        return self._writer.state if self._writer else SaveState(None, 0, self.notice)

    def heads(self, table: str, row: str, field: str) -> tuple[str, ...]:
        """The changes on screen when an editor opens: for `Edit.seen` and `draft`."""
        with self._lock:
            return self._memory.heads(table, row, field)

    def former(self, table: str, row: str, field: str) -> tuple[Value, ...]:
        """Every value a field had, the latest first."""
        with self._lock:
            return self._memory.former(table, row, field)

    def disagreements(self) -> tuple[Disagreement, ...]:
        """Fields whose versions differ."""
        with self._lock:
            return self._memory.disagreements()

    def tables_said(self) -> dict[str, str]:
        """The table each laptop wrote for."""
        with self._lock:
            return self._memory.tables_said()

    def kept_though_removed(self) -> tuple[Place, ...]:
        """Rows that stay because somebody edited them without knowing of their removal."""
        with self._lock:
            return self._memory.kept_though_removed()

    def search(self, words: str) -> "tuple[Hit, ...]":
        """Where all these words stand, accents and capitals aside."""
        from labdesk.store.search import search  # once somebody looks for something

        return search(self.project, words)

    # -- writing --
    def do(self, gesture: Gesture, *, forever: bool = False, going_on: bool = False) -> Done:
        """Do it in memory at once; the document follows. A Refusal changes nothing.

        `forever`: the program remembers something by itself; no Ctrl+Z takes it back. `going_on`: more of
        the gesture done last, which stays one gesture to undo.
        """
        with self._lock:
            done = self._memory.do(gesture, forever=forever, going_on=going_on)
            keys = {(e.table, e.row, e.field) for e in gesture.edits if isinstance(e, Edit)}
            self._send(Parcel(done.rows, over=self._ended(keys & self._drafts.keys())))
            return done

    def undo(self) -> Done | None:
        """Take back this laptop’s last gesture. None: there is none. Falsy: others wrote there since."""
        return self._back_or_forth(ProjectFile.undo)

    def redo(self) -> Done | None:
        """Do again what was taken back last."""
        return self._back_or_forth(ProjectFile.redo)

    def _back_or_forth(self, step: Callable[[ProjectFile], Done | None]) -> Done | None:
        with self._lock:
            done = step(self._memory)
            if done is not None:
                self._send(Parcel(done.rows))
            return done

    def draft(self, table: str, row: str, field: str, text: str, seen: Iterable[str] = ()) -> None:
        """Each second of typing: if the laptop dies, the text becomes a change at the next opening."""
        if self._writer is None:
            return
        with self._lock:
            key = (table, row, field)
            known = self._drafts.get(key)
            draft = known.typed(text) if known else self._memory.begin_draft(key, text, seen)
            self._drafts[key] = draft
            self._send(Parcel(drafts=(draft,)))

    def forget_draft(self, table: str, row: str, field: str) -> None:
        """The editor closed without a change. A gesture on the field forgets its draft by itself."""
        with self._lock:
            self._send(Parcel(over=self._ended({(table, row, field)} & self._drafts.keys())))

    def merge(self, others: Iterable[Path]) -> "MergeReport":
        """Gather other tables into this project, after a backup; the report says what needs a human."""
        from labdesk.store.merge import gather

        self._back_up_now()
        with self._lock:
            held = self._album.held() | self._album.waiting.keys()
        report, parcel = gather(self._memory, others, held, self._lock)
        with self._lock:
            self._album.take(parcel.pictures)
            self._send(parcel)
            return report

    def erase(self, places: Iterable[Place], pictures: Iterable[str] = (), field: str | None = None) -> None:
        """Forget for good what these rows ever said, and these photos: here, in the file, in its backups."""
        if self._writer is None:
            raise Refusal(self.notice or "")
        from labdesk.store.erasure import concerned, quoted, rewrite  # no start waits for it

        with self._lock:
            places = set(places)
            refs = quoted(places, field)
            typed = concerned(self._drafts.values(), places, refs)
            over = self._ended({draft.key for draft in typed})
            parcel = self._memory.erase(places, pictures, field).then(Parcel(over=over))
            self._album.forget(parcel.rows.erased)
            self._send(parcel)
        self.flush()
        kept = (*backups.listed(self.origin), *backups.listed(backups.of_a_table(self.origin)))
        copies = (*kept, *mirror.left_behind(self.origin))
        if failed := rewrite(copies, parcel.rows, places, refs):
            sentence = _("Effacé du projet, mais pas encore de ces sauvegardes : {names}.")
            raise Refusal(sentence.format(names=", ".join(failed)))

    def absorb(self, rows: Rows) -> Union:
        """Unite a piece of history from elsewhere."""
        with self._lock:
            union = self._memory.absorb(rows)
            self._send(Parcel(rows))
            return union

    def _ended(self, keys: Iterable[Key]) -> tuple[tuple[Key, str], ...]:
        ended = tuple((key, self.author) for key in keys)
        for key, _author in ended:
            del self._drafts[key]
        return ended

    def _send(self, parcel: Parcel) -> None:
        if parcel and self._writer is not None:
            self._changed = True
            self._writer.send(parcel)

    # -- pictures --
    def add_picture(self, data: bytes, name: str) -> Picture:
        """Prepare a photo and keep it; takes a while, so call it in a worker. A Refusal when it is none."""
        from labdesk.store.photos import prepare

        if self._writer is None:
            raise Refusal(self.notice or "")
        picture = prepare(data, name)
        with self._lock:
            self._album.take((picture,))
            self._send(Parcel(pictures=(picture,)))
        return picture

    def picture(self, sha: str, rendition: Rendition = "screen") -> bytes:
        """The JPEG bytes of a photo; a Refusal when no place known here holds it."""
        return self._album.rendition(sha, rendition)

    @property
    def _album(self) -> "Album":
        """Made under the lock: two threads must not keep their photos in two of them."""
        with self._lock:
            if self._photos is None:
                from labdesk.store.album import Album  # no photo, no album

                self._photos = Album(self.path, self.author, self._lock, self._document)
            return self._photos

    @property
    def _has_album(self) -> bool:
        return self._photos is not None

    # -- saving --
    def flush(self, seconds: float = 30.0) -> bool:
        """Wait until the document holds everything; False when it does not."""
        return self._writer is None or self._writer.flush(seconds)

    def adrift(self) -> int:
        """Save, then count the gestures that this memory alone holds: closing now would lose them."""
        return self._writer.adrift() if self._writer else 0

    def copy_to(self, out: Path, seat: Seat | None = None) -> None:
        """The whole project, with its history and photos, in a new file beside or elsewhere.

        For a `seat`: what a table needs of it, distributed from this file, so that both unite later.
        """
        self.flush()
        copy = ProjectFile.create(out, self.author, self.origin)
        try:
            if here := seat or self.seat:
                copy.take_seat(here)
            copy.receive(for_table(self._everything()) if seat else self._everything())
            names = {photo.picture for photo in self.project.photo.values() if photo.picture}
            with self._lock, suppress(Refusal):  # the document may be away: then what backups know is copied
                names |= self._album.held()
            for sha in names - copy.picture_names():
                if (found := self._album.whole(sha)) is not None:
                    copy.put_picture(found)
        except BaseException:
            copy.close()
            out.unlink(missing_ok=True)
            raise
        copy.close()

    def close(self) -> None:
        """Save, then let everything go."""
        if self._writer is not None:
            self._writer.close()
        with self._lock:
            if self._has_album:
                self._album.let_document_go()
            if self._document is not None:
                self._document.close()
            self._memory.close()
        if self._hold is not None:
            self._hold.let_go()

    def _everything(self) -> Parcel:
        with self._lock:
            waiting = tuple(self._album.waiting.values()) if self._has_album else ()
            return Parcel(self._memory.rows(), waiting, tuple(self._drafts.values()))

    def _told(self, state: SaveState) -> None:
        """On the writer’s thread, after each try."""
        if state.trouble is None and state.pending == 0:
            for path in self._mirrors:
                mirror.let_go(path, self.origin, self.path)
            self._mirrors = []
            if self._has_album:
                with suppress(Refusal):  # they stay in memory until the next time
                    self._album.let_written_go()
        elif state.trouble is not None and self._has_album:
            self._album.let_document_go()
        if self.on_saved is not None:
            self.on_saved(state)

    def _take_mirrors(self) -> Parcel:
        """What an earlier window could not write into the document."""
        parcel = Parcel()
        # The mirror of the whole project, on this same laptop, holds what a table is not given.
        for path, found, sound in mirror.found_again(
            self.origin, self.path, self.author, own=self.seat is not None
        ):
            if sound:
                self._mirrors.append(path)
            self._memory.receive(replace(found, pictures=()))
            parcel = parcel.then(found)
        return parcel

    def _back_up_now(self) -> None:
        """Before a merge. A Refusal when it fails: then nothing is merged."""
        self.flush()
        try:
            with closing(ProjectFile.open(self.path, self.author, read_only=True)) as document:
                document.back_up()
        except (sqlite3.Error, OSError) as trouble:
            sentence = _("La sauvegarde n’a pas pu être faite ({reason}) : rien n’a été réuni.")
            raise Refusal(sentence.format(reason=reason(trouble))) from trouble

    def _chores(self, document: ProjectFile) -> None:
        """On the writer’s thread, between two commits: a backup at the start, then each ten minutes."""
        if not self._changed or monotonic() < self._next_backup:
            return
        self._next_backup, self._changed = monotonic() + backups.EVERY, False
        try:
            document.back_up()
            self.backup_trouble = None
        except (sqlite3.Error, OSError) as trouble:
            self.backup_trouble = _("La dernière sauvegarde n’a pas pu être faite : {reason}").format(
                reason=reason(trouble)
            )
