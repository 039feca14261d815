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
from typing import Any

EAR = Path(__file__).with_name("ear.py")
PATIENCE = 30.0
"""s at most for the program to answer a key; a busy machine is slow, a deaf program never comes."""
SYSTEM_PYTHON = "/usr/bin/python3"
Thing = dict[str, Any]


class Deaf(AssertionError):
    """What was waited for was not heard."""


@dataclass
class Colleague:
    """`press`, `type`, then `hears` or `stands`."""

    display: str
    bus: str
    folder: Path
    programs: list[subprocess.Popen[bytes]] = field(default_factory=list)
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
            "XDG_RUNTIME_DIR": str(self.folder),
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

    def end(self) -> None:
        """All that was started here ends, the last first."""
        for program in reversed(self.programs):
            _end(program)

    def listen(self) -> None:
        """The reader is there before the program, as it is when one logs in."""
        self._ear = self.run(
            SYSTEM_PYTHON, str(EAR), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._ear.stdout is not None
        assert json.loads(self._ear.stdout.readline()) == "listening"

    def open(self, *files: Path) -> None:
        """Start the program and wait until the reader knows it."""
        with (self.folder / "program.log").open("wb") as log:
            self.program = self.run(
                sys.executable, "-m", "labdesk", *map(str, files), stdout=log, stderr=subprocess.STDOUT
            )
        self.until(lambda: self.ask("find", name="LabDesk", pid=self.program.pid), "the program")

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

    def until(self, what: Callable[[], Any], name: str) -> Any:
        """Wait for something to come true; gives it."""
        end = time.monotonic() + PATIENCE
        while not (found := what()):
            assert self.program.poll() is None, (self.folder / "program.log").read_text()
            if time.monotonic() > end:
                raise Deaf(f"never came: {name}; last heard: {self.ask('since', rank=self.heard)[-8:]}")
            time.sleep(0.01)
        return found

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
    def hears(self, *pieces: str, kind: str = "object:announcement") -> str:
        """Wait for a sentence that holds these pieces, said since the last key; gives it."""

        def said() -> str:
            events = self.ask("since", rank=self.heard)
            texts = [e["text"] or e.get("name", "") for e in events if e["kind"].startswith(kind)]
            return next((text for text in texts if all(p in plain(text) for p in pieces)), "")

        return str(self.until(said, f"{kind} {pieces}"))

    def stands(self, *pieces: str, role: str = "") -> Thing:
        """Wait until the keyboard is on something with this name, told since the last key; gives it."""

        def here() -> Thing | None:
            events = self.ask("since", rank=self.heard)
            told = [e for e in events if e["kind"].startswith("object:state-changed:focused") and e["detail"]]
            last = told[-1] if told else None
            fits = last and all(p in plain(last["name"]) for p in pieces) and role in last["role"]
            return last if fits else None

        return dict(self.until(here, f"focus {pieces}"))

    def tree(self, top: Thing | None = None, **more: Any) -> list[Thing]:
        """All that can be read below a thing, or of the program."""
        return list(self.ask("tree", top=top["id"] if top else -1, **more))

    def found(self, *pieces: str, role: str = "", top: Thing | None = None) -> Thing:
        """The first thing of the tree with this name, once it is there."""

        def there() -> Thing | None:
            return next(
                (
                    t
                    for t in self.tree(top)
                    if role in t["role"] and all(p in plain(t["name"]) for p in pieces)
                ),
                None,
            )

        return dict(self.until(there, f"{role} {pieces}"))


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
        who = Colleague(display, bus.stdout.readline().decode().strip(), folder)
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
