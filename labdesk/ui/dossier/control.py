"""The page Contrôle: everything a reviewer would say, gravest first; a click or Enter goes to the place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.completeness import Finding, Review, Severity
from labdesk.ui.dossier.answering import Answering
from labdesk.ui.dossier.findings import SIGNS, finding_line, severity_word
from labdesk.ui.dossier.page import Page
from labdesk.ui.dossier.reading import Reading
from labdesk.ui.dossier.signs import SignLine, SignList
from labdesk.ui.sheet import role, segment
from labdesk.ui.sign import Sign
from labdesk.ui.style import Look
from labdesk.words import _

EVERY = ""
LOW = 320
"""px at 100 % under which the list takes the place of what is said twice."""
ONE_LINE = 900
"""px at 100 % from which the filters stand beside the sentence."""


class ControlPage(Page):
    """The findings of the whole dossier, filtered by severity."""

    def __init__(self, reading: Reading, look: Look) -> None:
        super().__init__()
        self._reading, self._look, self.desk = reading, look, reading.desk
        self._severity: str = EVERY
        self._low = False
        self._sign = Sign(look, size=24)
        self._sentence, self._hint = QLabel(), QLabel()
        role(self._sentence, "h2")
        role(self._hint, "muted")
        self._sentence.setWordWrap(True)
        self._hint.setText(_("Choisir une remarque dit pourquoi ; Entrée ou un double clic y va."))
        self._filters = QButtonGroup(self)
        self.filters: dict[str, QPushButton] = {}
        self.list = SignList(look, _("Remarques du relecteur"), twice=True)
        self.list.chosen.connect(self._go)
        self.answering = Answering(reading, look, lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.entered_row.connect(self.answering.speak_of)
        self._none = QLabel(_("Rien à redire. L’export définitif est ouvert."))
        role(self._none, "muted")
        self._arrange()
        self.relook()

    def _arrange(self) -> None:
        band = QFrame()
        role(band, "band")
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom, band)
        words = QHBoxLayout()
        words.addWidget(self._sign)
        words.addWidget(self._sentence, 1)
        self._head.addLayout(words, 1)
        segments = QFrame()
        role(segments, "segbox")
        row = QHBoxLayout(segments)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for name in (EVERY, *SIGNS):
            button = QPushButton()
            segment(button)
            button.setChecked(name == EVERY)
            button.clicked.connect(lambda _checked, name=name: self.filter_by(name))
            self._filters.addButton(button)
            self.filters[name] = button
            row.addWidget(button)
        self._head.addWidget(segments, 0, Qt.AlignmentFlag.AlignLeft)
        self._body = QVBoxLayout()
        for widget in (self._hint, self._none, self.list):
            self._body.addWidget(widget)
        self._body.setStretchFactor(self.list, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(band)
        box.addLayout(self._body, 1)
        box.addWidget(self.answering)

    def relook(self) -> None:
        """The theme or the text size changed."""
        margin = self._look.space("l")
        self._head.setContentsMargins(margin, self._look.space("m"), margin, self._look.space("m"))
        self._body.setContentsMargins(margin, self._look.space("m"), margin, margin)
        self._body.setSpacing(self._look.space("s"))
        self.list.relook()
        self.answering.relook()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The filters stand under the sentence on a narrow window."""
        super().resizeEvent(event)
        self._low = self.height() < self._look.px(LOW)
        self._sentence.setVisible(not self._low)  # the rail says it too
        self._sign.setVisible(not self._low)
        self._hint.setVisible(not self._low and not self.list.isHidden())
        self.answering.fit(low=self._low)
        wide = self.width() >= self._look.px(ONE_LINE)
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def filter_by(self, severity: str) -> None:
        """Show one severity, or every one (empty)."""
        self._severity = severity
        self.filters[severity].setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """The review changed: say it again."""
        review = self._reading.review
        if review is None:
            self._sentence.setText(_("La relecture arrive dans un instant…"))
            return
        good = not review.blocking
        self._sign.become(*(("circle-check", "ok") if good else ("circle-x", "bad")))
        self._sentence.setText(review.sentence())
        counts = {name: sum(f.severity == name for f in review.findings) for name in SIGNS}
        self.filters[EVERY].setText(_("Tout ({n})").format(n=len(review.findings)))
        for name, count in counts.items():
            self.filters[name].setText(severity_word(name, count))
        self.list.show_lines(self._lines(review, counts))
        empty = not any(self._severity in (EVERY, f.severity) for f in review.findings)
        self._none.setVisible(empty)
        self._none.setText(
            _("Rien de cette sorte.")
            if review.findings
            else _("Rien à redire. L’export définitif est ouvert.")
        )
        self._hint.setVisible(not empty and not self._low)
        self.list.setVisible(not empty)
        if not empty and self.list.current() is None:
            self.list.setCurrentIndex(self.list.model().index(1, 0))  # the first row names those below
        self.answering.speak_of(None if empty else self.list.current())

    def _lines(self, review: Review, counts: dict[Severity, int]) -> list[tuple[SignLine, object]]:
        lines: list[tuple[SignLine, object]] = []
        for name, count in counts.items():
            if not count or self._severity not in (EVERY, name):
                continue
            lines.append((SignLine(severity_word(name, count), heading=True), None))
            lines += [
                (finding_line(finding, self._reading.profile, with_section=True), finding)
                for finding in review.findings
                if finding.severity == name
            ]
        return lines

    def stops(self) -> tuple[QWidget, ...]:
        """The findings, then what filters them."""
        return (self.list, self.answering.go, self.filters[EVERY])

    def _go(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._reading.go(finding)
