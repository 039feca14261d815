"""The style sheet: resources/window.qss in the tokens of the look. Views choose a role; they write no colour.

Roles, set with `role(widget, "…")`:
QLabel: h1 h2 h3 caption muted small error ok · QPushButton and QToolButton: primary quiet danger nav seg link
QFrame: card panel band topbar rail drawer bar well · QLabel pill with tone: ok warn bad plain
"""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from labdesk import places
from labdesk.ui.icons import tinted
from labdesk.ui.style import FAMILY, Look


def role(widget: QWidget, name: str, tone: str | None = None) -> None:
    """Give a widget its role in the style sheet, now or later."""
    widget.setProperty("role", name)
    if tone is not None:
        widget.setProperty("tone", tone)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the first showing reads the role
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def sheet(look: Look) -> str:
    """The whole style sheet in the colours, corners and sizes of now."""
    values = dict(look.tokens.colours)
    values |= {f"t_{name}": f"{look.text_px(name)}px" for name in ("caption", "small", "body", "large")}
    values |= {f"t_{name}": f"{look.text_px(name)}px" for name in ("h3", "h2", "h1")}
    values |= {f"r_{name}": f"{look.radius(name)}px" for name in ("s", "m", "l")}
    values |= {f"p{length}": f"{look.px(length)}px" for length in _LENGTHS}
    values |= {
        "family": FAMILY,
        "hover": look.hex("surface2" if look.theme == "light" else "primary_soft"),
        "nav_hover": look.hex("primary_soft"),
        "arrow": _drawing("chevron-down", look.hex("ink2")),
        "up": _drawing("chevron-up", look.hex("ink2")),
        "check": _drawing("check", look.hex("on_primary")),
    }
    return Template((places.resources() / "window.qss").read_text("utf-8")).substitute(values)


def _drawing(name: str, ink: str) -> str:
    """A tinted drawing as a file: a style sheet can only name files."""
    path = places.data() / "look" / f"{name}-{ink[1:]}.svg"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        path.write_text(tinted(name, ink), "utf-8")
    return path.as_posix()


_LENGTHS = range(1, 37)
