"""The middle of the page Textes: one section with its guiding question, its words, what is drawn for it."""

from textwrap import shorten

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from labdesk.domain.funding import Section
from labdesk.domain.quotables import Quotable, quotables
from labdesk.domain.quotes import Piece
from labdesk.ui.actions import draw
from labdesk.ui.aloud import say_aloud
from labdesk.ui.dossier.counter import counter
from labdesk.ui.dossier.drawn import drawn, quote_target, quoted, where_of
from labdesk.ui.dossier.quoting import QuotingText
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.filling.bond import of_section
from labdesk.ui.press.spots import around
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
        self.editor = QuotingText(reading.desk, look, self._where)
        self.editor.followed.connect(self._follow)
        self.editor.met.connect(self._tell_quote)
        self.quote = QPushButton(_("Citer…"))
        self.quote.setToolTip(_("Citer une note, un résultat, un montant (Ctrl+Maj+G)"))
        self.quote.setAccessibleName(_("Citer une note, un résultat, un montant"))
        draw(self.quote, "quote", look)
        role(self.quote, "quiet")
        self.quote.clicked.connect(self.offer_quotes)
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
        below.addWidget(self.quote)
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
        self.editor.relook()
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
        self.quote.setEnabled(not self._reading.desk.read_only)
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
        rows += [
            (_quote_line(piece, where), target or piece)
            for piece, where, target in quoted(
                self._reading.desk.project, self._reading.desk.types, section.id
            )
        ]
        self._told.setVisible(bool(rows))
        self.drawn.show_lines(rows)

    def _count(self, count: int) -> None:
        sentence, tone = counter(count, self._section.max_chars if self._section else 0)
        if sentence != self._counter.text():
            self._counter.setText(sentence)
            role(self._counter, tone)

    def _go(self, target: object) -> None:
        if isinstance(target, Target):
            self._reading.desk.go(target)
        elif isinstance(target, Piece):
            self.editor.go_to(target.ref)

    def words_here(self) -> tuple[str, ...]:
        """The words around the cursor, those of the line before when it stands on a blank one."""
        cursor = self.editor.textCursor()
        block, at = cursor.block(), cursor.positionInBlock()
        while not block.text().strip() and block.previous().isValid():
            block = block.previous()
            at = len(block.text())
        return around(block.text(), at)

    # -- quotes ---------------------------------------------------------------------------------------------
    def offer_quotes(self) -> None:
        """Choose what the text quotes where its cursor is."""
        desk = self._reading.desk
        if self._section is None or desk.read_only:
            return
        from labdesk.ui.dossier.quote_panel import QuotePanel

        self.editor.settle()
        offered = quotables(desk.project, desk.types)
        QuotePanel(self._look, offered, self._quote, self).open()

    def _quote(self, one: Quotable) -> None:
        self.editor.insert(one.ref, one.words)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        words = shorten(one.words, 80, placeholder="…")
        self._reading.desk.announce(_("Citation ajoutée : {words}").format(words=words))

    def _follow(self, ref: str) -> None:
        target = quote_target(self._reading.desk.project, self._reading.desk.types, ref)
        if target is not None:
            self._reading.desk.go(target)
        else:
            self._reading.desk.announce(_("La source n’est plus dans le projet : les mots sont restés."))

    def _where(self, piece: Piece) -> str:
        where = where_of(self._reading.desk.project, self._reading.desk.types, piece)
        follow = "" if piece.lost else _("Ctrl+clic ou Ctrl+Entrée : modifier à la source")
        return "\n".join(filter(None, (where, follow)))

    def _tell_quote(self, piece: object) -> None:
        if isinstance(piece, Piece) and self.editor.hasFocus():
            where = where_of(self._reading.desk.project, self._reading.desk.types, piece)
            say_aloud(self.editor, _("Citation : {words}. {where}").format(words=piece.text, where=where))

    @property
    def said(self) -> str:
        """What the counter says."""
        return self._counter.text()

    def settle(self) -> None:
        """What is being typed becomes a gesture now."""
        self.editor.settle()


def _quote_line(piece: Piece, where: str) -> SignLine:
    """A quote as a row: its words, where they stand; a lost source is told with a sign and a word."""
    words = piece.text if len(piece.text) <= 90 else piece.text[:90].rpartition(" ")[0] + "…"
    title = _("« {words} »").format(words=words)
    if piece.lost:
        return SignLine(title, where, "unlink", "warn", _("source disparue"), leads=True)
    return SignLine(title, where, "quote", "primary", _("cité"), leads=True)


def _sources(reading: Reading, kinds: list[str]) -> list[tuple[str, Target]]:
    """The places where a section that is still empty gets its content."""
    types = reading.desk.types.known(reading.desk.project)
    return [(kind, Target(types[kind].place)) for kind in kinds if kind in types]


def _missing(reading: Reading, kind: str) -> SignLine:
    found = reading.desk.types.known(reading.desk.project)[kind]
    return SignLine(
        str(found.plural), _("Aucun canevas pour l’instant : commencez-en un."), found.icon, leads=True
    )
