"""Monitors of an X screen, plugged and unplugged as by a cable: RandR 1.5, without hardware or xrandr."""

import ctypes
from ctypes import POINTER, Structure, byref, c_int, c_ulong, c_void_p


class _Monitor(Structure):
    """XRRMonitorInfo."""

    _fields_ = (
        ("name", c_ulong),
        ("primary", c_int),
        ("automatic", c_int),
        ("noutput", c_int),
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("mwidth", c_int),
        ("mheight", c_int),
        ("outputs", c_void_p),
    )


class Monitors:
    """Those of the screen `DISPLAY` names. The first one plugged takes the output of Xvfb, and is primary."""

    def __init__(self) -> None:
        self._x, self._randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XInternAtom.restype = c_ulong
        self._randr.XRRGetMonitors.restype = POINTER(_Monitor)
        self._display = c_void_p(self._x.XOpenDisplay(None))
        self._root = c_ulong(self._x.XDefaultRootWindow(self._display))
        self._known = self._randr.XRRGetMonitors(self._display, self._root, 1, byref(c_int()))
        self._first = True

    def _atom(self, name: str) -> c_ulong:
        return c_ulong(self._x.XInternAtom(self._display, name.encode(), 0))

    def plug(self, name: str, x: int, wide: int, high: int) -> None:
        """A monitor on the right of what stands left of `x`."""
        made = _Monitor(
            self._atom(name).value, int(self._first), 0, 0, x, 0, wide, high, wide // 4, high // 4
        )
        if self._first:
            made.noutput, made.outputs = 1, self._known[0].outputs
        self._first = False
        self._randr.XRRSetMonitor(self._display, self._root, byref(made))
        self._x.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """The cable comes off."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(name))
        self._x.XSync(self._display, 0)
