"""What a scroll area shows is changed for something else, even from inside what is shown."""

from PySide6.QtWidgets import QScrollArea, QWidget


def show_inside(area: QScrollArea, sheet: QWidget) -> None:
    """Show this sheet; the former goes once its own key or click is over.

    `setWidget` alone would delete it at once, with the field whose Entrée is being heard.
    """
    former = area.takeWidget()
    area.setWidget(sheet)
    if former is not None:
        former.hide()
        former.deleteLater()
