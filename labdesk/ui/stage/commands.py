"""Every key of the projection: its name, its words, its icon. What each does is said by who runs it."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from labdesk.words import _

Name = Literal[
    "next", "previous", "right", "left", "into", "out", "first", "last",
    "black", "freeze", "spotlight", "reveal_lanes", "reveal_notes", "votes", "pointer",
    "timer", "pause", "stop_timer", "beside", "compare", "order", "lens", "type",
    "work", "swap", "windowed", "theme", "keys", "back", "leave",
]  # fmt: skip
K = Qt.Key
NONE, SHIFT, CONTROL = "", "shift", "control"


class Command(Struct, frozen=True):
    """`keys` are alternatives: (modifier, key). `cap`: what stands on the first ones, if no word does."""

    name: Name
    icon: str
    keys: tuple[tuple[str, Qt.Key], ...]
    cap: str = ""

    @property
    def printed(self) -> str:
        """How a keyboard prints the first keys."""
        return self.cap or _printed()[self.name]

    @property
    def words(self) -> str:
        """What it does."""
        return _words()[self.name]

    @property
    def short(self) -> str:
        """The same on a button."""
        return _short().get(self.name, self.words)


COMMANDS = (
    Command("next", "chevron-right", ((NONE, K.Key_PageDown), (NONE, K.Key_Space))),
    Command("previous", "chevron-left", ((NONE, K.Key_PageUp), (NONE, K.Key_Backspace))),
    Command("right", "arrow-right", ((NONE, K.Key_Right),), "→"),
    Command("left", "arrow-left", ((NONE, K.Key_Left),), "←"),
    Command("into", "arrow-down", ((NONE, K.Key_Down),), "↓"),
    Command("out", "arrow-up", ((NONE, K.Key_Up),), "↑"),
    Command("first", "chevron-up", ((NONE, K.Key_Home),)),
    Command("last", "chevron-down", ((NONE, K.Key_End),)),
    Command("black", "monitor", ((NONE, K.Key_B), (NONE, K.Key_N), (NONE, K.Key_Period))),
    Command("freeze", "snowflake", ((NONE, K.Key_F),), "F"),
    Command("spotlight", "flashlight", ((NONE, K.Key_E),), "E"),
    Command("reveal_lanes", "eye", ((NONE, K.Key_R),), "R"),
    Command("reveal_notes", "eye", ((SHIFT, K.Key_R),)),
    Command("votes", "vote", ((NONE, K.Key_V),), "V"),
    Command("pointer", "circle-dot", ((NONE, K.Key_P),), "P"),
    Command("timer", "timer", ((NONE, K.Key_T),), "T"),
    Command("pause", "pause", ((SHIFT, K.Key_T),)),
    Command("stop_timer", "square", ((CONTROL, K.Key_T),), "Ctrl+T"),
    Command("beside", "columns-3", ((NONE, K.Key_S),), "S"),
    Command("compare", "columns-3", ((SHIFT, K.Key_S),)),
    Command("order", "list-checks", ((NONE, K.Key_O),), "O"),
    Command("lens", "layers", ((NONE, K.Key_L),), "L"),
    Command("type", "pencil", ((NONE, K.Key_Return), (NONE, K.Key_Enter), (NONE, K.Key_F2))),
    Command("work", "square-pen", ((NONE, K.Key_A),), "A"),
    Command("swap", "refresh-cw", ((NONE, K.Key_X),), "X"),
    Command("windowed", "maximize", ((NONE, K.Key_W),), "W"),
    Command("theme", "contrast", ((NONE, K.Key_C),), "C"),
    Command("keys", "keyboard", ((NONE, K.Key_F1),), "F1"),
    Command("back", "undo-2", ((NONE, K.Key_Escape),)),
    Command("leave", "x", ((NONE, K.Key_F5), (SHIFT, K.Key_F5)), "F5"),
)
BY_NAME = {command.name: command for command in COMMANDS}
_BY_KEY = {key: command for command in COMMANDS for key in command.keys}
CLICKED: tuple[Name, ...] = (
    "black", "timer", "pause", "freeze", "spotlight", "reveal_lanes", "reveal_notes", "votes", "into", "out",
    "beside", "order", "lens", "stop_timer", "theme", "swap", "windowed", "keys", "leave",
)  # fmt: skip
"""What the bar of a two-button clicker offers, in order."""


def command_of(event: QKeyEvent) -> Command | None:
    """The command of a key press; « . » whatever the keyboard needs to type it."""
    if event.text() == ".":
        return BY_NAME["black"]
    held = event.modifiers()
    modifier = NONE
    if held & Qt.KeyboardModifier.ControlModifier:
        modifier = CONTROL
    elif held & Qt.KeyboardModifier.ShiftModifier:
        modifier = SHIFT
    if held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    return _BY_KEY.get((modifier, Qt.Key(event.key())))


def _short() -> dict[str, str]:
    return {
        "next": _("Suite"),
        "previous": _("Retour"),
        "black": _("Noir"),
        "freeze": _("Figer"),
        "spotlight": _("Éclairer"),
        "into": _("Entrer"),
        "out": _("Sortir"),
        "reveal_lanes": _("Révéler"),
        "reveal_notes": _("Note à note"),
        "beside": _("Côte à côte"),
        "type": _("Écrire"),
        "votes": _("Votes"),
        "pointer": _("Pointeur"),
        "timer": _("Minuteur"),
        "pause": _("Pause"),
        "order": _("Déroulé"),
        "lens": _("Choisir"),
        "work": _("Canevas"),
        "swap": _("Échanger"),
        "windowed": _("Fenêtre"),
        "theme": _("Thème"),
        "keys": _("Touches"),
        "leave": _("Quitter"),
    }


def _printed() -> dict[str, str]:
    return {
        "next": _("Page suiv. · Espace"),
        "previous": _("Page préc."),
        "first": _("Début"),
        "last": _("Fin"),
        "black": _("B · N · « . »"),
        "reveal_notes": _("Maj+R"),
        "compare": _("Maj+S"),
        "pause": _("Maj+T"),
        "type": _("Entrée"),
        "back": _("Échap"),
    }


def _words() -> dict[str, str]:
    return {
        "next": _("Suite : page, phase, case"),
        "previous": _("Retour d’une page"),
        "right": _("Phase ou vue suivante, sans passer par les cases"),
        "left": _("Phase ou vue précédente"),
        "into": _("Entrer : du parcours à la phase, de la phase à la case"),
        "out": _("Sortir : de la case à la phase"),
        "first": _("Au début"),
        "last": _("À la fin"),
        "black": _("Écran noir, et retour"),
        "freeze": _("Figer : la salle garde cette image"),
        "spotlight": _("Éclairer une case ; les flèches la déplacent"),
        "reveal_lanes": _("Révéler ligne par ligne"),
        "reveal_notes": _("Révéler note par note"),
        "votes": _("Cacher les votes, puis les révéler ensemble"),
        "pointer": _("Pointeur : suit la souris"),
        "timer": _("Minuteur : démarrer, puis une minute de plus"),
        "pause": _("Minuteur : pause, reprise"),
        "stop_timer": _("Minuteur : retirer"),
        "beside": _("La même case, ou boîte, dans d’autres fiches"),
        "compare": _("Choisir les fiches ou les tables côte à côte"),
        "order": _("Suivre le déroulé, ou le quitter"),
        "lens": _("Choisir ce qui est projeté"),
        "type": _("Écrire une note dans la case projetée"),
        "work": _("Aller au canevas ; F5 revient ici"),
        "swap": _("Échanger les écrans"),
        "windowed": _("En fenêtre, pour un partage d’écran"),
        "theme": _("Clair, salle sombre, contraste élevé"),
        "keys": _("Ces touches"),
        "back": _("Revenir d’un pas, puis quitter"),
        "leave": _("Quitter la projection"),
    }
