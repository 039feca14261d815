"""Actions: words, icon, keys, menu and accessible name in one go. What they do is said by who makes them."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from labdesk.ui.icons import SIZE, icon
from labdesk.ui.style import Look
from labdesk.words import language

Menu = Literal["file", "edit", "canvas", "view", "dossier", "help"]
BEFORE_WORDS = 4
"""px at 100 % between the icon of a button and its words, besides what the style leaves."""
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
AZERTY = "&É\"'(-È_Ç"
"""What the top row of a French keyboard gives without Maj: Ctrl+1 is Ctrl+& there."""


def act(  # noqa: PLR0913  an action is its words, icon, keys, menu and deed together
    owner: QWidget,
    look: Look,
    words: str,
    run: Callable[[], object],
    *,
    icon_name: str,
    keys: str | Sequence[str] = (),
    menu: Menu = "canvas",
    tip: str = "",
    checkable: bool = False,
) -> QAction:
    """An action that belongs to `owner` (its keys work inside it) and stands in a menu.

    `words` is what the menu says (« Ajouter une phase »), `tip` one more sentence for the tooltip. The
    icon follows the theme. Several `keys` are alternatives; the first is the one that is shown.
    """
    action = QAction(words, owner)
    # Not QKeySequence(keys): that reads keys in the words of the person, and asks for every word of them.
    action.setShortcuts([QKeySequence.fromString(one) for one in ([keys] if isinstance(keys, str) else keys)])
    action.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut
        if owner.isWindow()
        else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    action.setProperty("menu", menu)
    action.setCheckable(checkable)
    action.setToolTip(with_keys(tip or words.replace("&", ""), action))
    illustrate(action, icon_name, look)
    action.triggered.connect(lambda _checked: run())
    owner.addAction(action)
    return action


def illustrate(action: QAction, drawing: str, look: Look) -> None:
    """Give an action an icon that follows the theme and the text size."""
    action.setProperty("drawing", drawing)
    action.setIcon(_drawing(action, look))


def retint(owner: QWidget, look: Look) -> None:
    """The icons of all actions and buttons inside `owner` take the ink of now; the window calls it."""
    for action in owner.findChildren(QAction):
        if action.property("drawing"):
            action.setIcon(_drawing(action, look))
    for button in owner.findChildren(QAbstractButton):
        if drawing := button.property("drawing"):
            draw(button, drawing, look, button.property("ink") or "ink2")


def _drawing(action: QAction, look: Look) -> QIcon:
    return icon(action.property("drawing"), look, on="primary" if action.isCheckable() else None)


def draw(button: QAbstractButton, drawing: str, look: Look, ink: str = "ink2") -> None:
    """Give a button an icon that follows the theme and the text size."""
    button.setProperty("drawing", drawing)
    button.setProperty("ink", ink)
    worded = bool(button.text()) and (
        isinstance(button, QPushButton)
        or (isinstance(button, QToolButton) and button.toolButtonStyle() == _BESIDE)
    )
    after = BEFORE_WORDS if worded and look.scale < 2 else 0  # the largest letters need the width themselves
    button.setIcon(icon(drawing, look, ink, on="primary", after=after))
    button.setIconSize(QSize(look.px(SIZE) + look.px(after), look.px(SIZE)))


def reword(button: QAbstractButton, words: str, look: Look) -> None:
    """Other words on a button that has an icon: the room between them comes and goes with the words."""
    button.setText(words)
    if drawing := button.property("drawing"):
        draw(button, drawing, look, button.property("ink") or "ink2")


def with_keys(sentence: str, action: QAction) -> str:
    """The sentence and the keys as people read them: « Annuler (Ctrl+Z) »."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
    return f"{sentence} ({spoken_keys(keys)})" if keys else sentence


def tell(widget: QWidget, name: str, tip: str) -> None:
    """A name, and a tip that may begin with it: a reader is told what the tip adds, not the name again."""
    widget.setAccessibleName(name)
    widget.setToolTip(tip)
    widget.setAccessibleDescription(tip.removeprefix(name).strip(" ()\n"))


_FRENCH_KEYS = {
    "Shift": "Maj",
    "Del": "Suppr",
    "Ins": "Inser",
    "Return": "Entrée",
    "Enter": "Entrée",
    "Esc": "Échap",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Space": "Espace",
    "Backspace": "Retour arrière",
    "PgUp": "Page préc.",
    "PgDown": "Page suiv.",
}


def spoken_keys(keys: str) -> str:
    """Key names as a French keyboard prints them: « Ctrl+Maj+Suppr »."""
    if language() != "fr":
        return keys
    parts = keys.replace("++", "+Plus").split("+")
    return "+".join(_FRENCH_KEYS.get(part, part) for part in parts)


def on_digits(modifiers: str, digit: int) -> tuple[str, str]:
    """A shortcut on a digit, and the same key of a French keyboard: ("Alt+1", "Alt+&")."""
    return f"{modifiers}+{digit}", f"{modifiers}+{AZERTY[digit - 1]}"
