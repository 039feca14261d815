"""What opens where nothing is typed: lists of options and links, the choice of a step, a picture to place."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from labdesk.domain.canvas_type import Column, Zone, option_label
from labdesk.domain.commands import canvases, grid
from labdesk.domain.commands.photos import put_photos
from labdesk.domain.entities import Value
from labdesk.domain.gesture import together
from labdesk.domain.layout import Box
from labdesk.domain.model import Project, title
from labdesk.domain.shown import name_of
from labdesk.ui.canvas.board import Board
from labdesk.ui.canvas.choice import Choice
from labdesk.ui.canvas.moves import cell_key, in_cell, part_of
from labdesk.ui.canvas.view import CanvasView
from labdesk.ui.pictures import ENDINGS, Found, bring_in, of_file
from labdesk.ui.target import Target, target_of
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.store.pictures import Picture

PICTURES = " ".join(f"*{ending}" for ending in ENDINGS)
PHASE = "phase "
"""Before the id of its first step: a phase among the steps one can go to."""


class Openers:
    """They belong to a view and act on its board."""

    def __init__(self, board: Board, view: CanvasView) -> None:
        self.board, self.view = board, view
        self.beside: Callable[[], QPoint | None] = lambda: None
        """Where a list opens when not on the map, in the screen."""
        self.added: Callable[[str, tuple[str, ...]], object] = lambda _canvas, _photos: None
        """Photos stand on a canvas now: whoever can ask what they show does."""

    def open(self) -> bool:
        """Entrée on what is chosen rather than typed; False when there is nothing to open."""
        board, box, zone = self.board, self.board.box, self.board.zone()
        if box is None or zone is None:
            return False
        if box.kind == "link" and box.part:
            return self._follow(box.part)
        if box.kind == "field":
            column = next((c for c in zone.columns if c.id == box.part), None)
            return column is not None and self._column(box, column)
        match zone.kind:
            case "choice":
                self._choice(box, zone)
            case "grid_choices":
                self._choices(box, zone)
            case "ref" | "refs":
                self.choose_links(box, zone)
            case "photos" | "grid_photos":
                if box.kind == "photo":
                    board.desk.go(
                        Target(board.kind.place, canvas=board.canvas, table="photo", row=box.row, field="alt")
                    )
                else:
                    self.add_pictures(zone, box.step or None)
            case _:
                return False
        return True

    def go_to_step(self) -> None:
        """Ctrl+G: a phase or a step by its number or its name."""
        board, plan, box = self.board, self.board.plan, self.board.box
        if plan is None or not plan.columns or "" in plan.columns:
            return
        heads = {b.row: b for b in plan.parts[0].boxes if b.kind == "step"}
        named = _("Étape")  # a reader says « étape 3 »: who heard it types it
        choices = [Choice(row, f"{b.index + 1}. {b.text}", also=named) for row, b in heads.items()]
        first = {b.row: _first_step(board.project, b.row) for b in plan.parts[0].boxes if b.kind == "phase"}
        for b in plan.parts[0].boxes:
            if b.kind == "phase" and (step := first[b.row]) in heads:
                words = _("Phase {n} · {name}").format(n=b.index + 1, name=b.text or "…")
                choices.append(Choice(f"{PHASE}{step}", words))
        lanes = [part for part in plan.parts if part.rect.y > 0 and len(part.boxes) > 1]
        zone = box.zone if box is not None and box.zone else (lanes[0].boxes[-1].zone if lanes else "")
        self._show(
            _("Aller à l’étape ou à la phase"),
            choices,
            lambda step: self._arrive(zone, step.removeprefix(PHASE)),
        )

    def _arrive(self, zone: str, step: str) -> None:
        key = cell_key(zone, step)
        part = part_of(self.board.plan, key) if self.board.plan else None
        there = in_cell(part, step) if part else []
        self.board.go(there[0].key if there else key)

    # -- options --------------------------------------------------------------------------------------------
    def _choice(self, box: Box, zone: Zone) -> None:
        board = self.board

        def pick(option: str) -> None:
            value = _stored(board, zone, option)
            board.desk.do(canvases.answer(board.project, board.canvas, zone.id, value, label=_("Choisir")))

        self._show(str(zone.label), self._options(zone), pick)

    def _choices(self, box: Box, zone: Zone) -> None:
        """Options to tick in a cell of the grid."""
        board, step = self.board, box.step
        on = board.project.chosen(board.canvas, zone.id, step)
        lines = [Choice(c.id, c.label, c.id in on) for c in self._options(zone) if c.id]

        def pick(option: str) -> None:
            ticked = option in board.project.chosen(board.canvas, zone.id, step)
            gesture = canvases.tick(board.project, board.canvas, zone.id, option, not ticked, step=step)
            board.desk.do(gesture)

        self._show(str(zone.label), lines, pick)

    def _column(self, box: Box, column: Column) -> bool:
        """A choice inside a table."""
        if column.kind != "choice":
            return False
        board = self.board

        def pick(option: str) -> None:
            board.desk.do(canvases.set_cell(board.project, box.row, column.id, option or None))

        self._show(str(column.label), self._options(column), pick)
        return True

    def _options(self, zone: Zone | Column) -> list[Choice]:
        options = self.board.kind.options(zone.vocabulary)
        return [Choice(str(o.id), option_label((o,), o.id)) for o in options] + [
            Choice("", _("Sans réponse"))
        ]

    # -- links ----------------------------------------------------------------------------------------------
    def choose_links(self, box: Box, zone: Zone) -> None:
        """What this zone points to, or one thing more."""
        board = self.board

        def pick(row: str) -> None:
            if zone.kind == "ref":
                gesture = canvases.answer(
                    board.project, board.canvas, zone.id, row or None, label=_("Relier")
                )
            else:
                gesture = canvases.link(board.project, board.canvas, board.canvas, zone.id, row)
            board.desk.do(gesture)

        lines = [Choice(row, label) for row, label in self.candidates(zone)]
        if zone.kind == "ref":
            lines.append(Choice("", _("Sans réponse")))
        self._show(str(zone.label), lines, pick)

    def candidates(self, zone: Zone) -> list[tuple[str, str]]:
        """What a zone of references can point to: canvases of a type, or steps and notes of their lane."""
        project, types = self.board.project, self.board.desk.types
        wanted, _dot, lane = (zone.refers or "").partition(".")
        found: list[tuple[str, str]] = []
        for canvas in project.canvases(wanted or None):
            name = title(project, types.of(project, canvas.id), canvas.id)
            if not lane:
                found.append((canvas.id, name))
                continue
            for step in project.steps_of(canvas.id):
                found.append((step.id, f"{name} › {step.label or ''}"))
                cell = project.notes_at(canvas.id, lane, step.id)
                found += [(note.id, f"{name} › {step.label or ''} › {note.text or ''}") for note in cell]
        return [(row, label) for row, label in found if row != self.board.canvas]

    def _follow(self, row: str) -> bool:
        project, types = self.board.project, self.board.desk.types
        table = next((t for t in ("canvas", "note", "step") if row in project.table(t)), "")
        target = target_of(project, types, table, row) if table else None
        if target is None:
            self.board.desk.refused.emit(
                _("« {name} » n’est plus dans ce projet.").format(name=name_of(project, row))
            )
            return True
        self.board.desk.go(target)
        return True

    # -- pictures -------------------------------------------------------------------------------------------
    def add_pictures(self, zone: Zone, step: str | None) -> None:
        """Choose files and put them into a zone or a cell; the window does not wait."""
        dialog = QFileDialog(self.view, _("Ajouter des photos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"{_('Images')} ({PICTURES})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.place([of_file(Path(n)) for n in names], zone, step))
        dialog.open()

    def place(self, found: Sequence[Found], zone: Zone, step: str | None) -> None:
        """Pictures go into a zone or a cell, in order and as one gesture; the window does not wait."""
        canvas = self.board.canvas

        def over(pictures: "list[tuple[Picture, str]]") -> None:
            self._placed(canvas, zone, step, [(picture.sha, name) for picture, name in pictures])

        bring_in(self.board.desk, found, over)
        arriving = several(len(found), "{n} photo arrive…", "{n} photos arrivent…")
        self.board.desk.announce(arriving)  # a phone on a slow cable takes its time

    def _placed(self, canvas: str, zone: Zone, step: str | None, pictures: list[tuple[str, str]]) -> None:
        """They are read: they take their place, if it still is one, and someone is asked to describe them."""
        board, project = self.board, self.board.project
        if canvas not in project.canvas or (step and step not in project.step):
            board.desk.refused.emit(
                _("La case des photos a été supprimée entre-temps : rien n’a été ajouté.")
            )
            return
        photos, gesture = put_photos(project, canvas, zone, pictures, step=step)
        lane = grid.with_lane(project, board.desk.types.of(project, canvas), canvas, zone.id)
        board.scene.ink.forget_missing_photos()
        board.desk.do(together(gesture.label, (lane, gesture)))
        board.desk.announce(several(len(photos), "{n} photo ajoutée", "{n} photos ajoutées"))
        self.added(canvas, photos)

    def _show(self, title: str, choices: list[Choice], pick: object) -> None:
        from labdesk.ui.canvas.chooser import Chooser  # a start chooses nothing

        chooser = Chooser(self.board.scene.ink.look, title, choices, pick, self.view)  # type: ignore[arg-type]
        if (place := self.beside()) is not None:
            chooser.open_at(place)
            return
        box = self.board.box
        spot = self.view.on_screen(self.board.scene.shown(box)).bottomLeft() if box else QPoint(40, 40)
        chooser.open_at(self.view.viewport().mapToGlobal(QPoint(round(spot.x()), round(spot.y()))))


def _first_step(project: Project, phase: str) -> str:
    steps = project.steps_in(phase)
    return steps[0].id if steps else ""


def _stored(board: Board, zone: Zone, option: str) -> Value:
    """The option as the type declares it: a text or a number."""
    found = next((o.id for o in board.kind.options(zone.vocabulary) if str(o.id) == option), None)
    return found if option else None
