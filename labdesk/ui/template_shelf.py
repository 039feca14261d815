"""The lab’s own templates on Accueil: add, rename, take off, copy to a key, take from a key."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.errors import Refusal
from labdesk.ui.desk import Desk
from labdesk.ui.icons import icon, picture
from labdesk.ui.opening import SUFFIX, dropped_project
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.tile import Tile
from labdesk.ui.tile_menu import more_button, place_more, pop_up
from labdesk.ui.work import beside
from labdesk.words import _, why

if TYPE_CHECKING:
    from labdesk.store.templates import Template

TILE = 252
"""px at 100 %: the least width of a tile."""


class TemplateShelf(QWidget):
    """Reads the folder beside the window each time it is shown: files may come there from anywhere."""

    wanted = Signal(object)
    """The Template from which a project is to be made."""
    read = Signal()
    """The folder was read."""
    naming = Signal(object)
    """The Template that is to take another name."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, look
        self._room = 0
        self._shown: tuple[Template, ...] = ()
        self.tiles: list[TemplateTile] = []
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Modèles du laboratoire"))
        title = QLabel(_("Modèles du laboratoire"), self)
        role(title, "h2")
        self._teaching = QLabel(
            _(
                "Un atelier qui a bien marché se refait : déposez ici un projet, sa structure devient un "
                "modèle (canevas, phases, étapes, lignes, déroulé), sans rien de ce qui y a été dit."
            ),
            self,
        )
        self._teaching.setWordWrap(True)
        role(self._teaching, "muted")
        self.add_button = QPushButton(f" {_('Ajouter un modèle…')}", self)
        self.add_button.setIcon(icon("plus", look))
        self.add_button.setAutoDefault(True)
        self.add_button.clicked.connect(self.choose)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.add_button)
        self._gone, self._back = QLabel(self), QPushButton(_("Remettre"), self)
        role(self._back, "link")
        self._returning = QHBoxLayout()
        self._returning.addWidget(self._gone)
        self._returning.addWidget(self._back)
        self._returning.addStretch(1)
        self._return: Callable[[], object] = lambda: None
        self._back.clicked.connect(self._bring_back)
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.addLayout(head)
        column.addWidget(self._teaching)
        column.addLayout(self._returning)
        column.addLayout(self._grid)
        self._say_gone("")

    # -- what is shown --------------------------------------------------------------------------------------
    @property
    def shown(self) -> "tuple[Template, ...]":
        """The templates as they were read last."""
        return self._shown

    def refresh(self) -> None:
        """Read the folder, beside."""
        from labdesk.store.templates import listed

        beside(self, listed, self.show_templates, self._desk.refused.emit)

    def show_templates(self, templates: "Sequence[Template]") -> None:
        """These, by name; the tiles stay while nothing changed, and so does the keyboard."""
        if tuple(templates) == self._shown and self.tiles:
            self.read.emit()
            return
        self._shown = tuple(templates)
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = [self._tile(template) for template in templates]
        self._teaching.setVisible(not self.tiles)
        self.fit(self._room)
        self.read.emit()

    def _tile(self, template: "Template") -> "TemplateTile":
        tile = TemplateTile(self._look, template, self)
        tile.clicked.connect(lambda: self.wanted.emit(template))
        for drawing, words, deed, keys in (
            ("file-plus", _("Nouveau projet d’après ce modèle"), partial(self.wanted.emit, template), ""),
            ("pencil", _("Renommer…"), partial(self.naming.emit, template), "F2"),
            ("upload", _("Copier sur une clé…"), partial(self.copy, template), ""),
            ("x", _("Retirer des modèles"), partial(self.put_aside, template), "Del"),
        ):
            tile.offer(drawing, words, deed, keys)
        return tile

    def fit(self, room: int) -> None:
        """As many tiles side by side as the room allows."""
        self._room = room
        look = self._look
        gap = look.px(12)
        self._grid.setSpacing(gap)
        across = max((room + gap) // (look.px(TILE) + gap), 1)
        width = (room - gap * (across - 1)) // across if room else look.px(TILE)
        for at, tile in enumerate(self.tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, at // across, at % across)
            tile.fit(width)
        high = max((tile.needs(width) for tile in self.tiles), default=0)
        for tile in self.tiles:
            tile.setFixedHeight(high)
        for column in range(max(self._grid.columnCount(), across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    # -- what one does --------------------------------------------------------------------------------------
    def choose(self) -> None:
        """A file from anywhere becomes a template."""
        kinds = f"LabDesk (*{SUFFIX})"
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Ajouter un modèle"), str(Path.home()), kinds)
        if chosen:
            self.take(Path(chosen))

    def take(self, source: Path) -> None:
        """Only its structure is kept, even if the file was full."""
        from labdesk.store import templates

        beside(self, lambda: templates.take(source), self._added, self._desk.refused.emit)

    def _added(self, path: Path) -> None:
        self._desk.announce(
            _("Modèle « {name} » ajouté : sa structure, sans ses contenus.").format(name=path.stem)
        )
        self.refresh()

    def rename(self, name: str, path: Path) -> bool:
        """Another name for a template."""
        from labdesk.store import templates

        return self._calmly(lambda: templates.rename(path, name))

    def put_aside(self, template: "Template") -> None:
        """Off the list; one button brings it back."""
        from labdesk.store import templates

        kept: list[Path] = []
        if self._calmly(lambda: kept.append(templates.put_aside(template.path))):
            self._return = lambda: self._put_back(kept[0], template.name)
            self._say_gone(template.name)
            self._back.setFocus()

    def _bring_back(self) -> None:
        self._return()

    def _put_back(self, aside: Path, name: str) -> None:
        from labdesk.store import templates

        self._say_gone("")
        if self._calmly(lambda: templates.put_back(aside, name)):
            self.add_button.setFocus()

    def _say_gone(self, name: str) -> None:
        said = _("Le modèle « {name} » est retiré.").format(name=name) if name else ""
        self._gone.setText(said)
        for part in (self._gone, self._back):
            part.setVisible(bool(name))
        if name:
            self._desk.announce(said)

    def copy(self, template: "Template") -> None:
        """Ask for the folder, then copy beside the window: a key is slow."""
        chosen = QFileDialog.getExistingDirectory(self, _("Copier le modèle dans"), str(Path.home()))
        if chosen:
            self.copy_to(template, Path(chosen))

    def copy_to(self, template: "Template", folder: Path) -> None:
        """Whole, or not there at all."""
        from labdesk.store import templates

        def copied(path: Path) -> None:
            self._desk.announce(_("Modèle copié : {file}").format(file=path))

        beside(self, lambda: templates.copy_to(template.path, folder), copied, self._desk.refused.emit)

    def _calmly(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except Refusal as refusal:
            self._desk.refused.emit(refusal.sentence)
            return False
        except OSError as trouble:
            self._desk.refused.emit(_("Impossible : {why}. Rien n’a changé.").format(why=why(trouble)))
            return False
        finally:
            self.refresh()
        return True

    # -- files let go here ----------------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A project may be dropped here."""
        path = dropped_project(event.mimeData())
        if path is not None and path.suffix.lower() == SUFFIX:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A project dropped here becomes a template; elsewhere it is opened."""
        path = dropped_project(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.take(path))


class TemplateTile(Tile):
    """One template: its name, what is in it."""

    def __init__(self, look: Look, template: "Template", parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.template = look, template
        self._drawing = QLabel(self)
        self._name = self.words(template.name, "strong")
        self._holds = self.words(template.holds, "small", wrap=True)
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._holds)
        words.addStretch(1)
        self._row.addWidget(self._drawing)
        self._row.addLayout(words, 1)
        self.setAccessibleName(_("Nouveau projet d’après « {name} »").format(name=template.name))
        self.setAccessibleDescription(template.holds)
        self.setToolTip(f"{template.name}\n{template.holds}")
        self.more = more_button(self, look, _("Que faire de « {name} »").format(name=template.name))

    def offer(self, drawing: str, words: str, deed: Callable[[], object], keys: str) -> None:
        """An entry of its menu."""
        action = QAction(icon(drawing, self._look), words, self)
        if keys:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: deed())
        self.addAction(action)

    def fit(self, width: int) -> None:
        """Sizes of now."""
        look = self._look
        self.setFixedWidth(width)
        pad = look.px(12)
        self._row.setContentsMargins(pad, pad, look.px(44), pad)
        self._row.setSpacing(look.px(10))
        self._drawing.setPixmap(picture("layers", look, "primary", size=20))
        self._drawing.setFixedWidth(look.px(22))
        room = width - pad - look.px(44) - look.px(32) - 4
        self._name.ensurePolished()
        shown = self._name.fontMetrics().elidedText(self.template.name, Qt.TextElideMode.ElideRight, room)
        self._name.setText(shown)
        place_more(self.more, self, look)

    def needs(self, width: int) -> int:
        """px: the height at which no line is cut."""
        self._row.invalidate()
        return max(self._row.totalHeightForWidth(width), self._look.px(64))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as its three dots."""
        pop_up(self, event.globalPos())
