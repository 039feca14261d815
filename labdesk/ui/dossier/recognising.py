"""« De quelle version est ce fichier ? » Its fingerprint says it, read beside the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from labdesk.domain.commands.versions import in_time
from labdesk.ui.desk import Desk
from labdesk.ui.dossier.version_lines import named
from labdesk.ui.work import beside
from labdesk.words import _


class Recognising(QObject):
    """It asks for the file, and says which version it is, or that it is none."""

    recognised = Signal(str)
    """The file is this version."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self) -> None:
        """Which file?"""
        dialog = QFileDialog(self._page, _("Quel fichier reconnaître ?"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Documents exportés (*.pdf *.docx *.odt)"))
        dialog.fileSelected.connect(lambda name: self.recognise(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def recognise(self, path: Path) -> None:
        """Say which version a file is."""
        # The bytes of a document, and OpenSSL: only for who asks.
        from labdesk.dossier.keeping import fingerprint
        from labdesk.exchange.files import read_bytes

        def told(sha: str) -> None:
            found = [one for one in in_time(self._desk.project) if one.sha == sha]
            if not found:
                said = _(
                    "« {name} » n’est aucune des versions gardées ici : il a été changé, ou vient d’ailleurs."
                )
                self._desk.refused.emit(said.format(name=path.name))
                return
            self.recognised.emit(found[-1].id)
            self._desk.announce(
                _("« {name} » est la version du {moment}.").format(name=path.name, moment=named(found[-1]))
            )

        beside(self, lambda: fingerprint(read_bytes(path, 2**31)), told, self._desk.refused.emit)
