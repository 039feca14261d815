"""The things of a canvas as a screen reader finds them: canvas, lanes, cells (empty ones too), notes."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent

from labdesk.domain.layout import HEAD, Box, Part
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.moves import Key
from labdesk.ui.canvas.names import label_of, spoken
from labdesk.ui.canvas.pane import Pane
from labdesk.words import _


class Spot(QObject):
    """One thing of a canvas for the screen reader: a part (a lane, a box), a cell, a note, an answer."""

    def __init__(self, reader: "Reader", key: Key, part: str) -> None:
        super().__init__(reader)
        self.reader, self.key, self.part = reader, key, part


class Reader(QObject):
    """The tree of one pane. It follows the board: what is gone is forgotten, what is current is told."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self.pane = pane
        self._spots: dict[tuple[str, Key], Spot] = {}
        self._inside: dict[Key, list[Spot]] = {}
        pane.board.planned.connect(self._planned)
        pane.board.moved.connect(self.tell_focus)
        pane.view.focused.connect(lambda on: self.tell_focus() if on else None)

    # -- the tree -------------------------------------------------------------------------------------------
    def parts(self) -> list[Spot]:
        """The lanes, or the boxes of a sheet, the heads of a grid first."""
        plan = self.pane.board.plan
        return [self._spot(("part", part.id, "", "", ""), part.id) for part in plan.parts] if plan else []

    def inside(self, spot: Spot) -> list[Spot]:
        """What stands inside a part or a cell."""
        if spot.key not in self._inside:
            self._inside[spot.key] = [self._spot(box.key, spot.part) for box in self._boxes(spot)]
        return self._inside[spot.key]

    def _boxes(self, spot: Spot) -> list[Box]:
        part = self._part(spot)
        if part is None or spot.key[0] not in ("part", "cell"):
            return []
        if spot.key[0] == "cell":
            return [b for b in part.boxes if b.step == spot.key[3] and b.kind in ("note", "photo")]
        if part.id == HEAD:
            return list(part.boxes)
        if any(box.kind == "lane" for box in part.boxes):
            return [box for box in part.boxes if box.kind in ("lane", "cell")]
        return list(moves.stops(part))

    def parent_of(self, spot: Spot) -> Spot | None:
        """The cell of a note, the part of a cell; None: the canvas itself."""
        kind, _row, zone, step, _part = spot.key
        if kind == "part":
            return None
        if kind in ("note", "photo") and step:
            return self._spot(moves.cell_key(zone, step), spot.part)
        return self._spot(("part", spot.part, "", "", ""), spot.part)

    def _part(self, spot: Spot) -> Part | None:
        plan = self.pane.board.plan
        return plan.part.get(spot.part) if plan else None

    def _spot(self, key: Key, part: str) -> Spot:
        found = self._spots.get((part, key))
        if found is None:
            found = self._spots[part, key] = Spot(self, key, part)
        return found

    def current(self) -> Spot | None:
        """The spot that has the focus."""
        key, plan = self.pane.board.current, self.pane.board.plan
        part = moves.part_of(plan, key) if plan and key else None
        return self._spot(key, part.id) if key and part else None

    # -- what is told ---------------------------------------------------------------------------------------
    def name(self, spot: Spot) -> str:
        """« Irritants, étape 7 sur 12, note 2 sur 3 : … »."""
        plan = self.pane.board.plan
        if plan is None:
            return ""
        if spot.key[0] == "part":
            return _("Phases et étapes") if spot.part == HEAD else self._part_name(spot)
        box = moves.find(plan, spot.key)
        return spoken(plan, box) if box else ""

    def _part_name(self, spot: Spot) -> str:
        part, plan = self._part(spot), self.pane.board.plan
        return label_of(plan, part.boxes[-1].zone) if part and plan and part.boxes else ""

    def question(self, spot: Spot) -> str:
        """The guiding question of the zone."""
        zone = self.pane.board.zone(spot.key[2]) if self.pane.board.stands else None
        return str(zone.question) if zone is not None else ""

    def rect(self, spot: Spot) -> QRect:
        """Where it is on the screen of the computer."""
        pane, plan = self.pane, self.pane.board.plan
        if plan is None:
            return QRect()
        if spot.key[0] == "part":
            part = self._part(spot)
            if part is None:
                return QRect()
            shown = QRect(round(part.rect.x), round(part.rect.y), round(part.rect.w), round(part.rect.h))
            placed = pane.view.mapFromScene(shown).boundingRect()
        else:
            box = moves.find(plan, spot.key)
            if box is None:
                return QRect()
            placed = pane.view.on_screen(pane.scene.shown(box)).toRect()
        return QRect(pane.view.viewport().mapToGlobal(placed.topLeft()), placed.size())

    def state(self, spot: Spot, state: QAccessible.State) -> QAccessible.State:
        """What can be done with it, and how it stands."""
        pane = self.pane
        here = spot.key == pane.board.current
        state.focusable = state.selectable = 1
        state.focused = int(here and pane.view.hasFocus())
        state.selected = int(here or spot.key[1] in pane.board.chosen)
        box = moves.find(pane.board.plan, spot.key) if pane.board.plan and spot.key[0] != "part" else None
        if box is not None and box.kind == "option":
            state.checkable, state.checked = 1, int(bool(box.value))
        if box is not None and box.kind == "lane":
            state.expandable, state.collapsed = 1, int(box.folded)
        return state

    def _planned(self) -> None:
        """What is gone is forgotten; places inside cells are read again."""
        self._inside.clear()
        plan = self.pane.board.plan
        standing = (
            {(p.id, b.key) for p in plan.parts for b in p.boxes}
            | {(p.id, ("part", p.id, "", "", "")) for p in plan.parts}
            if plan and self._spots
            else set()
        )
        for name in self._spots.keys() - standing:
            self._spots.pop(name).deleteLater()

    def tell_focus(self) -> None:
        """Another thing is current: the screen reader says it."""
        if QAccessible.isActive() and self.pane.view.hasFocus() and (spot := self.current()) is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(spot, QAccessible.Event.Focus))
