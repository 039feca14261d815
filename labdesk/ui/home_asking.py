"""Accueil asks, one question at a time: what the answer opens or makes. The questions: home_questions."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from labdesk.ui.desk import Desk
from labdesk.ui.home_questions import (
    AgainQuestion,
    NameQuestion,
    Question,
    TableQuestion,
    TitleQuestion,
    WhichTable,
)
from labdesk.ui.opening import Opening
from labdesk.ui.style import Look
from labdesk.ui.template_shelf import TemplateShelf
from labdesk.words import _

if TYPE_CHECKING:
    from labdesk.store.templates import Template


class Asked(Protocol):
    """The page on which questions stand."""

    templates: TemplateShelf

    def make_room(self, question: QWidget | None, *, alone: bool = False) -> None: ...


class HomeAsking:
    """A new question takes the place of the one before it."""

    def __init__(self, desk: Desk, look: Look, opening: Opening, page: QWidget, home: Asked) -> None:
        self._desk, self._look, self._opening = desk, look, opening
        self._page, self._home = page, home
        self._question: Question | None = None

    @property
    def only(self) -> QWidget | None:
        """The field of the question that is all there is on the screen."""
        return self._question.field if isinstance(self._question, WhichTable) else None

    def title(self) -> None:
        """A title, where, and which template."""
        opening = self._opening
        question = TitleQuestion(self._look, opening.settings.project_folder(), self._page)

        def create(title: str, folder: Path) -> None:
            if question.template is None:
                opening.create(title, folder)
            else:
                opening.again(title, question.template, folder)

        question.answered.connect(create)
        self._ask(question)
        self.offer_templates()

    def offer_templates(self) -> None:
        """Those that are read by now, to who begins a project."""
        question = self._question
        if isinstance(question, TitleQuestion) and not isinstance(question, AgainQuestion):
            question.offer([(template.name, template.path) for template in self._home.templates.shown])

    def table(self) -> None:
        """Which table, and its file."""
        question = TableQuestion(self._look, self._page)
        question.answered.connect(self._opening.table)
        self._ask(question)

    def which(self, path: Path) -> None:
        """Which table this copy is for: nothing else is on the screen."""
        question = WhichTable(self._look, path, self._page)
        question.answered.connect(self._opening.table)
        self._ask(question, alone=True)

    def again(self, source: Path | None, name: str, template: bool) -> None:
        """The title of a project set up like this one (None: the open one), or like a template."""
        opening = self._opening
        folder = opening.settings.project_folder()
        title = name if template else _next_title(name)
        heading = (
            _("Nouveau projet d’après « {name} »") if template else _("Refaire la même chose que « {name} »")
        )
        question = AgainQuestion(self._look, folder, self._page, heading.format(name=name), title)
        question.answered.connect(lambda title, folder: opening.again(title, source, folder))
        self._ask(question)
        opening.describe(source, question, question.tell)

    def name(self, template: "Template") -> None:
        """Another name for a template."""
        question = NameQuestion(self._look, _("Renommer le modèle"), template.name, template.path, self._page)

        def renamed(name: str, path: Path) -> None:
            if self._home.templates.rename(name, path):
                self.give_up()

        question.answered.connect(renamed)
        self._ask(question)

    def _ask(self, question: Question, *, alone: bool = False) -> None:
        self.give_up()
        self._question = question
        question.given_up.connect(self.give_up)
        self._home.make_room(question, alone=alone)
        question.begin()

    def give_up(self) -> None:
        """No question any more."""
        question, self._question = self._question, None
        if question is not None:
            question.hide()
            question.deleteLater()
            self._home.make_room(None)


def _next_title(title: str) -> str:
    """« Carte d’identité » is proposed as « Carte d’identité 2 », that one as « Carte d’identité 3 »."""
    found = re.fullmatch(r"(.*\S) (\d{1,3})", title.strip())
    return f"{found.group(1)} {int(found.group(2)) + 1}" if found else f"{title.strip()} 2"
