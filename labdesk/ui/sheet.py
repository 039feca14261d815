"""The style sheet: resources/window.qss in the tokens of the look. Views choose a role; they write no colour.

Roles, set with `role(widget, "…")`:
QLabel: h1 h2 h3 strong caption muted small error ok warn badge
QFrame: card float clear aside panel band well bar notice rule drawer topbar
QPushButton, QToolButton: primary quiet danger nav seg link tile; pill with a tone: ok warn bad plain primary
QListWidget: waiting
"""

from collections.abc import Mapping
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from labdesk import places
from labdesk.ui.drawings import tinted


def role(widget: QWidget, name: str, tone: str | None = None) -> None:
    """Give a widget its role in the style sheet, now or later."""
    if widget.property("role") == name and widget.property("tone") == tone:
        return
    widget.setProperty("role", name)
    if tone is not None:
        widget.setProperty("tone", tone)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the first showing reads the role
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def segment(button: QAbstractButton) -> None:
    """One of several buttons of which one is down; a screen reader says so, and no box to tick."""
    button.setCheckable(True)
    button.setAutoExclusive(True)
    role(button, "seg")


def filled(family: str, colours: Mapping[str, str], lengths: Mapping[str, int], *, dark: bool) -> str:
    """The whole style sheet. `lengths` are px of now: t_* letters, r_* corners, p1, p2… of the design."""
    values = dict(colours) | {name: f"{length}px" for name, length in lengths.items()}
    values |= {
        "family": family,
        "hover": colours["primary_soft" if dark else "surface2"],
        "nav_hover": colours["primary_soft"],
        "arrow": _drawing("chevron-down", colours["ink2"]),
        "back": _drawing("chevron-left", colours["ink2"]),
        "onward": _drawing("chevron-right", colours["ink2"]),
        "no_back": _drawing("chevron-left", colours["border"]),
        "no_onward": _drawing("chevron-right", colours["border"]),
        "up": _drawing("chevron-up", colours["ink2"]),
        "dot": _dot(colours["primary"]),
        "ring_cut": str(lengths["ring"]),
        "ring_drawing": _ring(lengths["ring"], colours["on_primary"], colours["primary"]),
        "ring_hover": _ring(lengths["ring"], colours["on_primary"], colours["primary_hover"]),
        "check": _drawing("check", colours["on_primary"]),
    }
    return Template((places.resources() / "window.qss").read_text("utf-8")).substitute(values)


DOT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="none"
stroke="{ink}" stroke-width="1.6"/><circle cx="8" cy="8" r="4" fill="{ink}"/></svg>"""
"""A radio button that is on: smooth at every size, which a thick border is not."""


def _dot(ink: str) -> str:
    path = places.data() / "look" / f"dot-{ink[1:]}.svg"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        path.write_text(DOT.format(ink=ink), "utf-8")
    return path.as_posix()


RING = """<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">
<rect width="{side}" height="{side}" rx="{cut}" fill="{ground}"/><rect x="{near}" y="{near}" width="{across}"
height="{across}" rx="{corner}" fill="none" stroke="{ink}" stroke-width="{wide}"/></svg>"""
"""A primary button that has the keyboard: its colour, a ring, its colour again. Cut in nine, its corners stay
what they are at every width; the borders of a style sheet have no such ring."""


def _ring(cut: int, ink: str, ground: str) -> str:
    path = places.data() / "look" / f"ring-{cut}-{ink[1:]}-{ground[1:]}.svg"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        side, wide = 3 * cut, round(cut / 3)
        near = wide * 1.5
        drawn = RING.format(
            side=side,
            cut=cut,
            ground=ground,
            near=near,
            across=side - 2 * near,
            corner=cut - near,
            ink=ink,
            wide=wide,
        )
        path.write_text(drawn, "utf-8")
    return path.as_posix()


def _drawing(name: str, ink: str) -> str:
    """A tinted drawing as a file: a style sheet can only name files."""
    path = places.data() / "look" / f"{name}-{ink[1:]}.svg"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        path.write_text(tinted(name, ink), "utf-8")
    return path.as_posix()
