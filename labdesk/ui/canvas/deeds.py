"""What keys, menus and hands do to the current thing or the selection: one gesture each, told aloud."""

from collections.abc import Callable, Mapping

from labdesk.domain import whys
from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.gesture import Gesture, together
from labdesk.domain.layout import Box
from labdesk.domain.model import Project
from labdesk.domain.moments import is_key, key_zone
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.names import departed
from labdesk.words import _, several


def remove(board: Board) -> None:
    """Delete the selected notes, or whatever is current. Undo takes it back; nobody is asked."""
    if picked := board.picked():
        board.desk.do(notes.delete_notes(board.project, picked))
        board.desk.announce(several(len(picked), "{n} note supprimée", "{n} notes supprimées"))
        return
    box = board.box
    if box is None:
        return
    gesture = _removal(board, box)
    if gesture:
        said = lanes_kept(board, box) if box.kind == "lane" else departed(box, gesture)
        what = box.text or board.label(box.zone)
        done = board.desk.do(gesture)
        if box.kind in ("cell", "value", "option"):  # the thing stands, empty: it was only its value
            said = board.said()
        if done:
            board.desk.announce(said or _("Supprimé : {what}").format(what=what))


def lanes_kept(board: Board, lane: Box) -> str:
    """A lane goes off the canvas: its name, and how many notes wait for it to come back."""
    held = sum(note.zone == lane.zone for note in board.project.notes_of(board.canvas))
    kept = several(held, "{n} note gardée", "{n} notes gardées")
    said = _("Ligne « {name} » retirée, {what} : elle revient par « Choisir les lignes ».")
    return said.format(name=lane.text, what=kept)


def _removal(board: Board, box: Box) -> Gesture:
    project = board.project
    if delete := _DELETIONS.get(box.kind):
        return delete(project, box.row)
    zone = board.zone()
    tick = box.kind == "option" and bool(box.part)
    if zone is None or tick or box.kind not in ("cell", "value", "option"):
        return Gesture("", ())
    return _emptied(board, zone, box.step or None)


_DELETIONS: Mapping[str, Callable[[Project, str], Gesture]] = {
    "phase": grid.delete_phase,
    "step": grid.delete_step,
    "lane": grid.hide_lane,
    "photo": canvases.delete_photo,
    "link": canvases.unlink,
    "field": canvases.delete_line,
    "chain": canvases.delete_line,
}


def _emptied(board: Board, zone: Zone, step: str | None) -> Gesture:
    """A cell or a zone without its value: level and word, ticks, text."""
    project, canvas = board.project, board.canvas
    made = [canvases.answer(project, canvas, zone.id, None, step=step, label=_("Vider"))]
    if zone.word:
        made.append(canvases.answer(project, canvas, zone.id, None, step=step, part="word"))
    made += [
        canvases.tick(project, canvas, zone.id, o, False, step=step)
        for o in project.chosen(canvas, zone.id, step)
    ]
    return together(_("Vider"), made)


def duplicate(board: Board) -> None:
    """Each selected note once more, just after itself; the copies are selected."""
    picked = board.picked()
    if not picked:
        return
    made, gesture = notes.duplicate_notes(board.project, picked)
    board.desk.do(gesture)
    board.choose(made)
    board.desk.announce(several(len(made), "{n} note dupliquée", "{n} notes dupliquées"))


def vote(board: Board, by: int) -> None:
    """A dot more or less on each selected note."""
    picked = board.picked()
    if not picked:
        return
    board.desk.do(
        together(
            _("Donner une voix") if by > 0 else _("Retirer une voix"),
            [notes.vote(board.project, n, by) for n in picked],
        )
    )
    if board.project.votes_veiled(board.canvas):
        board.desk.announce(_("Voix ajoutée, cachée.") if by > 0 else _("Voix retirée, cachée."))
    else:
        board.desk.announce(several(board.project.votes_on(picked[-1]), "{n} voix", "{n} voix"))


def score(board: Board, level: int, step: str | None = None) -> None:
    """The level of the current cell or zone of scores."""
    zone = board.zone()
    box = board.box
    if zone is None or box is None or zone.kind not in ("grid_score", "score"):
        return
    low, high = zone.range or (-2, 2)
    if low <= level <= high:
        at = step or box.step or None
        gesture = canvases.answer(board.project, board.canvas, zone.id, level, step=at, label=_("Noter"))
        board.desk.do(gesture)
        board.desk.announce(board.said())


def toggle(board: Board) -> bool:
    """Tick or untick the current cell or option; False when there is nothing to tick here."""
    zone, box, project = board.zone(), board.box, board.project
    if zone is None or box is None:
        return False
    if box.kind == "offer" and box.part == "root":
        return _keep_cause(board, box)
    step = box.step or None
    if zone.kind in ("grid_check", "check"):
        on = project.value(board.canvas, zone.id, step)
        gesture = canvases.answer(
            project, board.canvas, zone.id, None if on else 1, step=step, label=_("Cocher")
        )
    elif box.kind == "option" and zone.kind == "choices":
        gesture = canvases.tick(project, board.canvas, zone.id, box.part, not box.value)
    elif box.kind == "option":
        gesture = canvases.answer(
            project, board.canvas, zone.id, None if box.value else int(box.part), label=_("Noter")
        )
    else:
        return False
    board.desk.do(gesture)
    board.desk.announce(board.said())
    return True


def key_moment(board: Board) -> None:
    """The step one is in becomes a moment of truth, or no longer is one, from anywhere in its column."""
    box = board.box
    step = (box.row if box.kind == "step" else box.step) if box is not None else ""
    zone = key_zone(board.kind) if board.stands else None
    if zone is None or step not in board.project.step:
        board.desk.announce(_("Placez-vous d’abord dans une étape du parcours."))
        return
    on = is_key(board.project, board.kind, board.canvas, step)
    label = _("Retirer le moment clé") if on else _("Marquer un moment clé")
    value = None if on else 1
    board.desk.do(canvases.answer(board.project, board.canvas, zone.id, value, step=step, label=label))
    steps = [one.id for one in board.project.steps_of(board.canvas)]
    said = _("Étape {n}, {name} : n’est plus un moment clé") if on else _("Étape {n}, {name} : moment clé")
    board.desk.announce(said.format(n=steps.index(step) + 1, name=board.project.step[step].label or "…"))


def _keep_cause(board: Board, box: Box) -> bool:
    """The end of a chain joins the root causes; done already, it is only said."""
    cause = whys.proposed(board.project, box.row)
    gesture = whys.keep(board.project, box.row, board.desk.table)
    if gesture:
        board.desk.do(gesture)
        board.desk.announce(_("Gardé dans les causes racines : {cause}").format(cause=cause))
    else:
        board.desk.idle.emit(_("Cette cause racine est déjà gardée."))
    return True


def nudge(board: Board, box: Box, by: int) -> None:
    """Alt and ↑ or ↓ on the curve: the level of this step, one up or down."""
    zone = board.zone()
    if zone is not None and zone.kind == "grid_score":
        level = board.project.value(board.canvas, zone.id, box.step)
        score(board, (level if isinstance(level, int) else 0) + by)
