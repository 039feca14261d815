"""What the window can do whatever place is shown: each with words, an icon, its own keys and a menu."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices

from labdesk import places
from labdesk.ui.actions import Menu, act, on_digits, with_keys
from labdesk.ui.aloud import say_aloud
from labdesk.ui.desk import Target
from labdesk.ui.frame import Frame
from labdesk.ui.place import DOORS
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.ui.stage.timing import TimerPill


class WindowActions:
    """The actions of one window. They ask the window, the desk or the opening; they hold no state."""

    def __init__(self, window: Frame) -> None:
        self._window = window
        self.timer_pill: TimerPill | None = None
        self._file()
        self._edit()
        self._view()
        self._dossier()
        self._help()
        top = window.top
        top.add(self.undo)
        top.add(self.redo)
        top.add(self.search, _("Rechercher"))
        top.add(self.drawer)
        top.add(self.project, _("Projeter   F5"), "primary")

    # -- the menus ------------------------------------------------------------------------------------------
    def _file(self) -> None:
        window = self._window
        self.ways = (
            self._act(_("&Nouveau projet"), lambda: window.home().ask_title(), "file-plus", "Ctrl+N", "file"),
            self._act(_("&Ouvrir…"), lambda: window.home().choose_file(), "folder-open", "Ctrl+O", "file"),
            self._act(
                _("Ouvrir l’&exemple"), lambda: window.home().example(), "book-open", "Ctrl+Shift+E", "file"
            ),
            self._act(
                _("Je suis à une &table…"), lambda: window.home().ask_table(), "users", "Ctrl+Shift+T", "file"
            ),
        )
        window.menus.add(None)
        self.again = self._act(_("&Refaire la même chose…"), window.do_again, "copy", "Ctrl+F2", "file")
        self.mould = self._act(_("En faire un &modèle"), window.keep_template, "layers", "Ctrl+F3", "file")
        self.leave_table = self._act(
            _("Quitter le &poste de table…"), window.ask_to_leave_table, "lock", "Ctrl+F9", "file"
        )
        window.menus.add(None)
        self.wall = self._act(_("&Imprimer le mur…"), self._wall, "printer", "Ctrl+F6", "file")
        window.menus.add(None)
        self.save = self._act(_("Enregi&strer"), window.saving.ask, "save", "Ctrl+S", "file")
        self.close = self._act(_("&Fermer le projet"), window.close_project, "x", "Ctrl+W", "file")
        self._act(_("&Quitter"), window.close, "circle-x", "Ctrl+Q", "file")

    def _edit(self) -> None:
        window, desk = self._window, self._window.desk
        self.undo = self._act(_("&Annuler"), desk.undo, "undo-2", "Ctrl+Z", "edit")
        self.redo = self._act(_("&Rétablir"), desk.redo, "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z"), "edit")
        window.menus.add(None)
        self.search = self._act(
            _("Re&chercher dans le projet"), window.find_words, "search", "Ctrl+F", "edit"
        )

    def _view(self) -> None:
        window, choices = self._window, self._window.choices
        self._going()
        self._projecting()
        window.menus.add(None)
        turn = partial(self._act, menu="view", checkable=True)
        self.rail = turn(
            _("&Rail avec les mots"), lambda: choices.rail(not window.rail.wide), "panel-left", "F9"
        )
        self.drawer = turn(_("&Tiroir"), self._turn_drawer, "panel-right", "F4")
        window.menus.add(None)
        self._reading()
        self.full = turn(_("Plein écra&n"), self._full_screen, "maximize", "F11")
        self.settings = self._act(_("Ré&glages…"), self._settings, "settings", "Ctrl+,", "view")

    def _going(self) -> None:
        """To a place, to what the day is at, from region to region."""
        window = self._window
        go = partial(self._act, menu="view", inside=_("Aller &à"))
        self.doors: dict[str, QAction] = {
            door.name: go(
                door.title, partial(window.come_to, door.name), door.icon, on_digits("Alt", door.digit)
            )
            for door in DOORS
        }
        self.sequence = go(_("Aller à la &séquence en cours"), window.go_to_sequence, "clock", "Ctrl+F7")
        go(_("Région suivante"), lambda: window.cycle(1), "layout-grid", "F6")
        go(_("Région précédente"), lambda: window.cycle(-1), "layout-grid", "Shift+F6")

    def _projecting(self) -> None:
        """What the room sees, and its timer."""
        window = self._window
        show = partial(self._act, menu="view", inside=_("&Projection et minuteur"))
        keys = ("F5", *on_digits("Alt", 7))
        self.project = show(_("&Projeter"), window.project_canvas, "presentation", keys)
        chosen = _("Projeter ce qui est &choisi")
        self.project_this = show(chosen, window.project_selected, "flashlight", "Shift+F5")
        self.timers = (
            show(_("&Minuteur : démarrer, puis une minute de plus"), self._start, "timer", "Ctrl+F5"),
            show(_("Minuteur : &pause, reprise"), self._pause, "pause", "Ctrl+Shift+F5"),
            show(_("Minuteur : r&etirer"), self._stop, "square", "Ctrl+F10"),
        )

    def _reading(self) -> None:
        """How big the letters are, and how strong the contrast."""
        read = partial(self._act, menu="view", inside=_("Te&xte et contraste"))
        read(_("Texte plus &grand"), partial(self._resize, 1), "zoom-in", "Ctrl+Shift+P")
        read(_("Texte plus pe&tit"), partial(self._resize, -1), "zoom-out", "Ctrl+Shift+M")
        words = _("Contraste é&levé")
        self.theme = read(words, self._turn_theme, "contrast", "Ctrl+Shift+K", checkable=True)

    def _open_data(self) -> None:
        folder = places.data()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            said = _("Ce poste n’ouvre pas le dossier ; il est ici : {path}").format(path=folder)
            self._window.desk.refused.emit(said)

    def _resize(self, step: int) -> None:
        """Who reads with one eye and an ear hears how large it is now, and when it grows no more."""
        window = self._window
        before = window.look.scale
        window.choices.step_scale(step)
        said = _("Taille du texte : {n} %").format(n=round(window.look.scale * 100))
        if window.look.scale == before:
            end = _("c’est le plus grand") if step > 0 else _("c’est le plus petit")
            said = _("{what} ; {more}").format(what=said, more=end)
        say_aloud(window.top, said)

    def _turn_theme(self) -> None:
        window = self._window
        window.choices.toggle_theme()
        dark = window.look.theme == "contrast"
        say_aloud(window.top, _("Contraste élevé") if dark else _("Thème clair"))

    def _start(self) -> None:
        """With the length of the sequence that is projected, if one is."""
        window = self._window
        if window.theatre is not None and window.theatre.stage is not None:
            window.theatre.run("timer")
        else:
            window.timing.clock.start_or_more()
        say_aloud(window.top, window.timing.clock.told)

    def _pause(self) -> None:
        clock = self._window.timing.clock
        clock.pause_or_go()
        if not clock.countdown.stands:
            self._window.desk.announce(_("Aucun minuteur ne tourne : Ctrl+F5 en démarre un."))

    def _stop(self) -> None:
        self._window.timing.clock.stop()

    def show_timer(self) -> None:
        """The pill of the countdown, which may run since before this start of the program."""
        from labdesk.ui.stage.timing import TimerPill, place_in

        window = self._window
        if self.timer_pill is None:
            self.timer_pill = TimerPill(window.timing.clock, window.look, self.timers, window.top)
            place_in(window.top, self.timer_pill)

    def _turn_drawer(self) -> None:
        """F4, from anywhere: the keyboard stays where it is, so what happened is said."""
        side = self._window.side
        self._window.choices.drawer(not side.isVisibleTo(self._window))
        opened = side.isVisibleTo(self._window)
        say_aloud(side, _("Tiroir ouvert, F6 y mène.") if opened else _("Tiroir fermé."))

    def _dossier(self) -> None:
        # « Contrôle » is reached from everywhere, whatever the place.
        self.control = self._act(
            _("&Contrôle du dossier"),
            lambda: self._window.go(Target("dossier", section="control")),
            "list-checks",
            "F8",
            "dossier",
        )

    def _help(self) -> None:
        self._act(_("&Touches du clavier"), self._keys, "keyboard", "F1", "help")
        self.guide = self._act(
            _("&Guide des premiers pas"), self._guide, "lightbulb", "Ctrl+F12", "help", True
        )
        self.data = self._act(
            _("&Données de LabDesk sur ce poste"), self._open_data, "package", "Ctrl+F1", "help"
        )
        self._act(_("À &propos de LabDesk"), self._about, "info", "Shift+F1", "help")

    def _act(
        self,
        words: str,
        run: Callable[[], object],
        drawing: str,
        keys: str | tuple[str, ...],
        menu: Menu,
        checkable: bool = False,
        inside: str = "",
    ) -> QAction:
        """`inside`: the group of its menu that holds it."""
        window = self._window
        made = act(
            window, window.look, words, run, icon_name=drawing, keys=keys, menu=menu, checkable=checkable
        )
        made.setProperty("inside", inside)
        window.menus.add(made)
        return made

    def _full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _settings(self) -> None:
        from labdesk.ui.settings_panel import SettingsPanel

        window = self._window
        at_table = bool(window.desk.table)
        SettingsPanel(window.look, window.settings, window.choices, window, at_table=at_table).show()

    def _wall(self) -> None:
        from labdesk.ui.press.wall_panel import WallPanel

        window = self._window
        WallPanel(window.desk, window.look, window).show()

    def _keys(self) -> None:
        from labdesk.ui.keymap import Keymap

        window = self._window
        name = next(door.title for door in DOORS if door.name == window.current)
        Keymap(window.look, name, window.place, window.actions(), window).show()

    def _guide(self) -> None:
        """Shown again from its beginning, or no more."""
        window = self._window
        window.choices.hints(not window.settings.hints)

    def _about(self) -> None:
        from labdesk.ui.about import About

        About(self._window.look, self._window).show()

    # -- what can be done now -------------------------------------------------------------------------------
    def follow(self) -> None:
        """Words, marks and permissions of now: « Annuler : Écrire » names what it takes back."""
        window = self._window
        desk = window.desk
        open_now, at_table = desk.session is not None, bool(desk.table)
        _name(self.undo, _("&Annuler"), desk.undo_label)
        _name(self.redo, _("&Rétablir"), desk.redo_label)
        for door in DOORS:
            self.doors[door.name].setVisible(not at_table or door.at_table)
            self.doors[door.name].setEnabled(open_now or door.name == "home")
        for action in (
            self.save,
            self.close,
            self.search,
            self.project,
            self.project_this,
            self.control,
            self.again,
            self.mould,
            *self.timers,
        ):
            action.setEnabled(open_now)
        # A table has what it works on, and the way out. What is not seen cannot be done by its keys either.
        projecting = (self.project, self.project_this)
        for action in (*self.ways, *projecting, self.control, self.again, self.mould, self.data, self.wall):
            action.setVisible(not at_table)
        for action in (self.leave_table, self.sequence):
            action.setVisible(open_now and at_table)
        self.rail.setChecked(window.rail.wide)
        self.follow_drawer()
        self.theme.setChecked(window.look.theme == "contrast")
        self.guide.setChecked(window.settings.hints)
        self.full.setChecked(window.isFullScreen())
        window.menus.settle()

    def follow_drawer(self) -> None:
        """The place shown has a drawer or none; it is open or not."""
        side = self._window.side
        self.drawer.setChecked(side.isVisibleTo(self._window))
        self.drawer.setEnabled(side.offered)


def _name(action: QAction, words: str, what: str | None) -> None:
    action.setEnabled(what is not None)
    action.setText(_("{action} : {what}").format(action=words, what=what) if what else words)
    action.setToolTip(with_keys(action.text().replace("&", ""), action))
