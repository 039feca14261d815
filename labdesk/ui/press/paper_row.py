"""The row of the page Exporter that prints one canvas alone; its panel is built when it is asked for."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.ui.desk import Desk
from labdesk.ui.sheet import role
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.words import _


def paper_row(owner: QWidget, desk: Desk, look: Look) -> QFrame:
    """« Un canevas seul », and the wall kit beside it."""
    card = QFrame()
    role(card, "card")
    title, said = (
        QLabel(_("Un canevas seul, le mur")),
        QLabel(
            _("De l’A4 à l’A0, en une feuille ou découpé sur A4 ou A3 ; ou des canevas vierges à afficher.")
        ),
    )
    role(title, "h3")
    role(said, "muted")
    said.setWordWrap(True)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    words.addWidget(said)
    row = QHBoxLayout(card)
    row.addWidget(Sign(look, "printer", "primary", 24))
    row.addLayout(words, 1)
    one, wall = QPushButton(_("Un canevas…")), QPushButton(_("Le mur…"))
    one.setAccessibleName(_("Imprimer un canevas seul…"))
    wall.setAccessibleName(_("Imprimer le mur…"))

    def print_one() -> None:
        from labdesk.ui.press.paper_panel import PaperPanel

        PaperPanel(desk, look, owner).show()

    def print_wall() -> None:
        from labdesk.ui.press.wall_panel import WallPanel

        WallPanel(desk, look, owner).show()

    one.clicked.connect(print_one)
    wall.clicked.connect(print_wall)
    row.addWidget(one)
    row.addWidget(wall)
    return card
