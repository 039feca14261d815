"""Saying something to the screen reader."""

from PySide6.QtWidgets import QAbstractItemView, QWidget


def say_aloud(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """A sentence about something that just happened in this widget; an urgent one cuts others short."""
    # Imported here: Qt's tables of roles and states cost 10 ms at start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    announcement = QAccessibleAnnouncementEvent(widget, sentence)
    if urgent:
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(announcement)


def say_line(view: QAbstractItemView) -> None:
    """A list has the keyboard: Qt tells the list; the line one stands on is told after it."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if not QAccessible.isActive() or not view.hasFocus():
        return
    read = QAccessible.queryAccessibleInterface(view)
    line = read.focusChild() if read is not None else None
    if line is not None and (rank := read.indexOfChild(line)) >= 0:
        told = QAccessibleEvent(view, QAccessible.Event.Focus)
        told.setChild(rank)
        QAccessible.updateAccessibility(told)
