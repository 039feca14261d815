"""A sheet that scrolls when it is too tall, never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def upright(sheet: QWidget | None = None) -> QScrollArea:
    """Around this sheet, or one that comes later; the keyboard stops at its fields, never at the sheet."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if sheet is not None:
        scroll.setWidget(sheet)
    return scroll
