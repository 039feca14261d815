"""What the traces say when there is nothing to draw: how the first tie is made, or that nothing is broken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.domain.trace_web import Shown
from labdesk.ui.actions import draw, reword
from labdesk.ui.icons import picture
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, several

WIDE = 560
"""px at 100 %: a line one reads at ease."""


class Blank(QWidget):
    """`first` has the keyboard: it shows everything there is to tie."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        role(self, "page")
        self._sign, self._title, self._steps = QLabel(self), QLabel(self), QLabel(self)
        role(self._title, "h2")
        self.first = QPushButton(self)
        role(self.first, "primary")
        self.first.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(look.space("m"))
        column.addStretch(2)
        for label in (self._sign, self._title, self._steps):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def teach(self, *, notes: int, mode: Shown, broken: int) -> None:
        """Say what to do next, from what there is."""
        look = self.look
        good = mode == "broken" and not broken
        self._sign.setPixmap(
            picture("circle-check" if good else "link", look, "ok" if good else "primary", size=40)
        )
        draw(self.first, "layers" if notes else "route", look, "on_primary")
        if good:
            self._title.setText(_("Aucune chaîne n’est rompue."))
            self._steps.setText(
                _("Chaque irritant relié va jusqu’à une preuve, chaque décision a son budget.")
            )
            reword(self.first, _("Voir ce qui est relié"), look)
        elif notes:
            said = several(notes, "{n} note attend d’être reliée.", "{n} notes attendent d’être reliées.")
            self._title.setText(said)
            self._steps.setText(
                "\n".join(
                    (
                        _("1. Affichez tout : les irritants et les pistes, étape par étape."),
                        _("2. Tirez un irritant vers la piste qui lui répond (ou Ctrl+K, puis un mot)."),
                        _("3. Tirez la piste vers le prototype : la chaîne se dessine ici."),
                    )
                )
            )
            reword(self.first, _("Afficher tout"), look)
        else:
            self._title.setText(_("Les traces relient un irritant à ce qui lui répond."))
            self._steps.setText(
                _(
                    "Notez d’abord des irritants et des pistes sur un parcours. Sur la carte, Ctrl+K relie "
                    "la note courante à une piste ou à un prototype ; ici, on voit ce qui tient et ce qui "
                    "manque."
                )
            )
            reword(self.first, _("Aller au parcours"), look)
        for label in (self._title, self._steps):
            label.ensurePolished()
            metrics = label.fontMetrics()
            natural = max(metrics.horizontalAdvance(line) for line in label.text().split("\n"))
            wide = min(natural + look.px(4), look.px(WIDE))
            label.setFixedSize(wide, label.heightForWidth(wide))
