"""A funding profile that goes to a colleague as a file, comes from one, or follows what this laptop knows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from labdesk.domain.funding import Profile, profile_toml
from labdesk.errors import Refusal
from labdesk.ui.actions import draw
from labdesk.ui.dossier.own_profile import handed_over, taken_in
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class ProfileFiles(QPushButton):
    """A button that opens the menu; `choose` is called with the profile the project is to answer."""

    def __init__(self, reading: Reading, look: Look, choose: Callable[[Profile], object]) -> None:
        super().__init__(_("Échanger…"))
        self._reading, self._choose = reading, choose
        self.setAccessibleName(_("Échanger le profil avec un collègue"))
        draw(self, "file-up", look)
        role(self, "quiet")
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        menu.addAction(_("Enregistrer ce profil dans un fichier…")).triggered.connect(self._hand_over)
        taken = menu.addAction(_("Reprendre le profil d’un fichier…"))
        taken.triggered.connect(self._take_in)
        taken.setEnabled(not self._reading.desk.read_only)
        if (newer := self.newer()) is not None:
            again = menu.addAction(_("Reprendre la version de ce poste"))
            again.triggered.connect(lambda: self._choose(newer))
            again.setEnabled(not self._reading.desk.read_only)

    def newer(self) -> Profile | None:
        """The profile of the same name on this laptop, when the project carries another version of it."""
        mine = self._reading.profiles.get(self._reading.profile.id)
        if mine is None or profile_toml(mine, whole=True) == profile_toml(self._reading.profile, whole=True):
            return None
        return mine

    def _hand_over(self) -> None:
        profile = self._reading.profile
        kinds = _("Profils de financement (*.toml)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Enregistrer le profil"), str(Path.home() / f"{profile.id}.toml"), kinds
        )
        if chosen:
            self.hand_over(Path(chosen))

    def hand_over(self, path: Path) -> None:
        """Write the profile of the project for a colleague."""
        desk = self._reading.desk
        try:
            handed_over(self._reading.profile, path)
        except Refusal as refusal:
            desk.refused.emit(refusal.sentence)
            return
        desk.announce(_("Profil enregistré : {file}").format(file=path.name))

    def _take_in(self) -> None:
        kinds = _("Profils de financement (*.toml)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Reprendre un profil"), str(Path.home()), kinds)
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """A colleague’s profile joins those of this laptop, and the project answers it."""
        try:
            profile = taken_in(path, self._reading.profiles)
        except Refusal as refusal:
            self._reading.desk.refused.emit(refusal.sentence)
            return
        self._choose(profile)
