"""Accueil: which project? Recent ones with a picture, four ways to begin; its questions: home_asking."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from labdesk.ui.actions import draw
from labdesk.ui.desk import Desk, Target
from labdesk.ui.gallery import Gallery
from labdesk.ui.icons import picture
from labdesk.ui.opening import Opening
from labdesk.ui.place import Place
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.template_shelf import TemplateShelf
from labdesk.ui.tile import Tile
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.shelf_index import Recent
    from labdesk.store.templates import Template
    from labdesk.ui.home_asking import HomeAsking

PAGE = 1120
"""px at 100 %: the page grows no wider."""
FOUR, TWO = 900, 460
"""px at 100 % from which four, or two, tiles stand side by side."""
REST = 150
"""ms after the page is shown before files are looked at."""


class Home(Place):
    """Asks and shows; `Opening` opens."""

    def __init__(self, desk: Desk, look: Look, opening: Opening) -> None:
        super().__init__(desk, look)
        self._opening = opening
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._page = QWidget()
        role(self._page, "page")
        self._column = QVBoxLayout(self._page)
        self._scroll.setWidget(self._page)
        self._title = self._label(_("Que voulez-vous ouvrir ?"), "h1")
        self._promise = self._label(
            _("Tout reste sur ce poste : pas de compte, pas de réseau, un fichier par projet."), "muted"
        )
        self._grid = QGridLayout()
        self._column.addLayout(self._grid)
        self._tiles = self._ways()
        self.wall = self._wall_button()
        self._slot = QVBoxLayout()
        self._column.addLayout(self._slot)
        self.gallery = Gallery(look, self._page)
        self._column.addWidget(self.gallery)
        self.gallery.wanted.connect(lambda path: opening.open(Path(path)))
        self.gallery.followed.connect(lambda path: self._follow_up(Path(path)))
        self.gallery.forgotten.connect(self._forget)
        self.gallery.again.connect(lambda path, title: self.ask_again(Path(path), title))
        self.templates = TemplateShelf(desk, look, self._page)
        self.templates.wanted.connect(lambda template: self.ask_again(template.path, template.name, True))
        self.gallery.kept.connect(lambda path, _title: self.templates.take(Path(path)))
        self.templates.read.connect(self._offer_templates)
        self.templates.naming.connect(self._ask_name)
        self._column.addWidget(self.templates)
        opening.which_table = self.ask_which
        self._recent: tuple[Recent, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._look_around)
        self._column.addStretch(1)
        desk.opened.connect(self._closed_or_opened)
        look.changed.connect(self._fit)
        self._fit()
        self._watch_keyboard()

    def _watch_keyboard(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keep_in_sight)

    def _label(self, text: str, kind: str) -> QLabel:
        label = QLabel(text, self._page)
        label.setWordWrap(True)
        role(label, kind)
        self._column.addWidget(label)
        return label

    def _ways(self) -> list["Way"]:
        ways = (
            ("file-plus", _("Nouveau projet"), _("Un titre suffit pour commencer."), self.ask_title),
            (
                "folder-open",
                _("Ouvrir"),
                _("Un projet : .labdesk, .json ou son PDF."),
                self.choose_file,
            ),
            (
                "book-open",
                _("Découvrir l’exemple"),
                _("Un projet complet, à changer sans crainte."),
                self.example,
            ),
            ("users", _("Je suis à une table"), _("La copie préparée pour votre table."), self.ask_table),
        )
        made = []
        for drawing, title, sentence, deed in ways:
            way = Way(self.look, drawing, title, sentence, self._page)
            way.clicked.connect(lambda _checked, deed=deed: deed())
            made.append(way)
        return made

    # -- the four ways --------------------------------------------------------------------------------------
    @cached_property
    def _asking(self) -> "HomeAsking":
        """Questions are asked of who wants something: the first page has none."""
        from labdesk.ui.home_asking import HomeAsking

        return HomeAsking(self.desk, self.look, self._opening, self._page, self)

    def ask_title(self) -> None:
        """« Nouveau projet »: asks the title, and where."""
        self._asking.title()

    def ask_table(self) -> None:
        """« Je suis à une table »: asks which one, and for its file."""
        self._asking.table()

    def ask_which(self, path: Path) -> None:
        """The copy for a table was opened and does not say which one: that is all there is on the screen."""
        self._asking.which(path)

    def ask_again(self, source: Path | None, name: str, template: bool = False) -> None:
        """« Refaire la même chose » (None: the open project), or a new project from a template of the lab."""
        self._asking.again(source, name, template)

    def _ask_name(self, template: "Template") -> None:
        self._asking.name(template)

    def make_room(self, question: QWidget | None, *, alone: bool = False) -> None:
        """A question is asked, `alone` on the page or over the projects; None: the page is as it was."""
        for part in (self._title, self._promise, *self._tiles, self.wall, self.gallery, self.templates):
            part.setVisible(not alone)
        if question is not None:
            self._slot.addWidget(question)
            # Once it is laid out, all of it must be seen.
            QTimer.singleShot(0, question, lambda: self._bring_into_view(question))
        elif self.isVisible():  # a project was opened: the place shown now has the keyboard
            self._tiles[0].setFocus()

    def _offer_templates(self) -> None:
        """As soon as they are read: Ctrl+N may come before the folder was looked at."""
        if "_asking" in self.__dict__:
            self._asking.offer_templates()

    def _wall_button(self) -> QPushButton:
        button = QPushButton(_("Imprimer le mur : canevas vierges, autorisations, notice…"), self._page)
        draw(button, "printer", self.look)
        button.clicked.connect(self._print_wall)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _print_wall(self) -> None:
        """The sheets to hang and to hand out need no project."""
        from labdesk.ui.press.wall_panel import WallPanel

        WallPanel(self.desk, self.look, self).show()

    def example(self) -> None:
        """The example, in the folder of projects."""
        self._opening.example(self._opening.settings.project_folder())

    def choose_file(self) -> None:
        """The dialog of the system; what is chosen is opened."""
        path = self._opening.choose(self)
        if path is not None:
            self._opening.open(path)

    def _keep_in_sight(self, _was: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard is never below the edge, by whatever key one came to it."""
        if now is not None and self.isVisible() and self._page.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, self.look.px(24))

    def _bring_into_view(self, question: QWidget) -> None:
        self._column.activate()
        self._scroll.ensureWidgetVisible(question, 0, self.look.px(24))

    def _give_up(self) -> None:
        if "_asking" in self.__dict__:
            self._asking.give_up()

    def _follow_up(self, path: Path) -> None:
        """Straight to what became of its dossier; a second project opens in a window of its own."""
        if self._opening.open(path) and self.desk.path == path:
            self.desk.go(Target("dossier", section="follow_up"))

    def _forget(self, path: str) -> None:
        self._opening.forget(Path(path))
        self._show_recent()

    def _show_recent(self) -> None:
        """What this laptop knows at once; what the disk says of it when it says it."""
        self._recent = self._opening.recent()
        self.gallery.show_recent(self._recent)
        self._later.start()

    def _look_around(self) -> None:
        """The first page is painted: now the disk may be asked, beside."""
        self._opening.look_for(self._recent, self.gallery, self.gallery.found)
        self.templates.refresh()

    def _closed_or_opened(self) -> None:
        self._give_up()
        if self.isVisible():
            self._show_recent()

    # -- room -----------------------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_recent()
        self._later.start()

    def regions(self) -> tuple[QWidget, ...]:
        if "_asking" in self.__dict__ and (only := self._asking.only):
            return (only,)
        return (self._tiles[0], self.gallery, self.templates)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self.look
        # The room of the bar is kept whether it shows or not: nothing moves when it comes.
        room = self.width() - self._scroll.verticalScrollBar().sizeHint().width()
        self._page.setMaximumWidth(max(room, 1))
        side = max(look.px(24), (room - look.px(PAGE)) // 2)
        self._column.setContentsMargins(side, look.px(28), side, look.px(24))
        self._column.setSpacing(look.px(8))
        self._slot.setContentsMargins(0, look.px(6), 0, 0)
        self._grid.setSpacing(look.px(12))
        self._grid.setContentsMargins(0, look.px(10), 0, look.px(6))
        inner = (room - 2 * side) / look.scale
        across = 4 if inner >= FOUR else 2 if inner >= TWO else 1
        for at, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, at // across, at % across)
            tile.fit()
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self.gallery.fit(room - 2 * side)
        self.templates.fit(room - 2 * side)


class Way(Tile):
    """One way to begin: its drawing, its name, one sentence."""

    def __init__(self, look: Look, drawing: str, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._name = look, drawing
        self._drawing = QLabel(self)
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drawing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        role(self._drawing, "badge")
        self._title = self.words(title, "h3")
        self._sentence = self.words(sentence, "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def fit(self) -> None:
        """Sizes and ink of now."""
        look = self._look
        pad = look.px(16)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(4))
        self._drawing.setFixedSize(look.px(36), look.px(36))
        self._drawing.setPixmap(picture(self._name, look, "primary", size=20))
