"""The things of a canvas as a screen reader finds them: canvas, lanes, cells (empty ones too), notes."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from labdesk.domain.layout import HEAD, Box, Part, Plan
from labdesk.ui.canvas import moves
from labdesk.ui.canvas.moves import Key
from labdesk.ui.canvas.names import label_of, spoken
from labdesk.ui.canvas.pane import Pane
from labdesk.words import _

Event = QAccessible.Event
TYPED = ("note", "field", "value", "phase", "step", "lane")
"""What Entrée or F2 lets one type in."""


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
        self._spots: dict[str, dict[Key, Spot]] = {}
        self._inside: dict[str, dict[Key, list[Spot]]] = {}
        self._rank: dict[Spot, int] = {}
        self._parts: list[Spot] | None = None
        self._seen: dict[str, tuple[tuple[Box, ...], dict[Key, Box]]] = {}
        self._told: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.tell_focus)
        pane.board.planned.connect(self._planned)
        pane.board.moved.connect(self._moved)
        # Qt itself tells that the view has the focus, just after this: what stands in it is told after that.
        pane.view.focused.connect(lambda on: self._soon.start() if on else None)

    # -- the tree -------------------------------------------------------------------------------------------
    def parts(self) -> list[Spot]:
        """The lanes, or the boxes of a sheet, the heads of a grid first."""
        if self._parts is None:
            plan = self.pane.board.plan
            self._parts = [self._spot(part_key(part.id), part.id) for part in plan.parts] if plan else []
            self._rank |= {spot: rank for rank, spot in enumerate(self._parts)}
        return self._parts

    def typed_in(self) -> QWidget | None:
        """The surface that holds the editor, or what an empty canvas says, as long as they are shown."""
        surface = self.pane.view.viewport()
        shown = any(isinstance(one, QWidget) and one.isVisible() for one in surface.children())
        return surface if shown else None

    def inside(self, spot: Spot) -> list[Spot]:
        """What stands inside a part or a cell."""
        held = self._inside.setdefault(spot.part, {})
        if spot.key not in held:
            held[spot.key] = [self._spot(box.key, spot.part) for box in self._boxes(spot)]
            self._rank |= {inner: rank for rank, inner in enumerate(held[spot.key])}
        return held[spot.key]

    def rank(self, spot: Spot) -> int:
        """Which child of what holds it a thing is; −1 when it is gone."""
        above = self.parent_of(spot)
        (self.inside(above) if above else self.parts())
        return self._rank.get(spot, -1)

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
        return self._spot(part_key(spot.part), spot.part)

    def _part(self, spot: Spot) -> Part | None:
        plan = self.pane.board.plan
        return plan.part.get(spot.part) if plan else None

    def _spot(self, key: Key, part: str) -> Spot:
        held = self._spots.setdefault(part, {})
        if key not in held:
            held[key] = Spot(self, key, part)
        return held[key]

    def current(self) -> Spot | None:
        """The spot that has the focus."""
        key, plan = self.pane.board.current, self.pane.board.plan
        part = moves.part_of(plan, key) if plan and key else None
        return self._spot(key, part.id) if key and part else None

    def box(self, spot: Spot) -> Box | None:
        """The thing, in the corner of its part; None for a part, and for what is gone."""
        part = self._part(spot)
        if part is None or spot.key[0] == "part":
            return None
        seen = self._seen.get(part.id)
        if seen is None or seen[0] is not part.boxes:
            self._seen[part.id] = seen = part.boxes, {box.key: box for box in part.boxes}
        return seen[1].get(spot.key)

    # -- what is told ---------------------------------------------------------------------------------------
    def name(self, spot: Spot) -> str:
        """« Irritants, étape 7 sur 12, note 2 sur 3 : … »."""
        plan = self.pane.board.plan
        if plan is None:
            return ""
        if spot.key[0] == "part":
            return _("Phases et étapes") if spot.part == HEAD else self._part_name(spot, plan)
        box = self.box(spot)
        return spoken(plan, box) if box else ""

    def _part_name(self, spot: Spot, plan: Plan) -> str:
        part = self._part(spot)
        return label_of(plan, part.boxes[-1].zone) if part and part.boxes else ""

    def question(self, spot: Spot) -> str:
        """The guiding question of the zone."""
        zone = self.pane.board.zone(spot.key[2]) if self.pane.board.stands else None
        return str(zone.question) if zone is not None else ""

    def rect(self, spot: Spot) -> QRect:
        """Where it is on the screen of the computer."""
        pane, part = self.pane, self._part(spot)
        if part is None:
            return QRect()
        if spot.key[0] == "part":
            shown = QRect(round(part.rect.x), round(part.rect.y), round(part.rect.w), round(part.rect.h))
            placed = pane.view.mapFromScene(shown).boundingRect()
        else:
            box = self.box(spot)
            if box is None:
                return QRect()
            there = box.moved(part.rect.x, part.rect.y)
            placed = pane.view.on_screen(pane.scene.shown(there)).toRect()
        return QRect(pane.view.viewport().mapToGlobal(placed.topLeft()), placed.size())

    def state(self, spot: Spot, state: QAccessible.State) -> QAccessible.State:
        """What can be done with it, and how it stands."""
        pane, view = self.pane, self.pane.view
        here = spot.key == pane.board.current
        state.focusable = state.selectable = 1
        state.focused = int(here and view.hasFocus())
        state.selected = int(here or (bool(spot.key[1]) and spot.key[1] in pane.board.chosen))
        state.invisible = int(not view.isVisible())  # what is scrolled away can be read all the same
        box = self.box(spot)
        if box is None:
            return state
        if box.kind in TYPED:
            state.editable, state.readOnly = int(not pane.desk.read_only), int(pane.desk.read_only)
        if box.kind == "option":
            state.checkable, state.checked = 1, int(bool(box.value))
        if box.kind == "lane":
            state.expandable, state.collapsed, state.expanded = 1, int(box.folded), int(not box.folded)
        return state

    # -- what a reader may ask for --------------------------------------------------------------------------
    def go(self, spot: Spot) -> None:
        """The keyboard goes to a thing."""
        if spot.key[0] == "part":
            inner = self.inside(spot)
            spot = inner[0] if inner else spot
        if self.box(spot) is not None:
            self.pane.board.go(spot.key)
            self.pane.view.setFocus()

    def press(self, spot: Spot) -> None:
        """As Entrée on it."""
        self.go(spot)
        self.pane.keyboard.enter()

    def open_menu(self, spot: Spot) -> None:
        """As Maj+F10 on it."""
        self.go(spot)
        self.pane.keyboard.open_menu()

    # -- what changed ---------------------------------------------------------------------------------------
    def _planned(self) -> None:
        """What is gone is forgotten and told; what holds it, and what reads otherwise, are told too."""
        plan, self._parts = self.pane.board.plan, None
        standing: Mapping[str, Part] = plan.part if plan else {}
        for name in self._spots.keys() - standing.keys():
            for spot in self._spots.pop(name).values():
                self._forget(spot)
            self._inside.pop(name, None)
            self._seen.pop(name, None)
        for name in list(self._spots):
            part, seen = standing.get(name), self._seen.get(name)
            if part is None:  # a reader that is told asks for the parent of what goes: it stood up again
                self._spots.pop(name)
                continue
            if seen is None or seen[0] is not part.boxes:
                self._renew(part, seen[1] if seen else {})

    def _renew(self, part: Part, before: Mapping[Key, Box]) -> None:
        """A part was arranged again."""
        known, held = self._spots[part.id], self._inside.pop(part.id, {})
        now = {box.key: box for box in part.boxes}
        self._seen[part.id] = part.boxes, now
        for key in [key for key in known if key not in now and key[0] != "part"]:
            self._forget(known.pop(key))
        if not QAccessible.isActive():
            return
        for key, was in before.items():
            box, spot = now.get(key), known.get(key)
            if box is not None and spot is not None and _says(box) != _says(was):
                _tell(spot, Event.NameChanged)
        for key, inner in held.items():
            if (holder := known.get(key)) is not None:
                for spot in [one for one in self.inside(holder) if one not in inner]:
                    _tell(spot, Event.ObjectCreated)

    def _forget(self, spot: Spot) -> None:
        self._rank.pop(spot, None)
        if QAccessible.isActive():
            _tell(spot, Event.ObjectDestroyed)
        spot.deleteLater()

    def _moved(self) -> None:
        """Another thing is current, or others are selected."""
        if not QAccessible.isActive() or not self.pane.view.isVisible():
            return
        chosen = set(self.pane.board.chosen)
        for row in chosen ^ self._told:
            key = self.pane.board.key_of("note", row)
            part = moves.part_of(self.pane.board.plan, key) if self.pane.board.plan and key else None
            if key and part:
                _tell(
                    self._spot(key, part.id), Event.SelectionAdd if row in chosen else Event.SelectionRemove
                )
        self._told = chosen
        self.tell_focus()

    def tell_focus(self) -> None:
        """Another thing is current: the screen reader says it."""
        if QAccessible.isActive() and self.pane.view.hasFocus() and (spot := self.current()) is not None:
            _tell(spot, Event.Focus)


def part_key(part: str) -> Key:
    """The key of a part in this tree."""
    return "part", part, "", "", ""


def _says(box: Box) -> tuple[object, ...]:
    """All that its name is made of."""
    return box.text, box.value, box.votes, box.evidence, box.voice, box.index, box.of, box.folded


def _tell(spot: Spot, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(spot, event))
