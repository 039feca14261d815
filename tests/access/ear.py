"""What a screen reader sees and hears of the program, through AT-SPI. One JSON line in, one out.

Run by the system's Python (`/usr/bin/python3`), which alone has the bindings; it imports nothing of ours.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

EVENTS = (
    "object:announcement",
    "object:state-changed:focused",
    "object:state-changed:selected",
    "object:state-changed:expanded",
    "object:state-changed:checked",
    "object:property-change:accessible-name",
    "object:children-changed",
    "object:text-changed",
    "object:text-caret-moved",
    "object:active-descendant-changed",
    "window:activate",
)


class Ear:
    """It keeps what it heard, and an answer for each question."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.known: list[Any] = []
        self.app: Any = None
        self.listener = Atspi.EventListener.new(self._hear)
        for kind in EVENTS:
            self.listener.register(kind)

    def _hear(self, event: Any) -> None:
        try:
            said = {
                "kind": event.type,
                "detail": event.detail1,
                "text": _plain(event.any_data),
                "at": time.monotonic(),
            }
            if event.type.startswith(("object:state-changed:focused", "object:state-changed:sel")):
                said |= {"role": event.source.get_role_name(), "name": event.source.get_name()}
                said["id"] = self._keep(event.source)
            self.heard.append(said)
        except GLib.Error:  # what spoke is gone
            self.heard.append({"kind": event.type, "detail": 0, "text": "gone", "at": time.monotonic()})

    def _keep(self, thing: Any) -> int:
        self.known.append(thing)
        return len(self.known) - 1

    # -- the questions --------------------------------------------------------------------------------------
    def find(self, name: str, pid: int) -> bool:
        """The program is there."""
        desk = Atspi.get_desktop(0)
        for rank in range(desk.get_child_count()):
            app = desk.get_child_at_index(rank)
            if app is not None and (app.get_name() == name or app.get_process_id() == pid):
                self.app = app
                return True
        return False

    def forget(self) -> bool:
        """Nothing was heard, nothing is known; true when no program is there."""
        self.heard.clear()
        self.known.clear()
        self.app = None
        return bool(Atspi.get_desktop(0).get_child_count() == 0)

    def since(self, rank: int) -> list[dict[str, Any]]:
        """What was heard after that many events."""
        return self.heard[rank:]

    def tree(self, top: int = -1, depth: int = 99, whole: bool = True) -> list[dict[str, Any]]:
        """Everything below a thing (-1: the program), in reading order; what is hidden is not read inside."""
        return list(self._walk(self.app if top < 0 else self.known[top], depth, -1, whole))

    def seek(self, pieces: list[str], role: str = "", top: int = -1) -> dict[str, Any] | None:
        """The first thing of the tree whose name holds these pieces: nothing after it is asked for."""
        things = self._walk(self.app if top < 0 else self.known[top], 99, -1, False)
        fits = (
            one for one in things if role in one["role"] and all(p in _coarse(one["name"]) for p in pieces)
        )
        return next(fits, None)

    def _walk(self, thing: Any, depth: int, above: int, whole: bool) -> Iterator[dict[str, Any]]:
        thing.clear_cache()
        one = self._one(thing, whole)
        one["above"] = above
        yield one
        if depth == 0 or (above >= 0 and "visible" not in one["states"]):
            return
        for rank in range(thing.get_child_count()):
            child = thing.get_child_at_index(rank)
            if child is None:
                yield {"id": -1, "role": "missing", "name": "", "above": one["id"], "states": []}
                continue
            yield from self._walk(child, depth - 1, one["id"], whole)

    def _one(self, thing: Any, whole: bool = True) -> dict[str, Any]:
        one = {"id": self._keep(thing), "role": thing.get_role_name(), "name": thing.get_name()}
        one["states"] = [state.value_nick for state in thing.get_state_set().get_states()]
        if whole:
            box = thing.get_component_iface() and thing.get_extents(Atspi.CoordType.SCREEN)
            one["description"] = thing.get_description()
            one["interfaces"] = list(thing.get_interfaces())
            one["rect"] = [box.x, box.y, box.width, box.height] if box else None
        return one

    def look(self, thing: int) -> dict[str, Any]:
        """One thing as it is now."""
        self.known[thing].clear_cache()
        return self._one(self.known[thing])

    def rank(self, thing: int) -> int:
        """Which child of its parent a thing says it is."""
        return int(self.known[thing].get_index_in_parent())

    def parents(self, thing: int) -> list[str]:
        """What stands around a thing, from the inside out."""
        found, here = [], self.known[thing].get_parent()
        while here is not None and here.get_role_name() not in ("application", "desktop frame"):
            found.append(f"{here.get_role_name()} {here.get_name()}")
            here = here.get_parent()
        return found

    def actions(self, thing: int) -> list[str]:
        """What can be done with it."""
        there = self.known[thing]
        return [Atspi.Action.get_action_name(there, i) for i in range(Atspi.Action.get_n_actions(there))]

    def do(self, thing: int, name: str) -> bool:
        """Do one of its actions."""
        return bool(Atspi.Action.do_action(self.known[thing], self.actions(thing).index(name)))

    def focus(self, thing: int) -> bool:
        """Give it the keyboard, as a reader's own cursor does."""
        return bool(self.known[thing].grab_focus())

    def text(self, thing: int) -> dict[str, Any]:
        """The text interface of an editor."""
        there = self.known[thing]
        whole = Atspi.Text.get_text(there, 0, -1)
        return {"text": whole, "caret": Atspi.Text.get_caret_offset(there), "length": len(whole)}


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, int) else type(value).__name__


def _coarse(text: str) -> str:
    """As `colleague.plain`, which cannot be imported here."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'").split())


def main() -> None:
    """Answer until the questions end."""
    Atspi.set_timeout(10_000, 10_000)
    ear = Ear()
    print(json.dumps("listening"), flush=True)
    pending = b""

    def hear(_source: object, _condition: object) -> bool:
        nonlocal pending
        read = os.read(0, 65_536)
        if not read:
            Atspi.event_quit()
            return False
        pending += read
        while b"\n" in pending:
            line, _newline, pending = pending.partition(b"\n")
            question = json.loads(line)
            try:
                said = {"answer": getattr(ear, question.pop("ask"))(**question)}
            except Exception as trouble:
                said = {"trouble": f"{type(trouble).__name__}: {trouble}"}
            sys.stdout.write(json.dumps(said) + "\n")
            sys.stdout.flush()
        return True

    GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, hear)
    Atspi.event_main()


if __name__ == "__main__":
    main()
