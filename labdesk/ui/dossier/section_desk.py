"""The middle of the page Textes: one section with its guiding question, its words, what is drawn for it."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from labdesk.domain.funding import Section
from labdesk.ui.dossier.counter import counter
from labdesk.ui.dossier.drawn import drawn
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.filling.bond import of_section
from labdesk.ui.filling.texts import BoundText
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.ui.target import Target
from labdesk.words import _

LINES = 6
"""Lines of the editor that are in sight at least: the desk scrolls rather than to cut them."""


class SectionDesk(QFrame):
    """Where a section is written. One told by the canvases shows what it takes and leads to the source."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look = reading, look
        self._section: Section | None = None
        self.editor = BoundText(reading.desk)
        self.editor.counted.connect(self._count)
        self._title, self._guide = QLabel(), QLabel()
        self._facts = QLabel()
        self._label, self._counter = QLabel(), QLabel()
        self._drawn_label = QLabel(_("Tiré des canevas et des tableaux : modifiez à la source"))
        for label, name in (
            (self._title, "h2"),
            (self._guide, "muted"),
            (self._facts, "small"),
            (self._label, "strong"),
            (self._drawn_label, "strong"),
        ):
            role(label, name)
        self._guide.setWordWrap(True)
        self._label.setBuddy(self.editor)
        self.drawn = SignList(look, _("Ce que la section reprend"))
        self.drawn.chosen.connect(self._go)
        self._drawn_label.setBuddy(self.drawn)
        self._arrange()
        self.relook()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._facts)
        below = QHBoxLayout()
        below.addWidget(self._counter)
        below.addStretch(1)
        typed, told = QWidget(), QWidget()
        typed_box, told_box = QVBoxLayout(typed), QVBoxLayout(told)
        typed_box.addWidget(self._label)
        typed_box.addWidget(self.editor, 1)
        typed_box.addLayout(below)
        told_box.addWidget(self._drawn_label)
        told_box.addWidget(self.drawn, 1)
        for box in (typed_box, told_box):
            box.setContentsMargins(0, 0, 0, 0)
        self._told = told
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.addWidget(typed)
        self._body.addWidget(told)
        self._box = QVBoxLayout(self)
        self._box.addLayout(head)
        self._box.addWidget(self._guide)
        self._box.addLayout(self._body, 1)

    def relook(self) -> None:
        """The theme or the text size changed."""
        self._body.setSpacing(self._look.space("m"))
        self.editor.setFont(self._look.font(14))
        self.editor.setMinimumHeight(self.editor.fontMetrics().lineSpacing() * LINES + self._look.px(20))
        self.drawn.setMinimumHeight(self._look.px(96))
        self.drawn.relook()

    def fit(self, *, low: bool, named: bool) -> None:
        """On a low window margins shrink; the title stays when nothing above names the section (`named`)."""
        side, space = self._look.space("m" if low else "xl"), self._look.space("s" if low else "l")
        self._box.setContentsMargins(side, space, side, space)
        self._box.setSpacing(self._look.space("s" if low else "m"))
        self._title.setVisible(named)
        self._facts.setVisible(named)
        self._label.setVisible(not low)

    def show_section(self, section: Section) -> None:
        """Show a section; the same one again only reads what changed."""
        if self._section != section:
            self._section = section
            self.editor.bind(of_section(section.id))
            self._entitle(section)
        self.editor.refresh()
        self._draw(section)
        self._count(len(self.editor.toPlainText()))

    def _entitle(self, section: Section) -> None:
        self._title.setText(str(section.label))
        self._guide.setText(str(section.guide))
        told = "typed" not in section.source
        need = _("obligatoire") if section.need == "B" else _("recommandée")
        origin = _("tirée des canevas") if told else _("saisie ici")
        self._facts.setText(f"{need} · {origin}")
        self._label.setText(_("Texte d’introduction, facultatif") if told else _("Texte de la section"))
        self.editor.setAccessibleName(_("{section}, texte").format(section=section.label))
        self.editor.setAccessibleDescription(str(section.guide))
        self.editor.setPlaceholderText(
            _("Rien d’obligatoire ici : la section se lit déjà.") if told else str(section.guide)
        )

    def _draw(self, section: Section) -> None:
        lines = drawn(self._reading.desk.project, self._reading.desk.types, section)
        told_first = "typed" not in section.source
        kinds = [kind for kind in section.source if kind not in ("typed", "check", "auto")]
        self._told.setVisible(bool(lines) or bool(kinds))
        direction = QBoxLayout.Direction.BottomToTop if told_first else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)
        self._body.setStretch(0, 2 if told_first else 3)
        self._body.setStretch(1, 3 if told_first else 2)
        rows: list[tuple[SignLine, object]] = [
            (SignLine(line.title, line.detail, line.icon, "primary", leads=True), line.target)
            for line in lines
        ]
        if not rows and kinds:
            rows = [
                (_missing(self._reading, kind), target) for kind, target in _sources(self._reading, kinds)
            ]
        self.drawn.show_lines(rows)

    def _count(self, count: int) -> None:
        sentence, tone = counter(count, self._section.max_chars if self._section else 0)
        if sentence != self._counter.text():
            self._counter.setText(sentence)
            role(self._counter, tone)

    def _go(self, target: object) -> None:
        if isinstance(target, Target):
            self._reading.desk.go(target)

    @property
    def said(self) -> str:
        """What the counter says."""
        return self._counter.text()

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.editor.settle()


def _sources(reading: Reading, kinds: list[str]) -> list[tuple[str, Target]]:
    """The places where a section that is still empty gets its content."""
    types = reading.desk.types.known(reading.desk.project)
    return [(kind, Target(types[kind].place)) for kind in kinds if kind in types]


def _missing(reading: Reading, kind: str) -> SignLine:
    found = reading.desk.types.known(reading.desk.project)[kind]
    return SignLine(
        str(found.plural), _("Aucun canevas pour l’instant : commencez-en un."), found.icon, leads=True
    )
