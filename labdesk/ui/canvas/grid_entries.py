"""What one does with the columns and lanes of a grid, and with dots: add, split, merge, fold, veil, rank."""

from labdesk.domain.commands import columns, grid, notes
from labdesk.domain.grid_layout import numbered
from labdesk.domain.layout import Box
from labdesk.ui.canvas import insertion, lanes
from labdesk.ui.canvas.pane import Pane
from labdesk.words import _, several


def step_under(pane: Pane) -> str:
    """The step one stands in or on; empty elsewhere."""
    box = pane.board.box
    step = (box.row if box.kind == "step" else box.step) if box is not None else ""
    return step if step in pane.board.project.step else ""


def in_step(box: Box) -> bool:
    """It makes sense on a step and in its column."""
    return box.kind == "step" or bool(box.step)


def add_step_before(pane: Pane) -> None:
    """A step just before the one one is in."""
    if step := step_under(pane):
        insertion.add_step(pane.board, pane.scribe, step, before=True)
    else:
        pane.desk.announce(_("Placez-vous d’abord dans une étape."))


def merge_step(pane: Pane) -> None:
    """The step one is in joins the one before it, with all it holds."""
    board = pane.board
    steps = [step.id for step in board.project.steps_of(board.canvas)]
    step = step_under(pane)
    if step not in steps:
        pane.desk.announce(_("Placez-vous d’abord dans l’étape à réunir avec celle d’avant."))
        return
    rank = steps.index(step)
    if rank == 0:
        pane.desk.announce(_("C’est la première étape : il n’y en a pas avant elle."))
        return
    into = steps[rank - 1]
    held = sum(note.step == step for note in board.project.notes_of(board.canvas))
    said = several(held, "{n} note déplacée", "{n} notes déplacées")
    name = numbered(rank - 1, board.project.step[into].label)
    pane.typist.close()
    if not pane.desk.do(columns.merge_steps(board.project, board.kind, step, into)):
        return
    board.go(board.key_of("step", into))
    sentence = _("Réunie avec « {name} » : {what}. Ctrl+Z les sépare.")
    pane.desk.announce(sentence.format(name=name, what=said))


def split_step(pane: Pane) -> None:
    """The selected notes of the step one is in go to a new step after it; its name is typed at once."""
    board = pane.board
    pane.typist.close()
    picked, project = board.picked(), board.project
    step = step_under(pane)
    mine = [row for row in picked if project.note[row].step == step]
    if not mine:
        pane.desk.announce(_("Sélectionnez d’abord les notes qui vont dans la nouvelle étape."))
        return
    made, gesture = columns.split_step(project, step, mine)
    if not pane.desk.do(gesture):
        return
    board.go(board.key_of("step", made))
    pane.desk.announce(
        several(len(mine), "{n} note dans la nouvelle étape", "{n} notes dans la nouvelle étape")
    )
    pane.scribe.edit()


def veil_votes(pane: Pane) -> None:
    """The dots of this canvas are hidden everywhere, or revealed everywhere."""
    board = pane.board
    if not board.stands:
        return
    veiled = not board.project.votes_veiled(board.canvas)
    if pane.desk.do(notes.veil_votes(board.project, board.canvas, veiled)):
        pane.desk.announce(
            _("Gommettes cachées, ici et à la projection : elles se comptent sans se voir.")
            if veiled
            else _("Voix révélées, ici et à la projection.")
        )


def rank_by_votes(pane: Pane) -> None:
    """In the lane or the box one is in, the heaviest notes come first."""
    board = pane.board
    zone = board.zone()
    if zone is None or not zone.holds_notes:
        pane.desk.announce(_("Placez-vous d’abord dans la ligne à ranger par voix."))
    elif board.project.votes_veiled(board.canvas):
        pane.desk.announce(_("Les gommettes sont cachées : révélez-les d’abord."))
    elif gesture := notes.rank_by_votes(board.project, board.canvas, zone.id):
        if pane.desk.do(gesture):
            pane.desk.announce(_("{name} : les plus lourdes d’abord.").format(name=board.label(zone.id)))
    else:
        pane.desk.announce(_("{name} : déjà dans l’ordre des voix.").format(name=board.label(zone.id)))


def show_legend(pane: Pane) -> None:
    """What the signs on the notes mean."""
    if pane.board.stands:
        from labdesk.ui.canvas.legend import Legend

        Legend(pane.look, pane.board.kind, pane.window()).show()


def _step_of(pane: Pane) -> str:
    """The step one is in, else the last one."""
    box, plan = pane.board.box, pane.board.plan
    if box is not None and box.step in (plan.columns if plan else ()):
        return box.step
    return list(plan.columns)[-1] if plan and plan.columns else ""


def add_step(pane: Pane) -> None:
    """A step after the current one; on an empty grid its first phase and step."""
    if step := _step_of(pane):
        insertion.add_step(pane.board, pane.scribe, step)
    else:
        add_phase(pane)


def add_phase(pane: Pane) -> None:
    """A phase after the current one, with its first step."""
    if pane.board.stands and pane.board.kind.layout == "grid":
        step = pane.board.project.step.get(_step_of(pane))
        insertion.add_phase(pane.board, pane.scribe, step.phase if step else None)


def split_phase(pane: Pane) -> None:
    """The phase ends before the step one is in; the name of the new one is typed at once."""
    board, box = pane.board, pane.board.box
    step = (box.row if box.kind == "step" else box.step) if box is not None else ""
    if step not in board.project.step:
        pane.desk.announce(_("Placez-vous d’abord dans l’étape qui commence la nouvelle phase."))
        return
    gesture = grid.split_phase(board.project, step, "")
    if not gesture:
        pane.desk.announce(_("Cette étape commence déjà sa phase : il n’y a rien à couper avant elle."))
        return
    pane.desk.do(gesture)
    board.go(board.key_of("phase", board.project.step[step].phase or ""))
    pane.scribe.edit()


def merge_phase(pane: Pane) -> None:
    """The phase one is in joins the one before it."""
    board, box = pane.board, pane.board.box
    step = board.project.step.get((box.row if box.kind == "step" else box.step) or "") if box else None
    phase = box.row if box is not None and box.kind == "phase" else step.phase if step else None
    if phase not in board.project.phase:
        pane.desk.announce(_("Placez-vous d’abord dans la phase à réunir avec celle d’avant."))
        return
    gesture = grid.merge_phase(board.project, phase or "")
    if gesture:
        pane.desk.do(gesture)
    else:
        pane.desk.announce(_("C’est la première phase : il n’y en a pas avant elle."))


def fold(pane: Pane) -> None:
    """Fold or open the lane one is in."""
    box, plan = pane.board.box, pane.board.plan
    parts = plan.parts if plan else ()
    lane = next(
        (b.row for p in parts for b in p.boxes if b.kind == "lane" and box and b.zone == box.zone), None
    )
    if lane is not None:
        lanes.fold(pane.board, lane)


def fold_lanes(pane: Pane) -> None:
    """Fold every lane to its head, or open them all when none is open."""
    shown = pane.board.project.lanes_of(pane.board.canvas)
    if shown:
        lanes.fold_all(pane.board, not all(lane.folded for lane in shown))
