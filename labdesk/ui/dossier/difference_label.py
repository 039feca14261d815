"""Two wordings as one text: what came is underlined after a « + », what went is struck after a « − »."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from labdesk.domain.corrections.differences import difference
from labdesk.domain.corrections.proposals import told_aloud
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _, typeset


class DifferenceLabel(QLabel):
    """It takes the focus, so that a screen reader says it: « supprimé : sept ; ajouté : huit »."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        role(self, "viewer")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def show_words(self, old: str, new: str) -> None:
        """From these words to those."""
        colour = {"added": self._look.colour("ok").name(), "removed": self._look.colour("bad").name()}
        said = []
        for piece in difference(old, new):
            words = escape(piece.words.strip())
            space = " " if piece.words != piece.words.rstrip() else ""
            if piece.change == "same":
                said.append(escape(piece.words))
            elif piece.change == "added":
                said.append(f'<span style="color:{colour["added"]}">[+&nbsp;<u>{words}</u>]</span>{space}')
            else:
                said.append(f'<span style="color:{colour["removed"]}">[−&nbsp;<s>{words}</s>]</span>{space}')
        self.setFont(self._look.font(15))
        pad = self._look.px(10)
        self.setContentsMargins(pad, pad, pad, pad)
        self.setText(f'<p style="margin:0; line-height:125%">{"".join(said)}</p>')
        self.setAccessibleName(typeset(told_aloud(old, new)) or _("Aucun mot ne change."))
