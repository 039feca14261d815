"""What one can do on a canvas, in words: entries of the menus and of the context menu, with their keys."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from msgspec import Struct
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from labdesk.domain.layout import Box, Rect
from labdesk.ui.actions import Menu, act
from labdesk.ui.canvas import deeds, grid_entries, lanes
from labdesk.ui.canvas import tie_entries as ties
from labdesk.ui.canvas.moves import Way
from labdesk.ui.canvas.pane import Pane
from labdesk.words import _, language

HEADS = ("phase", "step", "lane")
ON_SHEETS = tuple(Box(kind, "", Rect(0, 0, 0, 0)) for kind in ("note", "zone", "value", "field", "photo"))
"""Something of each kind that stands on a sheet: what fits none of them belongs to grids."""
ON_THING = (
    "F2",
    "Ins",
    "Del",
    "Ctrl+D",
    "Ctrl+X",
    "Ctrl+C",
    "Ctrl+V",
    "Ctrl+Up",
    "Ctrl+Down",
    "Ctrl+H",
    "Ctrl+K",
    "Ctrl+U",
    "Alt+Left",
    "Alt+Right",
    "Alt+Up",
    "Alt+Down",
)
"""Keys that are about the thing one is on."""


class Entry(Struct, frozen=True):
    """One thing one can do. `fits` says on which box it makes sense; in the menu bar it always stands."""

    words: str
    icon: str
    run: Callable[[], object]
    fits: Callable[[Box], bool]
    keys: tuple[str, ...] = ()
    menu: Menu = "canvas"
    inside: str = ""
    """The group of the menu bar that holds it."""


def entries(pane: Pane) -> Iterator[Entry]:
    """Everything, in the order of the menus."""
    for group in GROUPS:
        yield from group(pane)


def _note(box: Box) -> bool:
    return box.kind == "note"


def _in_cell(box: Box) -> bool:
    return box.kind == "note" and bool(box.step)


def _grid(box: Box) -> bool:
    return bool(box.step) or box.kind in HEADS


def movable(box: Box) -> bool:
    """It has neighbours it can change places with."""
    return box.kind in (*HEADS, "note", "field", "photo", "chain")


def _no_context(_box: Box) -> bool:
    return False


def _of_notes(pane: Pane) -> Iterator[Entry]:
    board, keyboard, clip, tying = pane.board, pane.keyboard, pane.clipboard, _("Liens")
    typed = (*HEADS, "note", "value", "field", "cell")
    yield Entry(_("Modifier"), "pencil", keyboard.scribe.edit, lambda b: b.kind in typed, ("F2",))
    yield Entry(_("Ajouter ici"), "plus", keyboard.insert, lambda b: b.kind != "lane", ("Ins",))
    yield Entry(_("Dupliquer"), "copy", partial(deeds.duplicate, board), _note, ("Ctrl+D",))
    yield from _of_dots(pane)
    tied = (*HEADS, "add")
    yield Entry(
        _("Relier…"),
        "link",
        partial(ties.tie, pane),
        lambda b: b.kind not in tied,
        ("Ctrl+K",),
        inside=tying,
    )
    yield Entry(
        _("Délier…"), "unlink", partial(ties.part, pane), lambda b: b.links > 0, ("Ctrl+U",), inside=tying
    )
    yield Entry(_("Montrer ses liens"), "eye", partial(ties.show, pane), _note, ("Shift+F4",), "view")
    yield Entry(_("Couper les notes"), "scissors", clip.cut, _note, ("Ctrl+X",), "edit")
    yield Entry(_("Copier les notes"), "copy", clip.copy, _note, ("Ctrl+C",), "edit")
    yield Entry(
        _("Coller"), "clipboard-paste", clip.paste, lambda b: b.kind not in HEADS, ("Ctrl+V",), "edit"
    )
    yield Entry(
        _("Supprimer"), "trash-2", partial(deeds.remove, board), lambda b: b.kind != "zone", ("Del",), "edit"
    )


def _of_dots(pane: Pane) -> Iterator[Entry]:
    board, counting = pane.board, _("Voix et gommettes")
    up, down = partial(deeds.vote, board, 1), partial(deeds.vote, board, -1)
    yield Entry(_("Une voix de plus"), "vote", up, _note, ("Ctrl+Up",), inside=counting)
    yield Entry(_("Une voix de moins"), "minus", down, _note, ("Ctrl+Down",), inside=counting)
    tags, count = partial(tag, pane), pane.count_dots
    yield Entry(_("Étiqueter…"), "tag", tags, _note, ("Ctrl+H",))
    dots = ("Ctrl+Shift+Up",)
    yield Entry(_("Compter les gommettes"), "list-checks", count, _note, dots, inside=counting)
    yield Entry(
        _("Cacher les gommettes, ou révéler les voix"),
        "eye-off",
        partial(grid_entries.veil_votes, pane),
        _no_context,
        ("Ctrl+Shift+Down",),
        inside=counting,
    )
    yield Entry(
        _("Ranger par voix"),
        "trending-up",
        partial(grid_entries.rank_by_votes, pane),
        lambda b: b.kind in ("note", "lane"),
        ("F12",),
        inside=counting,
    )


def _of_moves(pane: Pane) -> Iterator[Entry]:
    def move(way: Way) -> Callable[[], None]:
        def run() -> None:
            from labdesk.ui.canvas import moving  # a start moves nothing

            moving.move(pane.board, way)

        return run

    ways: tuple[tuple[str, str, Way, str], ...] = (
        (_("Déplacer à gauche"), "arrow-left", "left", "Alt+Left"),
        (_("Déplacer à droite"), "arrow-right", "right", "Alt+Right"),
        (_("Déplacer vers le haut"), "arrow-up", "up", "Alt+Up"),
        (_("Déplacer vers le bas"), "arrow-down", "down", "Alt+Down"),
    )
    for words, drawing, way, keys in ways:
        yield Entry(words, drawing, move(way), movable, (keys,), inside=_("Déplacer"))


def _of_steps(pane: Pane) -> Iterator[Entry]:
    in_step, grouped = grid_entries.in_step, _("Étapes")
    yield Entry(
        _("Ajouter une étape"),
        "columns-3",
        partial(grid_entries.add_step, pane),
        _grid,
        ("Ctrl+Shift+S",),
        inside=grouped,
    )
    before = partial(grid_entries.add_step_before, pane)
    yield Entry(_("Ajouter une étape avant"), "columns-3", before, in_step, ("Ctrl+Shift+A",), inside=grouped)
    moment = partial(deeds.key_moment, pane.board)
    yield Entry(_("Marquer ou retirer un moment clé"), "star", moment, in_step, ("Ctrl+M",), inside=grouped)
    yield Entry(
        _("Mettre les notes choisies dans une étape après"),
        "scissors",
        partial(grid_entries.split_step, pane),
        _in_cell,
        ("Ctrl+Shift+Return",),
        inside=grouped,
    )
    merge = partial(grid_entries.merge_step, pane)
    yield Entry(
        _("Réunir avec l’étape d’avant"), "git-merge", merge, in_step, ("Ctrl+Backspace",), inside=grouped
    )
    go = pane.openers.go_to_step
    yield Entry(_("Aller à l’étape…"), "corner-down-right", go, _no_context, ("Ctrl+G",), inside=grouped)


def _of_phases(pane: Pane) -> Iterator[Entry]:
    grouped = _("Phases")
    add, merge = partial(grid_entries.add_phase, pane), partial(grid_entries.merge_phase, pane)
    split = partial(grid_entries.split_phase, pane)
    yield Entry(_("Ajouter une phase"), "flag", add, _grid, ("Ctrl+Shift+H",), inside=grouped)
    yield Entry(
        _("Couper la phase avant cette étape"),
        "scissors",
        split,
        grid_entries.in_step,
        ("Ctrl+Shift+X",),
        inside=grouped,
    )
    yield Entry(
        _("Réunir avec la phase d’avant"),
        "git-merge",
        merge,
        lambda b: grid_entries.in_step(b) or b.kind == "phase",
        ("Ctrl+Shift+J",),
        inside=grouped,
    )


def _of_lanes(pane: Pane) -> Iterator[Entry]:
    grouped = _("Lignes")
    presets, choose = (partial(deed, pane.board, pane.view) for deed in (lanes.choose_preset, lanes.choose))
    yield Entry(_("Jeux de lignes…"), "layers", presets, _grid, ("Ctrl+Shift+W",), inside=grouped)
    yield Entry(_("Choisir les lignes…"), "rows-3", choose, _grid, ("Ctrl+Shift+L",), inside=grouped)
    one, every = partial(grid_entries.fold, pane), partial(grid_entries.fold_lanes, pane)
    yield Entry(
        _("Replier ou déplier la ligne"), "chevrons-up-down", one, _grid, ("Ctrl+Space",), inside=grouped
    )
    yield Entry(
        _("Replier ou déplier toutes les lignes"),
        "rows-3",
        every,
        _no_context,
        ("Ctrl+Shift+Space",),
        inside=grouped,
    )


def _of_grid(pane: Pane) -> Iterator[Entry]:
    yield from _of_steps(pane)
    yield from _of_phases(pane)
    yield from _of_lanes(pane)


def _of_view(pane: Pane) -> Iterator[Entry]:
    zoom, view = pane.zoom_by, pane.view
    # Without keypad a French « - » is the key of the digit 6; « ) », beside « = », is under the hand.
    smaller = ("Ctrl+)", "Ctrl+-") if language() == "fr" else ("Ctrl+-", "Ctrl+)")
    for words, drawing, run, keys in (
        (_("Agrandir le canevas"), "zoom-in", partial(zoom, 1), ("Ctrl++", "Ctrl+=")),
        (_("Réduire le canevas"), "zoom-out", partial(zoom, -1), smaller),
        (_("Taille réelle"), "search", partial(view.set_zoom, 1.0), ("Ctrl+0", "Ctrl+À")),
        (_("Tout voir"), "maximize", view.show_all, ("Ctrl+*",)),
    ):
        yield Entry(words, drawing, run, _no_context, keys, "view", _("Taille du canevas"))
    legend = partial(grid_entries.show_legend, pane)
    yield Entry(_("Légende des notes"), "info", legend, _no_context, ("Ctrl+Shift+F1",), "view")


GROUPS = (_of_notes, _of_moves, _of_grid, _of_view)
"""In the order of the menus, with a line between them."""


# -- for the menu bar
def add_actions(owner: QWidget, pane: Pane) -> list[QAction]:
    """Every entry as an action of a place: it stands in a menu and its keys work inside the place."""

    def in_sight(run: Callable[[], object]) -> Callable[[], object]:
        """Nothing is done to a canvas that another page of its place stands before."""
        holder = pane.parentWidget() or pane
        return lambda: run() if holder.isVisibleTo(owner) else None

    made = []
    for group in GROUPS:
        for rank, e in enumerate(group(pane)):
            run = in_sight(e.run)
            action = act(owner, pane.look, e.words, run, icon_name=e.icon, keys=e.keys, menu=e.menu)
            action.setProperty("apart", rank == 0)
            action.setProperty("grid", group is _of_grid and not any(map(e.fits, ON_SHEETS)))
            action.setProperty("inside", e.inside)
            made.append(action)
    return made


def meant_elsewhere(pane: Pane, event: QEvent) -> bool:
    """Such a key was pressed on something beside the canvas: a filter, a strip, a tray, the sheet around it.

    Its action would change a note nobody looks at: a place takes the key for what has the keyboard.
    """
    if not isinstance(event, QKeyEvent):
        return False
    focus, holder = QApplication.focusWidget(), pane.parentWidget() or pane
    beside = focus is not None and focus is not holder and not holder.isAncestorOf(focus)
    return beside and holder.isVisible() and QKeySequence(event.keyCombination()) in _on_thing()


@cache
def _on_thing() -> tuple[QKeySequence, ...]:
    return tuple(QKeySequence(keys) for keys in ON_THING)


def tag(pane: Pane) -> None:
    """The tags of the selected notes, beside the line or the card one is on."""
    from labdesk.ui.canvas.tagging import choose_tags  # with its lines to fill in: a start tags nothing

    choose_tags(pane.board, pane.view, pane.openers.beside())
