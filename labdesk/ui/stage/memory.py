"""What the projection remembers on this laptop: the timer, where each project was left, notes to oneself."""

import json
import os
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field, to_builtins

from labdesk import places
from labdesk.domain.countdown import Countdown

KEPT = 40
"""Projects remembered, the last ones used."""


class Left(Struct):
    """Where a project was left. `entered`: line of the agenda → when it began, on the day `day`."""

    line: str = ""
    page: int = 0
    day: str = ""
    entered: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def hours(self, now: datetime) -> dict[str, datetime]:
        """When each sequence of today began."""
        return (
            {line: datetime.fromisoformat(at) for line, at in self.entered.items()}
            if self._today(now)
            else {}
        )

    def enter(self, line: str, now: datetime) -> None:
        """A sequence begins; the first time of the day counts."""
        if not self._today(now):
            self.day, self.entered = now.date().isoformat(), {}
        self.line = line
        self.entered.setdefault(line, now.isoformat(timespec="seconds"))

    def under_way(self, now: datetime) -> bool:
        """The running order of today was left in the middle."""
        return bool(self.line) and self._today(now)

    def _today(self, now: datetime) -> bool:
        return self.day == now.date().isoformat()


class Memory:
    """One small file, written whole or not at all."""

    def __init__(self) -> None:
        found = _read()
        timer = found.get("timer")
        self.countdown = _countdown(timer) if isinstance(timer, dict) else Countdown()
        projects = found.get("projects")
        self._projects: dict[str, Left] = {}
        for path, kept in projects.items() if isinstance(projects, dict) else ():
            if isinstance(kept, dict):
                self._projects[str(path)] = _left(kept)

    def of(self, path: Path | None) -> Left:
        """What is known of a project; it counts as the last one used."""
        key = str(path or "")
        self._projects[key] = self._projects.pop(key, Left())
        return self._projects[key]

    def save(self) -> None:
        """Write everything. A folder that cannot be written keeps the former file."""
        last = dict(list(self._projects.items())[-KEPT:])
        told = {
            "timer": to_builtins(self.countdown),
            "projects": {path: to_builtins(left) for path, left in last.items() if path},
        }
        path = _path()
        beside = path.with_suffix(".new")
        try:
            beside.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
            os.replace(beside, path)
        except OSError:
            beside.unlink(missing_ok=True)


def _path() -> Path:
    return places.data() / "projection.json"


def _read() -> dict[str, object]:
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _countdown(kept: dict[str, object]) -> Countdown:
    total, left, since = (kept.get(name) for name in ("total", "left", "since"))
    if not isinstance(total, int | float) or not isinstance(left, int | float):
        return Countdown()
    return Countdown(float(total), float(left), float(since) if isinstance(since, int | float) else None)


def _left(kept: dict[str, object]) -> Left:
    line, page, day = kept.get("line"), kept.get("page"), kept.get("day")
    return Left(
        line if isinstance(line, str) else "",
        page if isinstance(page, int) else 0,
        day if isinstance(day, str) else "",
        _texts(kept.get("entered")),
        _texts(kept.get("notes")),
    )


def _texts(kept: object) -> dict[str, str]:
    if not isinstance(kept, dict):
        return {}
    return {str(key): value for key, value in kept.items() if isinstance(value, str)}
