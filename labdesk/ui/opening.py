"""Opening and remembering projects for one window; a second project gets its own. New files: new_projects."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QObject, QThreadPool
from PySide6.QtWidgets import QFileDialog, QWidget

from labdesk.errors import Refusal
from labdesk.store.file_names import SUFFIX, free_path
from labdesk.ui.desk import Desk
from labdesk.ui.settings import Settings
from labdesk.ui.work import beside, reachable
from labdesk.words import _, why

if TYPE_CHECKING:
    from labdesk.store.session import Session
    from labdesk.store.shelf_index import Recent, Shelf
    from labdesk.ui.new_projects import NewProjects

__all__ = ["SUFFIX", "Opening", "dropped_project", "free_path"]

OPENED = (SUFFIX, ".json", ".pdf")
DOCUMENTS = (".docx", ".odt")
"""What a hierarchy corrects: the dossier takes it back."""
MOST = 24
"""Recent projects shown."""
EYES = 4
"""Files looked for at the same time."""


class Opening:
    """What Accueil and the Fichier menu do. A refusal is told by the desk; then nothing has changed."""

    def __init__(self, desk: Desk, settings: Settings, launch: Callable[[Path], None]) -> None:
        self._desk, self.settings = desk, settings
        self._launch = launch  # starts a second window on a file
        self._looking: set[Path] = set()
        self.which_table: Callable[[Path], object] = _ignore
        """Asks whoever sits there which table it is, for a copy that does not say; the window answers it."""

    def open(self, path: Path) -> bool:
        """A project file, or a JSON or PDF that holds one: that becomes a new file among the projects."""
        if not reachable(path):
            sentence = _("« {name} » ne répond pas : son dossier partagé ou sa clé est peut-être débranché.")
            self._desk.refused.emit(sentence.format(name=path.name))
            return False
        if path.suffix.lower() == ".json":
            return self._calmly(lambda: self._new.read(path))
        if path.suffix.lower() == ".pdf":
            return self._calmly(lambda: self._new.unpack(path))
        return self._calmly(lambda: self._show(path))

    def create(self, title: str, folder: Path) -> bool:
        """A new project of that title, in a file of that name."""
        return self._calmly(lambda: self._new.entitled(title, folder))

    def example(self, folder: Path) -> bool:
        """The complete example, in a file the person may change at will."""
        return self._calmly(lambda: self._new.example(folder))

    def table(self, name: str, path: Path) -> bool:
        """The copy prepared for a table: the window shows what a table needs, new notes carry its name."""
        from labdesk.store.seats import sit

        sit(path, name)  # a prepared copy says from now on whose it is
        self.settings.tables[str(path)] = name
        self.settings.save()
        if self._desk.session is not None and self._desk.path == path:  # it was said wrong the first time
            self._desk.seat(name)
            return True
        return self.open(path)

    def leave_table(self) -> None:
        """The facilitator takes the laptop: everything is shown. A prepared copy stays that of its table."""
        self.settings.tables.pop(str(self._desk.path), None)
        self.settings.save()
        self._desk.seat("")

    def again(self, title: str, source: Path | None, folder: Path) -> None:
        """A new project set up like this one (None: the open one), without content, under its own identity.

        Made beside the window: its source may lie on a slow share.
        """
        self._new.again(title, source, folder)

    def describe(self, source: Path | None, owner: QObject, then: Callable[[str], None]) -> None:
        """What of a project would be made again, in one line; nothing when it cannot be read."""
        from labdesk.domain.template import described
        from labdesk.store import templates

        here = self._desk.project if source is None or source == self._desk.path else None
        if here is not None:
            then(described(here))
        elif source is not None:
            beside(owner, lambda: described(templates.project_in(source)), then, _ignore)

    @cached_property
    def _new(self) -> "NewProjects":
        """Files that are made, loaded when the first one is."""
        from labdesk.ui.new_projects import NewProjects

        return NewProjects(self._desk, self.settings, lambda path: self._calmly(lambda: self._show(path)))

    def close(self) -> None:
        """Back to Accueil; everything is written."""
        self.settings.last = ""
        self.settings.save()
        self._desk.table = ""
        self._desk.put(None)

    def choose(self, parent: QWidget) -> Path | None:
        """The dialog of the system."""
        kinds = _("Projets LabDesk, échanges et PDF qui en portent un (*.labdesk *.json *.pdf)")
        folder = str(self.settings.project_folder())
        chosen, _kind = QFileDialog.getOpenFileName(parent, _("Ouvrir un projet"), folder, kinds)
        return Path(chosen) if chosen else None

    # -- the recent ones ------------------------------------------------------------------------------------
    def recent(self) -> tuple["Recent", ...]:
        """The projects used last, the latest first, as this laptop knows them: no file is asked."""
        return self._shelf.recent(MOST)

    def look_for(self, recent: Sequence["Recent"], owner: QObject, then: Callable[["Recent"], None]) -> None:
        """Which of their files are not there: asked beside, one by one. A share that is down keeps nobody.

        `then` is not called once `owner` is gone.
        """
        for one in recent:
            if one.path not in self._looking:
                self._looking.add(one.path)
                beside(owner, partial(_looked_for, one), partial(self._seen, then), _ignore, self._eyes)

    def _seen(self, then: Callable[["Recent"], None], one: "Recent") -> None:
        self._looking.discard(one.path)
        then(one)

    @cached_property
    def _eyes(self) -> QThreadPool:
        """Workers that may wait for a dead share as long as it takes: nothing else waits for them."""
        pool = QThreadPool(self._desk)
        pool.setMaxThreadCount(EYES)
        return pool

    def forget(self, path: Path) -> None:
        """Off the list; the file stays."""
        self._shelf.forget(path)

    def remember(self, picture: bytes | None, *, wait: bool = True) -> None:
        """Keep title, words and picture of the open project for Accueil and for other projects’ searches."""
        try:
            path, project, shelf = self._desk.path, self._desk.project, self._shelf
        except OSError:  # this laptop’s own folder is away: the list is disposable
            return
        if path is not None and wait:
            shelf.remember(path, project, picture)
        elif path is not None:
            beside(self._desk, lambda: shelf.remember(path, project, picture), _ignore, _ignore)

    @cached_property
    def _shelf(self) -> "Shelf":
        from labdesk.store.shelf_index import Shelf

        return Shelf()

    # -- how ------------------------------------------------------------------------------------------------
    def _show(self, path: Path) -> None:
        from labdesk.store.session import Session

        if self._desk.session is None:
            if self._nameless(path):
                self.which_table(path)
                return
            self._put(Session.open_alone(path))
        elif not _same(self._desk.path, path):
            Session.open(path, read_only=True).close()  # a file that is no project is refused here and now
            self._launch(path)

    def _nameless(self, path: Path) -> bool:
        """A copy for a table, and nobody said which one."""
        from labdesk.store.seats import seat_of

        seat = seat_of(path)
        return seat is not None and not (seat.name or self.settings.tables.get(str(path)))

    def _put(self, session: "Session") -> None:
        path = str(session.path)
        named = session.seat.name if session.seat else ""
        self._desk.table = named or self.settings.tables.get(path, "")
        self.settings.last = path
        self.settings.save()
        self._desk.put(session)
        if session.notice:
            self._desk.refused.emit(session.notice)
        if wrong := self._desk.catalogue.refused:  # canvases of the lab that could not be read
            self._desk.refused.emit("\n".join(wrong[:3]))

    def _calmly(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except Refusal as refusal:
            self._desk.refused.emit("\n".join((refusal.sentence, *refusal.details[:3])))
            return False
        except OSError as error:
            self._desk.refused.emit(_("Impossible : {why}. Rien n’a changé.").format(why=why(error)))
            return False
        return True


def _looked_for(one: "Recent") -> "Recent":
    return replace(one, there=one.path.is_file())


def _ignore(_outcome: object) -> None:
    """The list of recent projects is disposable: nobody waits for it."""


def dropped_project(data: QMimeData) -> Path | None:
    """The project file among what is being dropped, if there is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in OPENED), None)


def dropped_document(data: QMimeData) -> Path | None:
    """The corrected document among what is being dropped, if there is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in DOCUMENTS), None)


def _same(one: Path | None, other: Path) -> bool:
    return one is not None and one.exists() and other.exists() and one.samefile(other)
