"""What changed between two versions, as a text one reads, walks and copies without needing colours."""

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser

from labdesk.domain.changes import Changes, Line
from labdesk.domain.contents import Point
from labdesk.ui.style import Look
from labdesk.words import _, euros

SECTION = "section"


class ChangesView(QTextBrowser):
    """Amounts first, then texts word by word, then findings. The title of a section leads to it."""

    section_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Changes | None = None
        self._html = ""
        self.setAccessibleName(_("Ce qui a changé"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(self._go)

    def _go(self, url: QUrl) -> None:
        if url.scheme() == SECTION:
            self.section_wanted.emit(url.path())

    def clear_up(self) -> None:
        """Nothing is compared."""
        self._shown = None
        self._put("")

    def say(self, sentence: str) -> None:
        """One sentence in the stead of changes."""
        self._shown = None
        self._put(f"<p>{escape(sentence)}</p>")

    def show_changes(self, changes: Changes) -> None:
        """Show these; where one was reading stays."""
        self._shown = changes
        self._put(self._told(changes))

    def relook(self) -> None:
        """The theme or the text size changed."""
        self.document().setDefaultFont(self._look.font(14))
        self.document().setDocumentMargin(self._look.space("m"))
        self._html = ""
        if self._shown is not None:
            self.show_changes(self._shown)

    def _put(self, html: str) -> None:
        if html == self._html:
            return
        self._html = html
        at = self.verticalScrollBar().value()
        self.setHtml(html)
        self.verticalScrollBar().setValue(at)

    # -- words ----------------------------------------------------------------------------------------------
    def _told(self, changes: Changes) -> str:
        from labdesk.dossier.changes import counted

        if not changes:
            return f"<p><b>{escape(_('Rien n’a changé : le dossier dit la même chose.'))}</b></p>"
        parts = [f"<p><b>{escape(counted(changes))}</b></p>"]
        if changes.amounts:
            parts += [self._title(_("Montants")), self._amounts(changes)]
        if changes.sections:
            parts.append(self._title(_("Textes et canevas")))
            parts.append(f"<p>{self._legend()}</p>")
            parts += self._sections(changes)
        if changes.solved or changes.found:
            parts.append(self._title(_("Contrôle du dossier")))
            points = [self._point(_("Levé"), one) for one in changes.solved]
            points += [self._point(_("Nouveau"), one) for one in changes.found]
            parts.append(f"<ul>{''.join(points)}</ul>")
        return "".join(parts)

    def _title(self, words: str) -> str:
        size = self._look.text_px("h3")
        return f'<h3 style="font-size:{size}px">{escape(words)}</h3>'

    def _legend(self) -> str:
        gone, new = self._piece("gone", _("retiré")), self._piece("new", _("ajouté"))
        return _("Les mots changés se lisent ainsi : {gone} {new}").format(gone=gone, new=new)

    def _amounts(self, changes: Changes) -> str:
        from labdesk.dossier.changes import difference

        line, pad = self._look.hex("line2"), self._look.px(5)
        style = f'style="border-bottom:1px solid {line}; padding:{pad}px"'
        heads = (_("Montant"), _("Avant"), _("Maintenant"), _("Écart"))
        sides = ("left", "right", "right", "right")
        head = "".join(
            f'<th align="{side}" {style}>{escape(words)}</th>'
            for side, words in zip(sides, heads, strict=True)
        )
        rows = []
        for one in changes.amounts:
            cells = (one.label, euros(one.old) or "–", euros(one.new) or "–", difference(one))
            said = (f'<td align="{s}" {style}>{escape(c)}</td>' for s, c in zip(sides, cells, strict=True))
            rows.append(f"<tr>{''.join(said)}</tr>")
        return f'<table cellspacing="0" width="98%"><tr>{head}</tr>{"".join(rows)}</table>'

    def _sections(self, changes: Changes) -> list[str]:
        from labdesk.dossier.changes import headed

        ink = self._look.hex("primary")
        parts = []
        for change in changes.sections:
            link = f'style="color:{ink}" href="{SECTION}:{escape(change.section)}"'
            parts.append(f"<p><a {link}><b>{escape(headed(change))}</b></a></p>")
            lines = "".join(f"<li>{self._line(line)}</li>" for line in change.lines)
            parts.append(f"<ul>{lines}</ul>")
        return parts

    def _line(self, line: Line) -> str:
        return "".join(self._piece(piece.mark, piece.text) for piece in line)

    def _piece(self, mark: str, text: str) -> str:
        """Signs around the words say it; a stroke or a line, and an ink, only help the eye."""
        from labdesk.dossier.changes import signed

        before, words, after = (escape(part).replace("\n", "<br>") for part in signed(mark, text))
        if mark == "same":
            return words
        ink, stroke = ("bad", "line-through") if mark == "gone" else ("ok", "underline")
        said = f'<span style="text-decoration:{stroke}">{words}</span>'
        said = f"<b>{said}</b>" if mark == "new" else said
        return f'<span style="color:{self._look.hex(ink)}">{before}{said}{after}</span>'

    def _point(self, state: str, point: Point) -> str:
        from labdesk.dossier.changes import section_name

        grave = {"blocking": _("bloquant"), "to_check": _("à vérifier"), "advice": _("conseil")}
        head = _("{state} ({severity}) : ").format(state=state, severity=grave.get(point.severity, ""))
        return (
            f"<li><b>{escape(head)}</b>{escape(section_name(point.section))}. {escape(point.sentence)}</li>"
        )
