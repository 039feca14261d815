"""What every page of the dossier owes the place that shows it."""

from PySide6.QtWidgets import QWidget

from labdesk.ui.desk import Target


class Page(QWidget):
    """A page is built on its first visit and lives as long as the place."""

    def refresh(self) -> None:
        """The project or the review changed: read again what is shown."""

    def relook(self) -> None:
        """The theme or the text size changed."""

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""

    def stops(self) -> tuple[QWidget, ...]:
        """Where F6 stops on this page."""
        return (self,)

    def first(self) -> QWidget:
        """What takes the focus when the page is gone to; it stays the same when the window is resized."""
        return self.stops()[0]

    def spot(self) -> tuple[str, tuple[str, ...]]:
        """(section, words around the cursor): the place one works on, that the preview follows."""
        return "", ()

    def follow(self, section: str, words: tuple[str, ...]) -> None:
        """The page is shown: one worked there last; a proof opens at that place."""

    def show_target(self, target: Target) -> bool:
        """Put the focus on what a target names; False when it does not stand here."""
        return False
