"""A colleague who cannot see, in front of the real program: fingers on a French keyboard, a reader's ear."""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

EAR = Path(__file__).with_name("ear.py")
PATIENCE = 30.0
"""s at most for the program to answer a key; a busy machine is slow, a deaf program never comes."""
SYSTEM_PYTHON = "/usr/bin/python3"
Thing = dict[str, Any]
Seek = Callable[[list[str]], Thing | None]
Came = TypeVar("Came")


class Deaf(Exception):
    """The program or the reader is dead: nothing more will be heard."""


class Awaited:
    """What is heard, found, or has the keyboard. `"1 note supprimée" in who.hears()` waits for these words.

    « Irritants … pas coché »: both pieces, in one name. `thing` is what fitted; nothing that fitted is an
    error, for nothing was asserted of it.
    """

    def __init__(
        self, who: "Colleague", what: str, seen: Callable[[], list[Thing]], seek: Seek | None = None
    ) -> None:
        self.who, self.what, self.seen = who, what, seen
        self._seek = seek or self._among_seen
        self._found: Thing | None = None

    def __contains__(self, words: str) -> bool:
        pieces = words.split(" … ")
        self._found = self.who.until(lambda: self._seek(pieces))
        return self._found is not None

    def _among_seen(self, pieces: list[str]) -> Thing | None:
        fits = (one for one in self.seen() if all(piece in plain(one["name"]) for piece in pieces))
        return next(fits, None)

    @property
    def thing(self) -> Thing:
        """The one with these words."""
        if self._found is None:
            raise Deaf(f"nothing was awaited, or it never came: {self!r}")
        return self._found

    @property
    def id(self) -> int:
        """Its name between us and the reader."""
        return int(self.thing["id"])

    def names(self) -> list[str]:
        """What there is now."""
        return [plain(one["name"]) for one in self.seen()]

    def __repr__(self) -> str:
        return f"<{self.what}: {self.names()[-8:]}>"


@dataclass
class Colleague:
    """`press`, `type`, then assert what she `hears`, where she `stands`, what can be `found`."""

    display: str
    bus: str
    runtime: Path
    """Where the session keeps what runs."""
    folder: Path
    """Her data, and what the program wrote."""
    programs: list[subprocess.Popen[bytes]] = field(default_factory=list)
    furniture: int = 0
    """How many of them stay when she leaves."""
    heard: int = 0
    """How many events were listened to by now."""

    # -- what runs ------------------------------------------------------------------------------------------
    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of all that runs here."""
        return {
            **os.environ,
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "XDG_RUNTIME_DIR": str(self.runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "LABDESK_DATA": str(self.folder / "data"),
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "0",
            "PYTHONFAULTHANDLER": "1",
        }

    def run(self, *words: str, **more: Any) -> subprocess.Popen[bytes]:
        """A program of one's own on this screen."""
        started = subprocess.Popen(words, env=self.surroundings, **more)
        self.programs.append(started)
        return started

    def end(self, *, from_rank: int = 0) -> None:
        """All that was started here ends, the last first."""
        while len(self.programs) > from_rank:
            _end(self.programs.pop())

    def sit_down(self, folder: Path) -> None:
        """A new person: data of her own, keys of France, nothing heard yet."""
        self.folder, self.heard = folder, 0
        french_keyboard(self.display)
        self.ask("forget")

    def leave(self) -> None:
        """What was opened ends, and the reader sees it go: the next program is met as the first was."""
        self.end(from_rank=self.furniture)
        end = time.monotonic() + PATIENCE
        while not self.ask("forget"):
            if time.monotonic() > end:
                raise Deaf("a program that ended is still in the reader's list")
            time.sleep(0.02)

    def listen(self) -> None:
        """The reader is there before the program, as it is when one logs in."""
        self._ear = self.run(
            SYSTEM_PYTHON, str(EAR), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._ear.stdout is not None
        assert json.loads(self._ear.stdout.readline()) == "listening"
        self.furniture = len(self.programs)

    def open(self, *files: Path) -> None:
        """Start the program and wait until the reader knows it."""
        with (self.folder / "program.log").open("wb") as log:
            self.program = self.run(
                sys.executable, "-m", "labdesk", *map(str, files), stdout=log, stderr=subprocess.STDOUT
            )
        if not self.until(lambda: self.ask("find", name="LabDesk", pid=self.program.pid)):
            raise Deaf("the reader never met the program")

    def ask(self, question: str, **more: Any) -> Any:
        """Ask the reader."""
        assert self._ear.stdin is not None
        assert self._ear.stdout is not None
        self._ear.stdin.write(json.dumps({"ask": question, **more}).encode() + b"\n")
        self._ear.stdin.flush()
        said = json.loads(self._ear.stdout.readline() or b'{"trouble": "the ear died"}')
        if "trouble" in said:
            raise Deaf(said["trouble"])
        return said["answer"]

    def until(self, what: Callable[[], Came]) -> Came:
        """Wait for something to come true; gives what it came to, or what it still is when patience ends."""
        end = time.monotonic() + PATIENCE
        while not (found := what()) and time.monotonic() < end:
            if self.program.poll() is not None:
                raise Deaf(self.log)
            time.sleep(0.01)
        return found

    @property
    def log(self) -> str:
        """What the program wrote beside its window."""
        return (self.folder / "program.log").read_text()

    # -- the fingers ----------------------------------------------------------------------------------------
    def press(self, *keys: str) -> None:
        """Keys as X names them: « ctrl+l », « alt+Right », « eacute ». What was heard before is forgotten."""
        self.heard += len(self.ask("since", rank=self.heard))
        subprocess.run(["xdotool", "key", "--delay", "12", *keys], env=self.surroundings, check=True)

    def type(self, words: str, *, slowly: bool = False) -> None:
        """Letters, one key after the other; slowly where X must first learn a sign that is on no key."""
        delay = "120" if slowly else "12"
        self.heard += len(self.ask("since", rank=self.heard))
        subprocess.run(["xdotool", "type", "--delay", delay, "--", words], env=self.surroundings, check=True)

    # -- the ear --------------------------------------------------------------------------------------------
    def since(self) -> list[dict[str, Any]]:
        """All that was told since the last key."""
        return list(self.ask("since", rank=self.heard))

    def visited(self) -> list[str]:
        """The names of all that had the keyboard since the last key, even for a moment."""
        return [plain(one["name"]) for one in self._focused()]

    def _focused(self) -> list[Thing]:
        return [
            e for e in self.since() if e["kind"].startswith("object:state-changed:focused") and e["detail"]
        ]

    def hears(self) -> Awaited:
        """The sentences said since the last key."""

        def said() -> list[Thing]:
            return [{"name": e["text"]} for e in self.since() if e["kind"].startswith("object:announcement")]

        return Awaited(self, "said since the last key", said)

    def notices(self) -> Awaited:
        """The kinds of events since the last key."""
        return Awaited(
            self, "noticed since the last key", lambda: [{"name": e["kind"]} for e in self.since()]
        )

    def stands(self, role: str = "") -> Awaited:
        """Where the keyboard is, told since the last key."""

        def here() -> list[Thing]:
            return [last for last in self._focused()[-1:] if role in last["role"]]

        return Awaited(self, f"with the keyboard {role}".strip(), here)

    def tree(self, top: Awaited | None = None, **more: Any) -> list[Thing]:
        """All that can be read below a thing, or of the program."""
        return list(self.ask("tree", top=-1 if top is None else top.id, **more))

    def found(self, role: str = "", top: Awaited | None = None) -> Awaited:
        """The things of the tree."""

        inside = -1 if top is None else top.id

        def there() -> list[Thing]:
            return [thing for thing in self.tree(top, whole=False) if role in thing["role"]]

        def seek(pieces: list[str]) -> Thing | None:
            found: Thing | None = self.ask("seek", pieces=pieces, role=role, top=inside)
            return found

        return Awaited(self, f"to be read {role}".strip(), there, seek)

    def text_of(self, editor: Awaited, awaited: str = "") -> str:
        """What an editor holds, once it holds what is awaited."""

        def text() -> str:
            return str(self.ask("text", thing=editor.id)["text"]).strip()

        self.until(lambda: text() == awaited or not awaited)
        return text()


def plain(text: str) -> str:
    """With plain spaces, as people compare."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'").split())


@contextlib.contextmanager
def a_colleague(folder: Path, size: str = "1366x768") -> Iterator[Colleague]:
    """A screen, a French keyboard without keypad, a session bus and a reader of one's own."""
    folder.chmod(0o700)
    with contextlib.ExitStack() as ending:
        screen = subprocess.Popen(
            ["Xvfb", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset", "-displayfd", "1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        ending.callback(_end, screen)
        assert screen.stdout is not None
        display = f":{screen.stdout.readline().decode().strip()}"
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            env={**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": str(folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        ending.callback(_end, bus)
        assert bus.stdout is not None
        who = Colleague(display, bus.stdout.readline().decode().strip(), folder, folder)
        ending.callback(who.end)
        french_keyboard(display)
        who.run("openbox", stderr=subprocess.DEVNULL)
        who.listen()
        yield who


def french_keyboard(display: str, layout: str = "fr") -> None:
    """The map of France on this screen; `setxkbmap` alone does nothing under Xvfb."""
    described = subprocess.run(
        ["setxkbmap", "-display", display, "-layout", layout, "-print"], capture_output=True, check=True
    )
    subprocess.run(
        ["xkbcomp", "-w", "0", "-", display], input=described.stdout, capture_output=True, check=True
    )


def _end(program: subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    for stream in (program.stdin, program.stdout):
        if stream is not None:
            stream.close()
