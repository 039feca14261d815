"""Three drawings of an arrival: the kit, the list, the board at the entrance."""

from easel import BLUE, CORAL, DEEP, INK2, LILAC, MINT, PALE, PAPER, ROSE, SKINS, SKY, SUN, Easel
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath


def welcome_kit() -> Easel:
    """A cardboard box with all that an arrival needs."""
    easel = Easel(("#FFF1E6", "#F9DCC6"))
    easel.glow(800, 420, 640, "#FFFFFF", 0.85)
    easel.shadow(400, 700, 800, 370, 20, 46)
    back = QPainterPath(QPointF(360, 640))
    for point in ((430, 500), (1170, 500), (1240, 640)):
        back.lineTo(*point)
    easel.shape(back, "#B98352")
    _inside_the_box(easel)
    front = QPainterPath(QPointF(330, 640))
    for point in ((1270, 640), (1220, 1070), (380, 1070)):
        front.lineTo(*point)
    front.closeSubpath()
    easel.shape(front, "#D9A26B")
    flap = QPainterPath(QPointF(330, 640))
    for point in ((1270, 640), (1330, 740), (270, 740)):
        flap.lineTo(*point)
    flap.closeSubpath()
    easel.shape(flap, "#E6B784")
    easel.box(520, 790, 560, 210, PAPER, 18)
    easel.words("Kit d’arrivée", 520, 808, 560, 66, look="bold", side="centre")
    easel.words("prêt à J−5", 520, 896, 560, 52, colour=CORAL, look="bold", side="centre")
    with easel.turned(1330, 860):
        easel.shadow(0, 0, 150, 170, 20, 26)
        easel.stroke([(150, 50), (196, 60), (196, 116), (150, 126)], DEEP, 18)
        easel.box(0, 0, 150, 170, DEEP, 20)
        easel.words("Labo", 0, 58, 150, 40, colour=PAPER, look="bold", side="centre")
    easel.sticky(110, 700, "5 services,\n1 liste", "#FFE58A", -7, 220)
    return easel


def _inside_the_box(easel: Easel) -> None:
    with easel.turned(440, 270, -5):
        easel.card(0, 0, 420, 300, "#3A4160", 18)
        easel.box(18, 18, 384, 250, "#DCE6FA", 8)
        easel.words("Bonjour Awa", 0, 84, 420, 48, look="bold", side="centre", colour=DEEP)
        easel.words("compte prêt", 0, 150, 420, 32, colour=INK2, side="centre")
    with easel.turned(985, 300, 8):
        easel.stroke([(110, 10), (40, -210)], CORAL, 20)
        easel.stroke([(110, 10), (176, -214)], "#D9604B", 20)
        easel.card(0, 0, 220, 320, PAPER, 20)
        easel.box(0, 0, 220, 78, BLUE, 20)
        easel.box(0, 50, 220, 28, BLUE)
        easel.words("AGENT", 0, 18, 220, 34, colour=PAPER, look="bold", side="centre")
        circle = QPainterPath()
        circle.addEllipse(QPointF(110, 160), 62, 62)
        easel.disc(110, 160, 62, PALE)
        easel.brush.save()
        easel.brush.setClipPath(circle)
        easel.person(110, 190, SKINS[1], "#1E1A1A", SUN, long=True, scale=0.52)
        easel.brush.restore()
        easel.words("Awa", 0, 236, 220, 44, look="bold", side="centre")
    with easel.turned(730, 500, 3):
        easel.card(0, 0, 250, 200, "#CFF1DD", 8)
        easel.words("Plan du site", 22, 18, 220, 28, look="bold")
        easel.stroke([(36, 150), (90, 96), (150, 128), (210, 74)], "#2E7D5B", 8, dashed=True)
        easel.disc(210, 74, 15, CORAL)


def one_list() -> Easel:
    """A single sheet with five boxes for five services."""
    easel = Easel(("#EDEFF8", "#DADFF0"))
    with easel.turned(300, 60, -1.5):
        easel.card(0, 0, 1000, 1080, PAPER, 10)
        easel.box(390, -26, 220, 74, "#B9BED0", 16)
        easel.disc(500, 0, 16, "#8A90A6")
        easel.words("Arrivée d’Awa, le 3 mai", 70, 82, 860, 58, look="bold")
        easel.words("Une seule fiche, ouverte à l’accord du candidat", 70, 156, 860, 32, colour=INK2)
        rows = (
            ("Ressources humaines", "contrat signé", MINT, True),
            ("Informatique", "ordinateur et compte", SKY, True),
            ("Logistique", "bureau, siège, clés", SUN, True),
            ("Accueil", "badge et place de parking", LILAC, True),
            ("Équipe", "marraine à désigner", CORAL, False),
        )
        for rank, (who, what, colour, done) in enumerate(rows):
            top = 232 + rank * 132
            easel.box(70, top, 860, 114, "#F7F8FC", 20)
            easel.box(70, top, 18, 114, colour, 9)
            easel.box(120, top + 28, 58, 58, PAPER, 12, "#8A90A6", 4)
            if done:
                easel.tick(131, top + 40, 38, "#18753C", 10)
            easel.words(who, 212, top + 16, 460, 38, look="bold")
            easel.words(what, 212, top + 62, 460, 30, colour=INK2)
            easel.words(
                "fait" if done else "J−7",
                700,
                top + 36,
                200,
                34,
                colour="#18753C" if done else "#8A5000",
                look="bold",
                side="right",
            )
        easel.box(70, 912, 860, 110, "#D9F3E2", 24)
        easel.disc(140, 967, 30, MINT)
        easel.words(
            "Feu vert à J−5 si les cinq cases sont cochées", 196, 944, 720, 34, colour="#18753C", look="bold"
        )
    easel.sticky(70, 250, "avant :\n5 formulaires", ROSE, -6, 225)
    easel.sticky(1330, 420, "l’informatique\ndemande\n10 jours", "#FFE58A", 6, 235)
    with easel.turned(1320, 800, 62):
        easel.shadow(0, 0, 320, 26, 10, 16)
        easel.box(0, 0, 300, 26, BLUE, 13)
        easel.box(250, 0, 50, 26, DEEP, 13)
    return easel


def welcome_board() -> Easel:
    """A board at the entrance, and a visitor's badge."""
    easel = Easel(("#F8F4EC", "#ECE3D2"))
    easel.box(0, 960, 1600, 240, "#D9C4A3")
    easel.box(0, 954, 1600, 12, "#C9B08A")
    easel.shadow(170, 120, 780, 690, 24, 50)
    easel.box(170, 120, 780, 690, "#8A5F3C", 26)
    easel.box(198, 148, 724, 634, "#24453A", 12)
    easel.words("Bienvenue Inès", 240, 186, 660, 84, colour="#FDF6E3", look="bold")
    easel.words("Vis ma vie d’agent", 240, 296, 660, 50, colour=SUN, look="hand")
    for rank, (hour, what) in enumerate(
        (
            ("9 h", "café avec l’équipe"),
            ("9 h 30", "accueil du public"),
            ("11 h", "instruction d’un dossier"),
            ("12 h", "retour à chaud"),
        )
    ):
        top = 404 + rank * 86
        easel.words(hour, 240, top, 150, 44, colour="#9FD6BC", look="bold")
        easel.words(what, 400, top, 500, 44, colour="#FDF6E3")
    for left in (300, 790):
        easel.stroke([(left, 810), (left - 60 if left < 500 else left + 60, 1090)], "#8A5F3C", 26)
    with easel.turned(1060, 250, 6):
        easel.stroke([(60, 20), (150, -250)], CORAL, 22)
        easel.stroke([(300, 20), (210, -250)], CORAL, 22)
        easel.shadow(0, 0, 360, 500, 30, 46)
        easel.box(0, 0, 360, 500, PAPER, 30)
        easel.box(130, 24, 100, 22, "#C5CADB", 11)
        easel.box(0, 70, 360, 96, CORAL)
        easel.words("VISITEUSE", 0, 92, 360, 50, colour=PAPER, look="bold", side="centre")
        easel.words("Inès", 0, 196, 360, 92, look="bold", side="centre")
        easel.words("avec Karim,\nservice des titres", 0, 312, 360, 40, colour=INK2, side="centre")
        easel.box(40, 428, 280, 46, PALE, 23)
        easel.words("16 mars, 9 h – 12 h", 40, 433, 280, 31, colour=DEEP, look="bold", side="centre")
    with easel.turned(1440, 930):
        easel.shadow(-90, 0, 180, 180, 20, 24)
        pot = QPainterPath(QPointF(-90, 0))
        for point in ((90, 0), (64, 180), (-64, 180)):
            pot.lineTo(*point)
        easel.shape(pot, "#C96F4A")
        for angle, colour in ((-34, "#4E9A76"), (-12, "#57B894"), (12, "#4E9A76"), (34, "#6CC7A3")):
            with easel.turned(0, 10, angle):
                leaf = QPainterPath(QPointF(0, 0))
                leaf.cubicTo(-44, -70, -30, -150, 0, -190)
                leaf.cubicTo(30, -150, 44, -70, 0, 0)
                easel.shape(leaf, colour)
    return easel
