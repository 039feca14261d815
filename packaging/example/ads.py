"""Three drawings of the one-page job ad: on a phone, beside the old one, in its test."""

from easel import BLUE, CORAL, DEEP, INK, INK2, INK3, LILAC, LINE, MINT, PALE, PAPER, SKINS, SKY, SUN, Easel
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath


def ad_on_a_phone() -> Easel:
    """The one-page job ad on a phone."""
    easel = Easel(("#FDF3DF", "#F6E3C0"))
    easel.glow(1180, 300, 620, "#FFFFFF", 0.8)
    x, y, w, _h = easel.phone(510, 70, 580, 1062)
    easel.box(x, y + 62, w, 206, DEEP)
    easel.words("Préfecture de région", x + 36, y + 86, w - 72, 26, colour="#C9D2F5")
    easel.words("Gestionnaire de\nrecrutement", x + 36, y + 120, w - 72, 50, colour=PAPER, look="bold")
    with easel.turned(x + 36, y + 282):
        easel.box(0, 0, 214, 48, "#D9F3E2", 24)
        easel.words("CDD de 12 mois", 0, 8, 214, 26, colour="#18753C", look="bold", side="centre")
        easel.box(230, 0, 150, 48, PALE, 24)
        easel.words("Dijon", 230, 8, 150, 26, colour=DEEP, look="bold", side="centre")
    easel.words("Ce que vous ferez", x + 36, y + 352, w, 28, colour=INK2, look="bold")
    for rank, line in enumerate(
        ("Accueillir chaque nouvel agent", "Suivre 40 recrutements par an", "Répondre aux candidats")
    ):
        easel.disc(x + 48, y + 416 + rank * 46, 7, CORAL)
        easel.words(line, x + 72, y + 396 + rank * 46, w - 90, 29)
    _team(easel, x, y, w)
    easel.box(x + 36, y + 722, w - 72, 128, "#FFF3D1", 20)
    easel.words("1 780 € net par mois", x + 60, y + 738, w, 46, look="bold")
    easel.words("prime de 90 € comprise", x + 60, y + 796, w, 28, colour=INK2)
    for rank, (day, what) in enumerate(
        (("14 avril", "clôture"), ("22 avril", "entretien"), ("29 avril", "réponse"))
    ):
        left = x + 36 + rank * 160
        easel.words(day, left, y + 868, 150, 28, look="bold")
        easel.words(what, left, y + 900, 150, 24, colour=INK2)
    easel.box(x + 36, y + 944, w - 72, 58, CORAL, 29)
    easel.words("Appeler Claire", x + 36, y + 954, w - 72, 31, colour=PAPER, look="bold", side="centre")
    easel.sticky(150, 250, "le salaire\nse lit\nen premier !", "#FFE58A", -6, 240)
    easel.arrow(390, 480, 546, 846, CORAL, 7)
    easel.sticky(1230, 640, "un prénom,\npas une boîte\ncontact@", "#CFF1DD", 5, 250)
    easel.arrow(1225, 870, 1060, 996, MINT, 7)
    return easel


def _team(easel: Easel, x: float, y: float, w: float) -> None:
    easel.words("Votre équipe", x + 36, y + 548, w, 28, colour=INK2, look="bold")
    for rank, (skin, hair, shirt) in enumerate(
        (
            (SKINS[0], "#5B3A29", CORAL),
            (SKINS[1], "#1E1A1A", MINT),
            (SKINS[2], "#C98B3B", SKY),
            (SKINS[3], "#3B2A25", LILAC),
        )
    ):
        centre = x + 92 + rank * 118
        circle = QPainterPath()
        circle.addEllipse(QPointF(centre, y + 646), 50, 50)
        easel.disc(centre, y + 646, 50, PALE)
        easel.brush.save()
        easel.brush.setClipPath(circle)
        easel.person(centre, y + 668, skin, hair, shirt, long=rank % 2 == 0, scale=0.42)
        easel.brush.restore()


def before_and_after() -> Easel:
    """Four pages before, one after."""
    easel = Easel(("#EAF1FB", "#D6E3F5"))
    easel.words("Avant", 150, 96, 600, 52, colour=INK2, look="bold")
    for rank in range(3, -1, -1):
        with easel.turned(170 + rank * 46, 210 + rank * 26, 2.2 * rank - 4):
            easel.card(0, 0, 470, 650, "#FFFFFF" if rank == 0 else "#F4F4F6", 4)
            if rank == 0:
                easel.box(40, 44, 240, 22, "#A9AEC2", 4)
                for block in range(4):
                    easel.lines(40, 100 + block * 138, [390, 372, 384, 300], "#D5D8E2", 11, 15)
                easel.words("p. 1 / 4", 330, 610, 110, 22, colour=INK3, side="right")
    easel.sticky(90, 800, "12 sigles\npar page", "#FFDCD6", -7, 220)
    easel.words("Après", 900, 96, 600, 52, colour=INK2, look="bold")
    with easel.turned(910, 190, 1.5):
        easel.card(0, 0, 560, 780, PAPER, 6)
        easel.box(0, 0, 560, 158, BLUE, 6)
        easel.words("Technicien·ne\nde maintenance", 40, 26, 480, 44, colour=PAPER, look="bold")
        easel.words("Ce que vous ferez lundi", 40, 178, 480, 30, look="bold")
        easel.lines(40, 230, [450, 420, 330], "#CBD3EE", 15, 17)
        easel.box(40, 346, 230, 150, "#FFF3D1", 14)
        easel.words("Salaire net", 62, 362, 200, 25, colour=INK2)
        easel.words("1 920 €", 62, 402, 200, 54, look="bold")
        easel.box(290, 346, 230, 150, "#D9F3E2", 14)
        easel.words("Contrat", 312, 362, 200, 25, colour=INK2)
        easel.words("3 ans", 312, 402, 200, 54, look="bold")
        easel.words("Les dates", 40, 524, 300, 30, look="bold")
        easel.stroke([(60, 600), (500, 600)], "#B9C3EA", 8)
        for left, label in ((60, "2 mai"), (280, "12 mai"), (500, "17 mai")):
            easel.disc(left, 600, 15, BLUE, PAPER, 5)
            easel.words(label, left - 60, 622, 120, 25, colour=INK2, side="centre")
        easel.disc(84, 712, 36, SKY)
        easel.words("K", 48, 690, 72, 40, colour=PAPER, look="bold", side="centre")
        easel.words("Karim vous répond", 140, 680, 380, 30, look="bold")
        easel.words("du lundi au vendredi", 140, 716, 380, 26, colour=INK2)
    easel.arrow(730, 560, 872, 560, CORAL, 12)
    easel.sticky(1330, 880, "1 page,\n1 minute", "#CFF1DD", 6, 220)
    with easel.turned(420, 1100, -14):
        easel.box(0, 0, 330, 30, SUN, 6)
        easel.box(0, 0, 40, 30, CORAL, 6)
        tip = QPainterPath(QPointF(330, 0))
        tip.lineTo(384, 15)
        tip.lineTo(330, 30)
        easel.shape(tip, "#F1D3B0")
        easel.disc(378, 15, 6, INK)
    return easel


def one_minute_test() -> Easel:
    """Somebody reads the ad for a minute and says it again."""
    easel = Easel(("#F3EEFC", "#E2D8F6"))
    easel.glow(800, 420, 700, "#FFFFFF", 0.85)
    easel.person(420, 560, SKINS[0], "#6B3F2A", CORAL, long=True, scale=1.75)
    easel.person(1190, 560, SKINS[1], "#1F1B1B", BLUE, scale=1.75)
    table = QPainterPath(QPointF(0, 930))
    table.cubicTo(400, 880, 1200, 880, 1600, 930)
    table.lineTo(1600, 1200)
    table.lineTo(0, 1200)
    easel.shape(table, "#E9C79B")
    easel.stroke([(0, 934), (400, 898), (800, 886), (1200, 898), (1600, 934)], "#D9B07C", 6)
    with easel.turned(370, 760, -8):
        easel.shadow(0, 0, 190, 330, 28, 30)
        easel.box(0, 0, 190, 330, "#20243D", 28)
        easel.box(10, 10, 170, 310, PAPER, 20)
        easel.box(10, 40, 170, 70, DEEP)
        easel.lines(28, 128, [120, 134, 96], LINE, 10, 12)
        easel.box(28, 200, 134, 46, "#FFF3D1", 8)
        easel.box(28, 266, 134, 26, CORAL, 13)
    for x, y, r in ((416, 872, 36), (560, 850, 38)):
        easel.disc(x - 30, y, r, SKINS[0])
    bubble = QPainterPath()
    bubble.addRoundedRect(556, 96, 520, 262, 44, 44)
    easel.shadow(556, 96, 520, 262, 44, 30)
    easel.shape(bubble, PAPER)
    tail = QPainterPath(QPointF(600, 330))
    tail.lineTo(540, 420)
    tail.lineTo(690, 350)
    easel.shape(tail, PAPER)
    easel.words("« La mission ?\nRecruter et accueillir.\n1 780 € net. »", 604, 122, 460, 42, look="bold")
    _timer(easel)
    with easel.turned(1060, 880, 5):
        easel.card(0, 0, 330, 270, PAPER, 8)
        easel.words("Grille de test", 26, 18, 280, 30, look="bold")
        for rank, (label, good) in enumerate(
            (("mission redite", True), ("salaire redit", True), ("contrat compris", False))
        ):
            easel.box(28, 78 + rank * 58, 36, 36, PALE, 8)
            if good:
                easel.tick(34, 82 + rank * 58, 26, "#18753C", 7)
            easel.words(label, 80, 78 + rank * 58, 240, 29)
    return easel


def _timer(easel: Easel) -> None:
    with easel.turned(800, 690):
        easel.shadow(-110, -110, 220, 220, 110, 26)
        easel.disc(0, 0, 112, PAPER, INK, 10)
        easel.box(-18, -146, 36, 30, INK, 8)
        pie = QPainterPath(QPointF(0, 0))
        pie.arcTo(-92, -92, 184, 184, 90, -300)
        pie.closeSubpath()
        easel.shape(pie, SUN)
        easel.stroke([(0, 0), (0, -74)], INK, 9)
        easel.words("1 min", -70, 14, 140, 40, look="bold", side="centre")
