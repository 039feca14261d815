"""The one thread that writes: what the window hands over goes into the document, or a mirror meanwhile."""

import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic

from msgspec import Struct

from labdesk.errors import Refusal
from labdesk.store import trouble
from labdesk.store.mirror import Mirror
from labdesk.store.parcel import Parcel
from labdesk.store.project_file import ProjectFile
from labdesk.words import _, why

RETRY = 2.0
"""Seconds between two tries when the medium fails."""


class SaveState(Struct, frozen=True):
    """What the status line tells: when the document was committed, gestures not in it yet, what is wrong."""

    at: datetime | None
    pending: int
    trouble: str | None
    kept: bool = True
    """What is pending lies in the mirror; False: nowhere but in the memory of the window."""


class Writer:
    """Parcels in, commits out. `told` is called from the writer's thread.

    `everything` gives the whole history of the window: what a mirror, or a document that comes
    back, may lack. `chores` gets the document between two commits.
    """

    def __init__(
        self,
        document: ProjectFile,
        everything: Callable[[], Parcel],
        told: Callable[[SaveState], None],
        chores: Callable[[ProjectFile], None],
    ) -> None:
        assert document.path is not None
        self._document: ProjectFile | None = document
        self._path: Path = document.path
        self._author, self._origin = document.author, document.origin
        self._everything, self._told, self._chores = everything, told, chores
        self._mirror = Mirror(document.origin, document.path, document.author)
        self._ready = threading.Condition()
        self._queue: list[Parcel] = []
        self._owed = Parcel()
        self._state = SaveState(None, 0, None)
        self._fresh: list[Parcel] = []
        self._busy = self._stopping = self._last_try = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    # -- the window's side --
    def send(self, parcel: Parcel) -> None:
        """Hand over; returns at once."""
        with self._ready:
            self._queue.append(parcel)
            self._ready.notify_all()

    @property
    def state(self) -> SaveState:
        """The last thing told."""
        return self._state

    def flush(self, seconds: float = 30.0) -> bool:
        """Wait until all that was sent is in the document; False when the medium fails or time is out."""
        until = monotonic() + seconds
        with self._ready:
            while self._queue or self._busy:
                if not self._ready.wait(max(0.0, until - monotonic())) and monotonic() >= until:
                    return False
            return not self._owed

    def adrift(self, seconds: float = 30.0) -> int:
        """Try once more; the gestures that neither document nor mirror could take then."""
        if self.flush(seconds):
            return 0
        self.send(Parcel())  # at once, and not when the next round would have come
        if self.flush(seconds):
            return 0
        with self._ready:
            told = not (self._queue or self._busy)
        state = self._state
        return 0 if told and state.kept else max(1, state.pending)

    def close(self) -> None:
        """Write what was sent, then end. What the document could not take is in the mirror."""
        with self._ready:
            self._stopping = True
            self._ready.notify_all()
        self._thread.join()

    # -- the thread's side --
    def _run(self) -> None:
        self._do_chores()
        while self._next():
            try:
                self._write()
            except Exception:  # what is owed stays owed: the next round tries again
                self._report()
            with self._ready:
                self._busy = False
                self._ready.notify_all()
            self._do_chores()
        if self._document is not None:
            self._document.close()
        self._mirror.close()

    def _next(self) -> bool:
        """Wait for something to write; False when it is time to end."""
        with self._ready:
            while not self._queue:
                if self._stopping and (self._last_try or not self._owed):
                    return False
                if self._stopping:  # perhaps the document is back by now
                    self._last_try = True
                    break
                if not self._ready.wait(RETRY if self._owed else None) and self._owed:
                    break
            self._busy = True
            for parcel in self._queue:
                self._owed = self._owed.then(parcel)
            self._fresh, self._queue = self._queue, []
            return True

    def _write(self) -> None:
        try:
            self._save()
        except Refusal as refusal:
            self._turn_to_mirror(refusal)
        except Exception:
            # A bug must not stop the saving: it is reported like any other, and the thread goes on.
            self._report()
            self._turn_to_mirror(Refusal(_("L’enregistrement a échoué : une erreur imprévue est notée.")))
        else:
            self._owed = Parcel()
            self._mirror.forget()
            self._tell(SaveState(datetime.now().astimezone(), self._waiting(), None))

    def _save(self) -> None:
        if self._document is not None:
            self._document.receive(self._owed)
            return
        document = self._reopened()
        try:
            document.receive(self._owed)  # first: a disk that stays full says so at little cost
            # It may be another copy: all that the window knows is owed to it. Not noted in `_owed`, which
            # would grow by a whole history at each try.
            document.receive(self._everything().then(self._owed))
        except BaseException:
            document.close()
            raise
        self._document = document

    def _reopened(self) -> ProjectFile:
        """The document after a failure, if it is still this one and may be written."""
        document = ProjectFile.open(self._path, self._author)
        if document.read_only or document.origin != self._origin:
            notice = document.notice or _("Un autre projet a pris la place de « {name} ».")
            document.close()
            raise Refusal(notice.format(name=self._path.name))
        return document

    def _turn_to_mirror(self, refusal: Refusal) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None
        cause = refusal.__cause__
        sentence = trouble.said(cause, self._path.name) if trouble.is_medium(cause) else refusal.sentence
        try:
            self._mirror.receive(self._everything, self._owed, self._fresh)
            where = _("Vos saisies sont gardées sur cet ordinateur et y retourneront dès que possible.")
            kept = True
        except (Refusal, OSError) as second:
            where = _("Vos saisies restent en mémoire : gardez LabDesk ouvert. ({reason})").format(
                reason=second.sentence if isinstance(second, Refusal) else why(second)
            )
            kept = False
        self._tell(SaveState(self._state.at, self._waiting(self._owed), f"{sentence} {where}", kept))

    def _waiting(self, *owed: Parcel) -> int:
        """Gestures that the document lacks; one that was written in several turns is one."""
        with self._ready:
            return len({gesture.id for parcel in (*owed, *self._queue) for gesture in parcel.rows.gestures})

    def _tell(self, state: SaveState) -> None:
        self._state = state
        try:
            self._told(state)
        except Exception:  # a listener that fails stops no saving
            self._report()

    def _do_chores(self) -> None:
        if self._document is not None:
            try:
                self._chores(self._document)
            except Exception:  # a backup that fails stops no saving
                self._report()

    def _report(self) -> None:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
