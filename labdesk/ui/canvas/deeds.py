"""What keys, menus and hands do to the current thing or the selection: one gesture each, told aloud."""

from collections.abc import Callable, Mapping

from labdesk.domain import whys
from labdesk.domain.canvas_type import Zone
from labdesk.domain.commands import canvases, grid, notes
from labdesk.domain.gesture import Gesture, together
from labdesk.domain.layout import HEAD, Box, Plan
from labdesk.domain.model import Project
from labdesk.domain.moments import is_key, key_zone
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.moves import Way
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


# -- moving
def move(board: Board, way: Way) -> None:
    """Alt and an arrow: the notes, the step, the phase or the lane go that way."""
    box, plan = board.box, board.plan
    if box is None or plan is None:
        return
    if picked := board.picked():
        gesture = _notes_moved(board, plan, picked, way)
    else:
        gesture = _thing_moved(board, box, -1 if way in ("left", "up") else 1, way in ("left", "right"))
    if gesture:
        board.desk.do(gesture)
        board.desk.announce(_("Déplacé : {where}").format(where=board.said()))


def _thing_moved(board: Board, box: Box, by: int, sideways: bool) -> Gesture:
    project = board.project
    match box.kind:
        case "phase" if sideways:
            return grid.shift_phase(project, box.row, by)
        case "step" if sideways:
            return grid.shift_step(project, box.row, by)
        case "lane" if not sideways:
            return grid.shift_lane(project, box.row, by)
        case "photo":
            return _photo_moved(board, box, by, sideways)
        case "field" | "chain" if not sideways:
            return canvases.shift_line(project, box.row, by)
        case "cell" if not sideways:
            _nudge(board, box, -by)
    return Gesture("", ())


def _photo_moved(board: Board, box: Box, by: int, sideways: bool) -> Gesture:
    """Sideways to the next step, up and down among the photos of its own; on a card all of it is a row."""
    steps = list(board.plan.columns) if board.plan else []
    if not sideways or not box.step:
        return canvases.move_photo(board.project, box.row, box.step or None, by)
    rank = steps.index(box.step) + by
    if not 0 <= rank < len(steps):
        return Gesture("", ())
    return canvases.move_photo(board.project, box.row, steps[rank])


def _nudge(board: Board, box: Box, by: int) -> None:
    """Alt and ↑ or ↓ on the curve: the level of this step, one up or down."""
    zone = board.zone()
    if zone is not None and zone.kind == "grid_score":
        level = board.project.value(board.canvas, zone.id, box.step)
        score(board, (level if isinstance(level, int) else 0) + by)


def _notes_moved(board: Board, plan: Plan, picked: tuple[str, ...], way: Way) -> Gesture:
    """Inside its cell first; at the edge of the cell, or sideways, into the next one."""
    project, key = board.project, board.key_of("note", picked[-1])
    if key is None:
        return Gesture("", ())
    line = project.note[picked[-1]].line
    if line in project.line:
        return _whys_moved(board, plan, picked, way)
    if way in ("up", "down") and len(picked) == 1:
        shifted = notes.shift_note(project, picked[0], -1 if way == "up" else 1)
        if shifted:
            return shifted
    return _into_next(board, plan, picked, key, way)


def _whys_moved(board: Board, plan: Plan, picked: tuple[str, ...], way: Way) -> Gesture:
    """Along its chain with ← and →; with ↑ and ↓ into the chain above or below, then out of the box."""
    project, note = board.project, board.project.note[picked[-1]]
    if way in ("left", "right"):
        return (
            notes.shift_note(project, picked[0], -1 if way == "left" else 1)
            if len(picked) == 1
            else Gesture("", ())
        )
    lines = [line.id for line in project.lines_of(note.canvas or "", note.zone or "")]
    rank = lines.index(note.line or "") + (1 if way == "down" else -1)
    if 0 <= rank < len(lines):
        return notes.move_notes(project, picked, note.zone or "", line=lines[rank])
    key = board.key_of("note", note.id)
    return _into_next(board, plan, picked, key, way) if key else Gesture("", ())


def _into_next(board: Board, plan: Plan, picked: tuple[str, ...], key: moves.Key, way: Way) -> Gesture:
    """Into the neighbouring cell or box, if notes can stand there."""
    project, target = board.project, _next_cell(board, plan, key, way)
    if target is None:
        return Gesture("", ())
    zone, step = target
    line = _line_for(board, zone)
    return notes.move_notes(project, picked, zone, step=step or None, line=line, first=way == "down")


def _next_cell(board: Board, plan: Plan, key: moves.Key, way: Way) -> tuple[str, str] | None:
    """The next place for notes in a direction: the neighbouring step, or the next such lane or zone."""
    zone, step = key[2], key[3]
    if plan.columns and way in ("left", "right"):
        steps = list(plan.columns)
        rank = steps.index(step) + (1 if way == "right" else -1)
        return (zone, steps[rank]) if 0 <= rank < len(steps) else None
    names = [_zone_name(part.boxes[-1].zone, part.id) for part in plan.parts if part.id != HEAD]
    rank = names.index(zone) if zone in names else -1
    by = 1 if way in ("right", "down") else -1
    while 0 <= (rank := rank + by) < len(names):
        other = board.zone(names[rank])
        if other is not None and other.holds_notes and other.kind != "dates":
            return names[rank], step
    return None


def _zone_name(zone: str, part: str) -> str:
    return zone or part


def _line_for(board: Board, zone: str) -> str | None:
    """Notes that go to a zone of chains join its last chain."""
    lines = board.project.lines_of(board.canvas, zone)
    kind = board.zone(zone)
    return lines[-1].id if kind is not None and kind.kind == "chain" and lines else None


def drop(board: Board, rows: tuple[str, ...], holder: Box, after: str | None, first: bool) -> None:
    """Notes fall into a cell or a zone: after a note, first, or at the end."""
    zone = board.zone(holder.zone)
    if zone is None or not zone.holds_notes or not rows:
        return
    line = _line_for(board, zone.id)
    if holder.kind == "chain":
        line = holder.row
    elif after and (other := board.project.note.get(after)) is not None:
        line = other.line
    gesture = notes.move_notes(
        board.project,
        rows,
        zone.id,
        step=holder.step or None,
        line=line,
        after=after,
        first=first,
        canvas=board.canvas,
    )
    board.desk.do(gesture)
    board.choose(rows)
    board.desk.announce(_("Déplacé : {where}").format(where=board.said()))
