"""One correction in full: its differences, its three versions when it is a conflict, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from labdesk.domain.corrections.proposals import Proposal
from labdesk.domain.corrections.returned import Remark, SourceBack, Stray
from labdesk.domain.quotes import last_words
from labdesk.ui.actions import draw
from labdesk.ui.dossier.correcting import TO_SEE, Item
from labdesk.ui.dossier.correction_lines import signed, sort_word, status_word
from labdesk.ui.dossier.difference_label import DifferenceLabel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _


class CorrectionDetail(QFrame):
    """What one item says. The deeds are buttons; the page does them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        role(self, "page")
        self._box = QVBoxLayout(self)
        self.difference: DifferenceLabel | None = None
        self.editor: QPlainTextEdit | None = None
        self.buttons: dict[str, QPushButton] = {}
        self._deeds: dict[str, Callable[[], object]] = {}
        self._deeds_at = 0
        self._shown: object = None

    def on(self, **deeds: Callable[[], object]) -> None:
        """What each button does: by the names of `_buttons`."""
        self._deeds = deeds

    def clear(self, words: str = "") -> None:
        """Nothing is chosen; some words say what to do."""
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
            elif (layout := item.layout()) is not None:
                while (inner := layout.takeAt(0)) is not None:
                    if (widget := inner.widget()) is not None:
                        widget.hide()
                        widget.deleteLater()
                layout.deleteLater()
        self.difference, self.editor, self.buttons, self._shown = None, None, {}, None
        margin = self._look.space("l")
        self._box.setContentsMargins(margin, margin, margin, margin)
        self._box.setSpacing(self._look.space("m"))
        if words:
            self._say(words, "muted")
            self._box.addStretch(1)

    def show_item(self, item: Item, title: str, remarks: Sequence[Remark], *, can: bool, leads: bool) -> None:
        """One item. `can`: the project can be written; `leads`: there is a source to go to.

        The same again changes nothing: the keyboard stays where it is.
        """
        wanted = (item, title, tuple(remarks), can, leads)
        if wanted == self._shown and self.editor is None:
            return
        self.clear()
        self._shown = wanted
        what = item.what
        if isinstance(what, Proposal):
            self._proposal(item, what, title, can=can, leads=leads)
            if remarks:
                self._say(_("Remarques sur cette section"), "strong")
                for remark in remarks:
                    self._remark(remark)
        elif isinstance(what, Remark):
            self._head(title, _("Remarque"))
            self._remark(what)
            self._row("go" if leads else "")
        elif isinstance(what, SourceBack):
            self._source(item, what, leads=leads)
        else:
            self._stray(item, what)
        self._box.addStretch(1)

    # -- kinds --------------------------------------------------------------------------------------
    def _proposal(self, item: Item, one: Proposal, title: str, *, can: bool, leads: bool) -> None:
        self._head(title, f"{sort_word(one)} · {status_word(item.status)}")
        if item.status == "conflict":
            self._say(
                _("Ce paragraphe a changé dans LabDesk depuis l’envoi. Rien n’est écrasé : décidez."), "warn"
            )
        before = one.left if item.status in ("taken", "rewritten") else one.now
        self._difference(before, one.back)
        if one.quotes:
            self._say(
                _(
                    "Des mots cités d’un canevas ou du budget ont été corrigés : la citation reste telle "
                    "que sa source la dit. Corrigez-la à la source."
                ),
                "warn",
            )
        if not can:
            self._say(_("Ce projet se lit seulement : rien ne peut y être repris."), "warn")
        self._deeds_at = self._box.count()
        self._row(*(_possible(item) if can else ()), "go" if leads else "", _settled(item))
        if item.status in ("conflict", "rewritten"):
            self._version(_("Tel qu’il est parti"), one.left or _("(pas encore écrit)"))
            self._version(_("Dans LabDesk maintenant"), one.now or _("(supprimé)"))
            self._version(_("Corrigé dans le document"), one.back or _("(supprimé)"))

    def edit(self, one: Proposal) -> None:
        """Other words are typed in the stead of the proposal."""
        if self.editor is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        editor = QPlainTextEdit(last_words(one.back or one.now))
        editor.setAccessibleName(_("Votre texte pour ce paragraphe"))
        editor.setFont(self._look.font(14))
        editor.setMinimumHeight(self._look.px(130))
        editor.setTabChangesFocus(True)
        for button in self.buttons.values():
            button.hide()
        self.editor = editor
        self._box.insertWidget(self._deeds_at, editor)
        self._row("keep", "cancel", at=self._deeds_at + 1)
        editor.show()  # now: what is typed next must not go to the list
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _source(self, item: Item, source: SourceBack, *, leads: bool) -> None:
        self._head(source.title or _("Couverture"), _("Tiré des canevas, des tableaux ou de la couverture"))
        self._say(
            _("Ce passage ne se corrige pas ici : il est écrit à partir de sa source, où qu’il paraisse.")
            if source.sure
            else _(
                "Ce passage diffère de ce que LabDesk écrit aujourd’hui : il a été corrigé, ou sa source a "
                "changé."
            ),
            "muted",
        )
        self._difference(source.before, source.after)
        self._row("go" if leads else "", "copy" if source.after else "", _settled(item))

    def _stray(self, item: Item, stray: Stray) -> None:
        under = _("Sous « {title} »").format(title=stray.under) if stray.under else _("Dans le document")
        self._head(_("Hors des textes du dossier"), under)
        self._say(_("LabDesk ne sait pas à quel texte cela revient : copiez-le où il doit aller."), "muted")
        self._version("", stray.words)
        self._row("copy", _settled(item))

    # -- pieces -------------------------------------------------------------------------------------
    def _head(self, title: str, below: str) -> None:
        self._say(title, "h2")
        self._say(below, "muted")

    def _say(self, words: str, name: str) -> None:
        label = QLabel(words)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        role(label, name)
        self._box.addWidget(label)

    def _difference(self, old: str, new: str) -> None:
        made = DifferenceLabel(self._look)
        made.show_words(last_words(old), last_words(new))
        self.difference = made
        self._box.addWidget(made)
        legend = QLabel(_("[+ …] souligné : ajouté ; [− …] barré : supprimé."))
        role(legend, "small")
        legend.setWordWrap(True)
        self._box.addWidget(legend)

    def _version(self, name: str, words: str) -> None:
        """One version of a paragraph, in a box of its own."""
        card = QFrame()
        role(card, "well")
        box = QVBoxLayout(card)
        if name:
            label = QLabel(name)
            role(label, "caption")
            box.addWidget(label)
        text = QLabel(last_words(words))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setFont(self._look.font(14))
        box.addWidget(text)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setAccessibleName(_("{name} : {words}").format(name=name, words=words) if name else words)
        self._box.addWidget(card)

    def _remark(self, remark: Remark) -> None:
        self._version(signed(remark), remark.words)

    def _row(self, *names: str, at: int | None = None) -> None:
        wanted = [name for name in names if name]
        if not wanted:
            return
        for name in wanted:
            words, drawing = _buttons()[name]
            button = QPushButton(words)
            draw(button, drawing, self._look, "on_primary" if name in ("accept", "keep") else "ink2")
            if name in ("accept", "keep"):
                role(button, "primary")
            button.clicked.connect(self._deeds[name])
            self.buttons[name] = button
        made = [self.buttons[name] for name in wanted]
        space = self._look.space("s")
        around = self.parentWidget()
        room = (around.width() if around else 0) - 2 * self._look.space("l")
        across = sum(button.sizeHint().width() + space for button in made) <= room
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        row.setSpacing(space)
        for button in made:
            row.addWidget(button)
        row.addStretch(1)
        if at is None:
            self._box.addLayout(row)
        else:
            self._box.insertLayout(at, row)


def _possible(item: Item) -> tuple[str, ...]:
    if item.status in TO_SEE:
        return ("accept", "refuse", "rewrite")
    return ("reconsider",) if item.status == "refused" else ()


def _settled(item: Item) -> str:
    """What cannot be taken here is said to be done, or to be seen again."""
    if item.status == "done":
        return "reopen"
    return "done" if item.waits in ("source", "place") else ""


def _buttons() -> dict[str, tuple[str, str]]:
    return {
        "accept": (_("Accepter"), "check"),
        "refuse": (_("Refuser"), "x"),
        "rewrite": (_("Modifier…"), "pencil"),
        "reconsider": (_("Revenir sur le refus"), "undo-2"),
        "keep": (_("Garder mon texte"), "check"),
        "cancel": (_("Abandonner"), "x"),
        "go": (_("Aller à la source"), "external-link"),
        "copy": (_("Copier"), "copy"),
        "done": (_("C’est fait"), "check-check"),
        "reopen": (_("Encore à faire"), "undo-2"),
    }
