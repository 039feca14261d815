"""What the tests of the projection stand on: a journey with notes, and letters of one width."""

import math
import re

from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.canvases import answer
from labdesk.domain.commands.notes import set_note, vote
from labdesk.domain.lens_page import LEADING
from labdesk.domain.model import Project, Types
from tests.memory import done, with_canvas, with_note, with_steps

TYPES = Types(load_catalogue())
LANES = ("actions", "pain_points", "opportunities")


class FixedType:
    """Every letter is half its size wide."""

    def height(self, text: str, size: float, bold: bool, width: float) -> float:
        lines = 0
        for paragraph in text.split("\n"):
            room, lines = max(1, int(width / (size / 2))), lines + 1
            left = room
            for word in paragraph.split(" "):
                if len(word) > left and left < room:
                    lines, left = lines + 1, room
                lines += max(0, math.ceil(len(word) / room) - 1)
                left -= len(word) + 1
        return lines * size * LEADING

    def longest(self, text: str, size: float, bold: bool) -> float:
        return max(len(word) for word in re.split(r"[ \n]", text)) * size / 2


def journey(
    notes: int = 1, words: str = "Attend une réponse du service depuis trois semaines"
) -> tuple[Project, str]:
    """Two phases of three steps; each cell of three lanes holds some notes."""
    project, canvas = with_canvas(Project.empty("aa"), "journey", "Refaire sa carte")
    project, steps = with_steps(
        project,
        canvas,
        ("Découvrir", ("Chercher", "Appeler", "Attendre")),
        ("Agir", ("Venir", "Payer", "Partir")),
    )
    for step in steps:
        for lane in LANES:
            for at in range(notes):
                project, note = with_note(project, canvas, lane, f"{words} {at}", step)
                project = done(project, set_note(project, note, "facilitator_note", "Relancer la table 2"))
                project = done(project, set_note(project, note, "author_table", "Table 9"))
    if notes:
        project = done(project, vote(project, note, 1))
    for level, step in zip((-2, -1, 0, 1, 2, -2), steps, strict=True):
        project = done(project, answer(project, canvas, "emotions", level, step=step))
    return project, canvas
