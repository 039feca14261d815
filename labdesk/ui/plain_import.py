"""Python’s own `import` again, after PySide6 has put its own in its place."""

import builtins

import PySide6.QtCore  # noqa: F401  (it is what replaces `import`)


def take_back() -> None:
    """Imports cost again what they cost without Qt: a start is an eighth shorter and 6 MB lighter.

    PySide6 replaces `__import__` to know which modules ask for `from __feature__ import snake_case`:
    it reads the source of every module imported after it, and `linecache` keeps all of it. LabDesk
    asks for no feature. The former function is where PySide6 left it (shibokensupport/feature.py);
    a PySide6 that no longer leaves it there is left as it is.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
