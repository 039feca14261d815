"""A whole project as one person enters it: what is typed, and the keys and clicks that bring it in."""

from pathlib import Path

from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.prototypes.prototypes_place import PrototypesPlace
from tests.journeys.hands import Hands

TITLE = "Renouveler sa carte d’identité à la campagne"
NAME = "Léa"
PERSONA = {
    "situation": "34 ans, ouvrière de nuit, deux enfants, sans voiture",
    "quote": "« Je perds une journée de salaire »",
    "story": "Sa carte expire avant le concours de son fils.",
}
HOPES, BRAKES = ("Voyager cet été", "Voter aux municipales"), ("Les horaires du guichet", "Le car du mardi")
JOURNEY = "La carte d’identité de Léa"
TRIGGER = "La carte est périmée depuis mars"
PHASES = ("Chercher", "Demander", "Recevoir")
STEPS = (
    ("S’informer", "Prendre rendez-vous"),
    ("Réunir les papiers", "Aller en mairie", "Donner ses empreintes"),
    ("Attendre", "Retirer la carte"),
)
ACTIONS = (
    "Tape « carte périmée » sur son téléphone",
    "Appelle quatre mairies",
    "Cherche l’acte de naissance",
    "Prend le car de 6 h 40",
    "Pose quatre doigts sur le lecteur",
    "Regarde sa boîte aux lettres",
    "Revient un mardi matin",
)
LANES: dict[int, tuple[tuple[str, ...], ...]] = {
    2: (
        ("Site de l’agence", "Forum de parents"),
        ("Téléphone",),
        (),
        ("Guichet 2", "Car de la région"),
        ("Lecteur",),
        (),
        (),
    ),
    3: (
        ("C’est encore valable ?",),
        (),
        ("Où est ce papier ?",),
        (),
        (),
        ("Est-ce perdu ?",),
        ("Enfin !", "Tout ça pour dix minutes"),
    ),
    5: (
        ("Trois sites disent le contraire", "Numéro surtaxé"),
        ("Cinq semaines d’attente",),
        ("Acte à redemander",),
        (),
        (),
        (),
        (),
    ),
    6: (
        (),
        (),
        (),
        ("Agente souriante", "Banc à l’ombre"),
        (),
        ("Message d’avancement",),
        ("Sans attendre",),
    ),
    7: (
        (),
        ("Une seule ligne pour sept mairies",),
        ("Liste sans jargon",),
        (),
        (),
        (),
        ("Retrait le samedi", "Valise à la mairie"),
    ),
}
"""Rank of the lane → the notes of each step."""
LEVELS = (-1, -2, -1, 1, 0, -1, 2)
WORD = "Découragée"
PROBLEM = {
    1: "Baisser le nombre d’appels au standard",
    2: ("41 % des appels ne trouvent pas de date", "Deux agentes pour quatre cantons"),
    3: ("Actifs sans voiture",),
    4: ("Agents du guichet, épuisés le mardi",),
    6: ("Pourquoi cinq semaines ?", "Parce qu’une seule mairie a la machine", "Parce qu’elle coûte cher"),
    7: "Léa a besoin d’un rendez-vous près de chez elle parce qu’elle travaille de nuit.",
    8: ("Comment pourrions-nous rapprocher la machine des familles sans voiture ?",),
}
"""Rank of the box of the simple view → what is typed in it."""
CARD, PITCH = "La mairie du samedi", "Un guichet tournant entre sept communes"
HOW = ("On réserve par message", "La valise tient dans une voiture")
ALT, CAPTION = "Une valise grise, un lecteur d’empreintes", "La valise ouverte sur une table"
SUMMARY = "Sept communes se relaient un samedi par mois avec une valise d’empreintes."
DECISION = "Accorder 4 000 € pour six mois d’essai."
EXPENSES = (("Valise d’empreintes", "3 500"), ("Formation des agents", "1 500,50"))
RESOURCES = (("Fonds d’innovation", "4 000"), ("Communauté de communes", "1 000,50"))
TOTAL = "5 000,50 €"


def typed_notes() -> list[str]:
    """The thirty notes of the journey."""
    return [*ACTIONS, *(note for rows in LANES.values() for notes in rows for note in notes)]


def typed_texts() -> list[str]:
    """Everything a reader of the dossier must find."""
    boxes = [text for said in PROBLEM.values() for text in ([said] if isinstance(said, str) else said)]
    steps = [step for phase in STEPS for step in phase]
    return [
        *(TITLE, NAME, *PERSONA.values(), *HOPES, *BRAKES, JOURNEY, TRIGGER, *PHASES, *steps, *typed_notes()),
        *(WORD, *boxes, CARD, PITCH, *HOW, CAPTION, SUMMARY, DECISION),
        *(row[0] for row in (*EXPENSES, *RESOURCES)),
        TOTAL,
    ]


# -- chapters -----------------------------------------------------------------------------------------------
def tell_title(hands: Hands) -> None:
    """A new project."""
    hands.press("Ctrl+N")
    hands.type(TITLE)
    hands.press("Return")


def tell_persona(hands: Hands) -> None:
    """The first persona, from the invitation of the empty place."""
    place = hands.window.place
    hands.click(place.new_buttons["persona"])  # type: ignore[attr-defined]
    hands.type(NAME)
    hands.press("Return", "Ctrl+3")
    for text in PERSONA.values():
        hands.type(text)
        hands.press("Tab")
    for notes in (HOPES, BRAKES):
        hands.type(notes[0])
        hands.press("Return")
        hands.type(notes[1])
        hands.press("Tab")
    hands.press("Esc")


def tell_journey(hands: Hands) -> None:
    """Phases and steps while the story goes, then the lanes one after the other, then the curve."""
    hands.choose(hands.window.top.canvas, "Nouveau : Parcours")
    spoken = iter(ACTIONS)
    for phase, steps in zip(PHASES, STEPS, strict=True):
        if phase != PHASES[0]:
            hands.press("Ctrl+Shift+H")  # a phase after the current one, its name is typed at once
            hands.type(phase)
            hands.press("Return", "Down", "Down")
        for rank, _step in enumerate(steps):
            if rank:
                hands.press("Tab")
            hands.type(next(spoken))
        hands.press("Esc")
    _name_the_heads(hands)
    _fill_the_lanes(hands)
    _draw_the_curve(hands)
    strip = hands.window.place.personas  # type: ignore[attr-defined]
    hands.choose(strip.marker, "vécu")
    (chip,) = strip.chips.values()
    hands.choose(chip, "Vit ce parcours")
    hands.press("Ctrl+Shift+F")
    hands.type(JOURNEY)
    hands.press("Esc")
    hands.press("Ctrl+4")
    hands.type(TRIGGER)
    hands.press("Esc", "Ctrl+Shift+F")


def _name_the_heads(hands: Hands) -> None:
    """Steps from the first to the last, Tab between them; the first phase had no name yet."""
    hands.press("Home", "Up", "F2")
    for rank, step in enumerate(step for steps in STEPS for step in steps):
        if rank:
            hands.press("Tab")
        hands.type(step)
    hands.press("Return", "Home", "Up", "F2")
    hands.type(PHASES[0])
    hands.press("Return", "Down", "Down")


def _fill_the_lanes(hands: Hands) -> None:
    for lane, cells in LANES.items():
        hands.press(f"Ctrl+{lane}", "Home")
        for notes in cells:
            for note in notes:
                hands.type(note)
                hands.press("Return")
            hands.press("Esc", "Right")


def _draw_the_curve(hands: Hands) -> None:
    """A digit for each step; a word for the second."""
    hands.press("Ctrl+4", "Home")
    for rank, level in enumerate(LEVELS):
        hands.press(str(level + 3))
        if rank == 1:
            hands.type(WORD)
            hands.press("Esc")
        hands.press("Right")


def tell_problem(hands: Hands) -> None:
    """The simple view of the problem canvas."""
    hands.press("Alt+4")
    hands.click(hands.window.place.new_buttons["problem"])  # type: ignore[attr-defined]
    for rank, said in PROBLEM.items():
        hands.press(f"Ctrl+{rank}")
        for text in [said] if isinstance(said, str) else said:
            hands.type(text)
            hands.press("Return")
        hands.press("Esc")


def tell_prototype(hands: Hands, photo: Path) -> None:
    """A card with a photo dropped on it, in which nobody can be recognised."""
    hands.press("Alt+5", "Ins")
    place = hands.window.place
    assert isinstance(place, PrototypesPlace)
    hands.type(CARD)
    hands.press("Tab")
    hands.type(PITCH)
    hands.press("Esc", "Ctrl+5")
    for text in HOW:
        hands.type(text)
        hands.press("Return")
    hands.press("Esc")
    panel = place.card.photos
    hands.drop(panel, photo)
    hands.until(lambda: any(form.isVisible() for form in panel.forms.values()))
    hands.press("Down")  # the question « who can be recognised » already has the keyboard
    for text in (ALT, CAPTION):
        hands.type(text)
        hands.press("Return")


def tell_dossier(hands: Hands) -> None:
    """Two texts and a balanced budget."""
    hands.press("Alt+6", "Ctrl+1")
    place = hands.window.place
    assert isinstance(place, DossierPlace)
    for section, text in ((1, SUMMARY), (2, DECISION)):
        hands.press("Ctrl+1", "Home", *["Down"] * section, "Return")  # a section of the list, then its words
        hands.type(text)
    hands.press("Ctrl+2")
    for label, amount in EXPENSES:
        hands.press("Ins")
        _type_cells(hands, label, "", amount)
    hands.press("F6")
    for label, amount in RESOURCES:
        hands.press("Ins")
        _type_cells(hands, label, "", "", "", "", amount)


def _type_cells(hands: Hands, *cells: str) -> None:
    for rank, words in enumerate(cells):
        hands.type(words)
        hands.press("Tab" if rank + 1 < len(cells) else "Return")
