"""F6: the keyboard goes from one region of the window to the next, and says which one it is in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def cycle(regions: Sequence[QWidget], by: int) -> QWidget | None:
    """Put the focus into the region `by` after (or before) the one that has it; gives that region."""
    shown = [region for region in regions if region.isVisible()]
    if not shown:
        return None
    focus = QApplication.focusWidget()
    here = next(
        (at for at, region in enumerate(shown) if focus and _holds(region, focus)), -1 if by > 0 else 0
    )
    for distance in range(1, len(shown) + 1):
        region = shown[(here + by * distance) % len(shown)]
        entry = _entry(region)
        if entry is not None:
            entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return region
    return None


def enter(place: QWidget, regions: Sequence[QWidget]) -> None:
    """The keyboard goes into a place: to its focus proxy, else to its first region that takes it."""
    proxy = place.focusProxy()
    while proxy is not None and proxy.focusProxy() is not None:
        proxy = proxy.focusProxy()
    if proxy is not None and proxy.isVisible():
        proxy.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    for region in regions:
        entry = _entry(region) if region.isVisible() else None
        if entry is not None:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _holds(region: QWidget, widget: QWidget) -> bool:
    return region is widget or region.isAncestorOf(widget)


def _entry(region: QWidget) -> QWidget | None:
    """Where the focus goes in a region: what had it last, else its proxy, else its first stop."""
    last, proxy = region.focusWidget(), region.focusProxy()
    while proxy is not None and proxy.focusProxy() is not None:
        proxy = proxy.focusProxy()
    for widget in (last, proxy, region, *region.findChildren(QWidget)):
        if widget is not None and widget.isVisible() and widget.isEnabled() and _stops(widget):
            return widget
    return None


def _stops(widget: QWidget) -> bool:
    """Of buttons that exclude each other the one that is on: the rail is entered where one is."""
    another = isinstance(widget, QAbstractButton) and widget.autoExclusive() and widget.isCheckable()
    if another and not widget.isChecked():  # type: ignore[attr-defined]
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or bool(another)
