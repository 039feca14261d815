"""What libraries do to a start behind one’s back, undone before the rest is imported."""

import builtins
import sys

import PySide6.QtCore  # noqa: F401  (it is what replaces `import`)


def take_back() -> None:
    """Imports cost again what they cost without Qt: a start is an eighth shorter and 6 MB lighter.

    PySide6 replaces `__import__` to know which modules ask for `from __feature__ import snake_case`:
    it reads the source of every module imported after it, and `linecache` keeps all of it. LabDesk
    asks for no feature. The former function is where PySide6 left it (shibokensupport/feature.py);
    a PySide6 that no longer leaves it there is left as it is.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def spare_typing_extensions() -> None:
    """msgspec takes three names from `typing_extensions` where that is installed, which `typing` has as well
    since Python 3.11: 2 ms and half a megabyte. Whoever needs more of it imports it later as ever."""
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # what is None cannot be imported
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]
