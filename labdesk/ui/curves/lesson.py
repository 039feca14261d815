"""What is missing for a curve, or for a comparison, and the button that leads there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from labdesk.domain.curves import Course, Overlay
from labdesk.ui.icons import picture
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class Lesson(QFrame):
    """It hides where nothing is missing."""

    asked_level = Signal()
    """The first step is to be given a level, on the map."""
    asked_other = Signal()
    """The other journey of the pair is to be begun."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._others = False
        role(self, "band")
        row = QHBoxLayout(self)
        self._drawing = QLabel(self)
        row.addWidget(self._drawing)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        row.addWidget(self.sentence, 1)
        self.levels = self._button(_("Noter sur la carte"), self.asked_level)
        self.other = self._button("", self.asked_other)

    def _button(self, words: str, asked: object) -> QPushButton:
        button = QPushButton(words, self)
        role(button, "primary")
        button.clicked.connect(asked)
        self.layout().addWidget(button)  # type: ignore[union-attr]
        return button

    def show_for(self, overlay: Overlay, canvas: str, offered: Sequence[Course], *, read_only: bool) -> None:
        """What this picture lacks, seen from a journey."""
        courses = overlay.courses
        bare = bool(courses) and not any(course.known for course in courses)
        alone = courses[0] if len(courses) == 1 and not bare else None
        mine = alone if alone is not None and alone.canvas == canvas and alone.nature else None
        paired = mine is not None and any(
            course.persona == mine.persona != "" and course.nature not in ("", mine.nature)
            for course in offered
        )
        begins = mine is not None and not paired
        self._others = any(course.canvas != canvas for course in offered)
        self.sentence.setText(self._words(courses, mine if begins else None, bare=bare))
        self.other.setText(
            _("Commencer le parcours vécu")
            if mine and mine.nature == "target"
            else _("Commencer le parcours cible")
        )
        self.levels.setVisible(bare)
        self.other.setVisible(begins)
        self.other.setEnabled(not read_only)
        self.setVisible(bool(self.sentence.text()))
        self._drawing.setPixmap(picture("lightbulb", self.look, "primary", size=18))

    def _words(self, courses: Sequence[Course], begun: Course | None, *, bare: bool) -> str:
        if not courses:
            return _("Cochez un parcours au moins pour voir sa courbe.")
        if bare:
            return _(
                "Aucune étape n’est encore notée. Sur la carte, dans la courbe des émotions, tapez de 1"
                " (très difficile) à 5 (très agréable), puis un mot."
            )
        if begun is not None and begun.nature == "lived":
            return _("Seule, une courbe dit où cela fait mal ; posez dessus la cible pour voir l’écart.")
        if begun is not None:
            return _("Seule, une cible ne dit pas d’où l’on part ; posez dessus le vécu pour voir l’écart.")
        if len(courses) != 1:
            return ""
        if self._others:
            return _("Cochez un autre parcours pour le comparer à celui-ci.")
        return _("Dites en haut s’il est vécu ou cible : l’autre pourra se poser dessus.")
