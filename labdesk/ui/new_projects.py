"""New project files: an empty one, the example, what another file holds, the structure of another project.

Each is made beside the window, one at a time, then shown.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Gesture, born
from labdesk.errors import Refusal
from labdesk.store.file_names import free_path
from labdesk.ui.desk import Desk
from labdesk.ui.settings import Settings
from labdesk.ui.work import beside
from labdesk.words import _, why

if TYPE_CHECKING:
    from labdesk.exchange.imported import Imported

T = TypeVar("T")


class NewProjects:
    """`show` opens a file that was made: False when it was refused, which the desk has told."""

    def __init__(self, desk: Desk, settings: Settings, show: Callable[[Path], bool]) -> None:
        self._desk, self._settings, self._show = desk, settings, show
        self._making = False

    def entitled(self, title: str, folder: Path) -> None:
        """Nothing in it but its title; made at once, for nothing is waited for."""
        from labdesk.store.birth import bear

        path = self._path(folder, title)
        first = Gesture(_("Nouveau projet"), born("project", PROJECT_ID, title=title))
        bear(path, lambda _pictures: first)
        self._show(path)

    def example(self, folder: Path) -> None:
        """The complete example, in a file the person may change at will."""
        from labdesk.exchange.example import example

        self._take(folder, _("Exemple"), example())

    def read(self, path: Path) -> None:
        """The project of a JSON file."""
        from labdesk.exchange.project_json import read_file

        self._take(self._settings.project_folder(), path.stem, read_file(path))

    def unpack(self, pdf: Path) -> None:
        """The project that a PDF carries; what it lacks is told once it is shown."""
        from labdesk.ui.carried import unpacked

        if self._making:
            return
        path = self._path(self._settings.project_folder(), pdf.stem)

        def shown(lacks: str) -> None:
            if self._show(path) and lacks:
                self._desk.refused.emit(lacks)

        self._make(pdf.stem, lambda: unpacked(pdf, path), shown)

    def again(self, title: str, source: Path | None, folder: Path) -> None:
        """Set up like this one (None: the open one), without content, under its own identity.

        Its source may lie on a slow share.
        """
        from labdesk.store import templates

        here = self._desk.project if source is None or source == self._desk.path else None

        def made() -> Path:
            try:
                path = self._path(folder, title)
            except OSError as trouble:
                sentence = _("Impossible : {why}. Rien n’a changé.")
                raise Refusal(sentence.format(why=why(trouble))) from trouble
            return templates.make(here or templates.project_in(source or path), title, path)

        self._make(title, made, self._show)

    def _take(self, folder: Path, name: str, imported: "Imported") -> None:
        """What was read, with its photos; what could not be is told once it is shown."""
        from labdesk.store.birth import bear

        if self._making:
            return
        path = self._path(folder, name)

        def shown(unread: tuple[str, ...]) -> None:
            if self._show(path) and (told := unread + imported.reported):
                self._desk.refused.emit(" ".join(told[:3]))

        self._make(name, lambda: bear(path, imported.illustrated, imported.sources()), shown)

    def _make(self, name: str, made: Callable[[], T], then: Callable[[T], object]) -> None:
        """One at a time."""
        if self._making:
            return

        def done(outcome: T) -> None:
            self._making = False
            then(outcome)

        def refused(sentence: str) -> None:
            self._making = False
            self._desk.refused.emit(sentence)

        def job() -> T:
            try:
                return made()
            except Exception:  # also one that is reported and not told: the next project does not wait for it
                self._making = False
                raise

        self._making = True
        self._desk.announce(_("Préparation de « {name} »…").format(name=name))
        beside(self._desk, job, done, refused)

    def _path(self, folder: Path, name: str) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        self._settings.folder = str(folder)
        return free_path(folder, name)
