"""What screen readers are told of things Qt knows nothing of: one factory, asked by Qt when a reader looks.

Qt holds no reference to an interface made in Python: each is kept here as long as its object lives.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

Maker = Callable[[QObject], QAccessibleInterface | None]
"""An interface for a thing it knows, None for every other."""
_makers: list[Maker] = []
_kept: dict[int, QAccessibleInterface] = {}


def ask(maker: Maker) -> None:
    """This maker is asked too, from now on; the same one is asked once."""
    if not _makers:
        QAccessible.installFactory(_interface)
    if maker not in _makers:
        _makers.append(maker)


def _interface(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    made = next((made for maker in _makers if (made := maker(thing))), None) if thing is not None else None
    if thing is not None and made is not None:
        name = id(thing)
        _kept[name] = made
        thing.destroyed.connect(lambda: _kept.pop(name, None))
    return made
