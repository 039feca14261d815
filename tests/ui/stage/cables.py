"""A projector's cable under X: monitors that RandR adds and takes away; a laptop beside it, ten times."""

import ctypes
import json
import os
import sys
import tempfile
import time
from pathlib import Path

CYCLES = 10
LAPTOP, ROOM = ("Portable", 0, 0, 1366, 768), ("Projecteur", 1366, 0, 1920, 1080)


class Monitor(ctypes.Structure):
    """XRRMonitorInfo of libXrandr 1.5."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        *(
            (name, ctypes.c_int)
            for name in ("primary", "automatic", "noutput", "x", "y", "w", "h", "mw", "mh")
        ),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Resources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("at", ctypes.c_ulong),
        ("configured", ctypes.c_ulong),
        ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("noutput", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Cables:
    """Plugs monitors into the display and pulls them out."""

    def __init__(self) -> None:
        self._x, self._randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        for function in (self._x.XOpenDisplay, self._x.XDefaultRootWindow, self._x.XInternAtom):
            function.restype = ctypes.c_void_p
        self._randr.XRRGetScreenResources.restype = ctypes.POINTER(Resources)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        self._root = ctypes.c_void_p(self._x.XDefaultRootWindow(self._display))

    def plug(self, name: str, x: int, y: int, wide: int, high: int, *, built_in: bool = False) -> None:
        """A monitor is there. The one that is built in owns the display's only output."""
        found = self._randr.XRRGetScreenResources(self._display, self._root).contents
        outputs = (ctypes.c_ulong * 1)(found.outputs[0] if built_in else 0)
        one = Monitor(self._atom(name), built_in, 0, int(built_in), x, y, wide, high, 300, 200, outputs)
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(one))
        self._x.XSync(self._display, 0)

    def pull(self, name: str) -> None:
        """The cable comes off."""
        self._randr.XRRDeleteMonitor(self._display, self._root, ctypes.c_ulong(self._atom(name)))
        self._x.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))


def main(folder: Path) -> None:
    """Project, pull and plug, and print what stood each time as JSON."""
    os.environ["LABDESK_DATA"] = str(folder / "data")
    cables = Cables()
    cables.plug(*LAPTOP, built_in=True)
    cables.plug(*ROOM)
    from PySide6.QtWidgets import QApplication

    from labdesk import app as root
    from labdesk.store.session import Session
    from labdesk.ui.settings import Settings
    from tests.bench.projects import journey

    app = root.application([])
    window = root.build(app, Settings(folder=str(folder)))
    window.resize(1200, 680)
    window.show()
    path = folder / "projet.labdesk"
    Session.create(path, first=journey(60, phases=2, steps=6)).close()
    window.opening.open(path)
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    found = []

    def rest(seconds: float) -> None:
        until = time.time() + seconds
        while time.time() < until:
            QApplication.processEvents()
            time.sleep(0.005)

    def tell() -> None:
        projector, presenter = theatre.projector, theatre.presenter
        assert projector is not None
        assert presenter is not None
        found.append(
            [
                len(app.screens()),
                projector.isVisible() and projector.screen().name(),
                presenter.isVisible() and presenter.screen().name(),
                presenter.signs.unplugged,
            ]
        )

    rest(0.5)
    for _cycle in range(CYCLES):
        cables.pull(ROOM[0])
        rest(0.3)
        tell()
        cables.plug(*ROOM)
        rest(0.4)
        tell()
    print(json.dumps(found))
    window.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place))
    sys.exit(0)
