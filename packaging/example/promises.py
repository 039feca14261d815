"""Two drawings of the promise of fifteen days: the calendar and the message."""

from easel import BLUE, CORAL, INK, INK2, INK3, LILAC, LINE, MINT, PAPER, Easel


def fifteen_days() -> Easel:
    """A calendar of fifteen days with three promises."""
    easel = Easel(("#E8F6EE", "#D2ECDD"))
    easel.card(130, 120, 1340, 930, PAPER, 26)
    easel.box(130, 120, 1340, 150, MINT, 26)
    easel.box(130, 220, 1340, 50, MINT)
    easel.words("15 jours pour répondre", 190, 148, 900, 66, colour=PAPER, look="bold")
    easel.words("jours ouvrés", 1010, 172, 400, 40, colour="#E6F7EE", side="right")
    for rank in range(9):
        easel.box(230 + rank * 142, 86, 26, 74, "#2E4A3F", 13)
    marks = {
        1: ("Accusé daté", "#D5E6FF", BLUE),
        10: ("Alerte au chef\nde service", "#FFEFB5", "#B07A00"),
        15: ("Réponse,\noui ou non", "#FFDCD6", CORAL),
    }
    for day in range(1, 16):
        column, row = (day - 1) % 5, (day - 1) // 5
        left, top = 184 + column * 250, 312 + row * 240
        fill, edge = ("#F6F7FA", LINE) if day not in marks else (marks[day][1], marks[day][2])
        easel.box(left, top, 232, 218, fill, 18, edge, 3)
        easel.words(
            f"J{day}", left + 20, top + 12, 120, 46, colour=INK if day in marks else INK3, look="bold"
        )
        if day in marks:
            easel.words(marks[day][0], left + 20, top + 92, 208, 31, look="bold")
        elif day > 5:
            easel.lines(left + 20, top + 128, [150, 110], "#E6E8F0", 12, 16)
    for rank, (reach, colour) in enumerate(((880, LILAC), (640, "#D9CCF6"), (930, LILAC), (760, "#D9CCF6"))):
        easel.box(454, 384 + rank * 36, reach, 30, colour, 15)
        easel.tick(454 + reach - 38, 391 + rank * 36, 17, "#4B2F98", 5)
        easel.words(f"visa {rank + 1}", 474, 384 + rank * 36, 200, 24, colour="#3B2478", look="bold")
    easel.words(
        "3 recrutements sur 4 dans les délais",
        400,
        1082,
        800,
        40,
        colour="#2E4A3F",
        side="centre",
        look="bold",
    )
    easel.disc(1408, 876, 40, CORAL)
    easel.tick(1389, 858, 38, PAPER, 10)
    return easel


def dated_message() -> Easel:
    """A text message with a name and a date."""
    easel = Easel(("#E4EDFC", "#C9DBF6"))
    easel.glow(420, 300, 520, "#FFFFFF", 0.9)
    x, y, w, h = easel.phone(190, 76, 570, 1050)
    easel.box(x, y + 56, w, 108, "#F4F5F9")
    easel.disc(x + 74, y + 116, 34, MINT)
    easel.words("SL", x + 40, y + 96, 68, 32, colour=PAPER, look="bold", side="centre")
    easel.words("Recrutement, Sophie", x + 124, y + 94, 400, 32, look="bold")
    for top, height, text, mine in (
        (
            200,
            212,
            "Bonjour Inès, votre candidature est reçue et complète. Réponse avant le 2 avril. Sophie",
            False,
        ),
        (440, 92, "Merci ! Je note le 2 avril.", True),
        (560, 172, "Entretien mardi à 10 h, en visio si vous préférez. Sophie", False),
        (760, 132, "En visio, c’est parfait pour moi.", True),
    ):
        left, width = (x + 130, w - 154) if mine else (x + 24, w - 130)
        easel.box(left, y + top, width, height, BLUE if mine else "#E9ECF5", 30)
        easel.words(text, left + 26, y + top + 20, width - 50, 32, colour=PAPER if mine else INK)
    easel.box(x + 24, y + h - 86, w - 48, 56, "#F4F5F9", 28, LINE, 2)
    easel.words("Visas en parallèle", 900, 150, 600, 56, look="bold")
    names = ("Budget", "Chef de service", "Ressources humaines", "Secrétariat général")
    for rank, name in enumerate(names):
        top = 262 + rank * 128
        easel.stroke([(880, 520), (930, top + 48)], "#9DB4E4", 7)
        easel.card(930, top, 470, 96, PAPER, 20)
        easel.disc(984, top + 48, 28, "#D9F3E2")
        easel.tick(971, top + 36, 26, "#18753C", 7)
        easel.words(name, 1032, top + 26, 360, 36, look="bold")
        easel.stroke([(1400, top + 48), (1450, 520)], "#9DB4E4", 7)
    easel.disc(880, 520, 22, BLUE)
    easel.disc(1450, 520, 34, MINT)
    easel.tick(1434, 505, 32, PAPER, 9)
    easel.card(930, 840, 540, 230, "#FFF3D1", 22)
    easel.words("27 jours", 970, 866, 300, 44, colour=INK3)
    easel.stroke([(966, 896), (1130, 896)], CORAL, 7)
    easel.words("5 jours", 970, 924, 300, 92, colour=INK, look="bold")
    easel.words("ouvrés, pour\ntous les visas", 1272, 942, 220, 31, colour=INK2)
    return easel
