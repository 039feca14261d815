"""Saying something to the screen reader."""

from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """A sentence about something that just happened in this widget; an urgent one cuts others short."""
    # Imported here: Qt's tables of roles and states cost 10 ms at start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    announcement = QAccessibleAnnouncementEvent(widget, sentence)
    if urgent:
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(announcement)
