"""« Relier… », « Délier… » and the drag that ties: the same on the map, in lists, the drawer, the traces."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from labdesk.domain.commands import links
from labdesk.domain.shown import name_of
from labdesk.domain.tie_choices import Whereabouts, candidates
from labdesk.domain.ties import Tie, canonical, in_chain, stands, tied, ties_of
from labdesk.ui.canvas.choice import Choice
from labdesk.ui.desk import Desk
from labdesk.ui.icons import picture
from labdesk.ui.spring import TIE
from labdesk.ui.style import Look
from labdesk.words import _, several

if TYPE_CHECKING:
    from labdesk.ui.canvas.chooser import Chooser

SHORT = 48
"""Letters of a name in a sentence or on what is dragged."""


def short(text: str) -> str:
    """The beginning of a name, fit to stand between guillemets."""
    text = " ".join(text.split()).replace("« ", "“").replace(" »", "”").replace("«", "“").replace("»", "”")
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def carried(data: QMimeData) -> tuple[str, ...]:
    """The rows of a drag that ties; empty for any other drag."""
    if not data.hasFormat(TIE):
        return ()
    try:
        rows = json.loads(bytes(data.data(TIE).data()))
    except ValueError:
        return ()
    return tuple(str(row) for row in rows) if isinstance(rows, list) else ()


def mime(rows: Sequence[str]) -> QMimeData:
    """Rows to be tied, for a drag."""
    data = QMimeData()
    data.setData(TIE, QByteArray(json.dumps(list(rows)).encode()))
    return data


class Tying:
    """What ties and unties. `table`: a laptop at a table ties no expense, it does not see them."""

    def __init__(self, desk: Desk, look: Look) -> None:
        self.desk, self.look = desk, look

    # -- by search ------------------------------------------------------------------------------------------
    def choose(self, rows: Sequence[str], parent: QWidget, at: QPoint) -> "Chooser | None":
        """The list of all these things may be tied to; one word or two find it."""
        project = self.desk.project
        rows = [row for row in rows if stands(project, row)]
        if not self._may() or not rows:
            if not rows:
                self.desk.idle.emit(_("Placez-vous d’abord sur une note : c’est elle qui sera reliée."))
            return None
        found = candidates(project, rows, money=not self.desk.table)
        choices = [Choice(c.row, c.label, where=c.where, group=c.group) for c in found]
        named = _("Relier « {name} » à").format(name=short(name_of(project, rows[-1])))
        title = named if len(rows) == 1 else _("Relier {n} notes à").format(n=len(rows))
        from labdesk.ui.canvas.chooser import Chooser  # a start chooses nothing

        chooser = Chooser(self.look, title, choices, lambda other: self.tie(rows, other), parent)
        chooser.open_at(at)
        return chooser

    def choose_parting(self, rows: Sequence[str], parent: QWidget, at: QPoint) -> "Chooser | None":
        """The list of what these things are tied to, to untie one; a single tie goes at once."""
        project = self.desk.project
        # A step is one line for the card that takes it up, and each of its notes one for that note.
        ties = {
            (tie.table, tie.row, tie.a if tie.step and row == tie.a else ""): (tie, row)
            for row in rows
            for tie in ties_of(project, row)
        }
        if not self._may():
            return None
        if not ties:
            self.desk.idle.emit(_("Rien n’est relié ici."))
            return None
        if len(ties) == 1:
            self._part_from(*next(iter(ties.values())))
            return None
        where = Whereabouts(project)
        choices = []
        for key, (tie, row) in ties.items():
            other = tie.b if tie.a == row else tie.a
            said = self._through(tie) if tie.step and row == tie.b else where.of(other)
            choices.append(Choice("/".join(key), name_of(project, other), where=said, group=_("Délier de")))
        named = {"/".join(key): found for key, found in ties.items()}
        from labdesk.ui.canvas.chooser import Chooser  # a start chooses nothing

        chooser = Chooser(
            self.look,
            _("Délier « {name} »").format(name=short(name_of(project, rows[-1]))),
            choices,
            lambda name: self._part_from(*named[name]),
            parent,
        )
        chooser.open_at(at)
        return chooser

    def _through(self, tie: Tie) -> str:
        """How much a tie through a step carries with it."""
        project = self.desk.project
        along = sum(other.row == tie.row for other in ties_of(project, tie.b))
        step = Whereabouts(project).ranks.get(tie.step, 0)
        return _("par l’étape {n} ({many} notes)").format(n=step, many=along)

    # -- doing ----------------------------------------------------------------------------------------------
    def tie(self, rows: Sequence[str], other: str) -> bool:
        """Tie, and say it; what is tied already is only said."""
        desk, project = self.desk, self.desk.project
        if not self._may():
            return False
        rows, other = [canonical(project, row) for row in rows], canonical(project, other)
        if sentence := self.why_not(rows, other):
            desk.idle.emit(sentence)
            return False
        replaced = self._replaced(rows, other)
        desk.do(links.tie_all(project, rows, other))
        name = short(name_of(project, other))
        if len(rows) > 1:
            desk.announce(_("{n} notes reliées à « {name} »").format(n=len(rows), name=name))
        elif replaced:
            said = _("Relié à « {name} », à la place de « {former} »")
            desk.announce(said.format(name=name, former=short(name_of(project, replaced))))
        else:
            desk.announce(_("Relié à « {name} »").format(name=name))
        return True

    def _part_from(self, tie: Tie, row: str) -> None:
        """Untie as it is seen from `row`: a card lets go of a whole step, a note of its card."""
        if tie.step and row == tie.b:
            self.part_all([one for one in ties_of(self.desk.project, row) if one.row == tie.row])
        else:
            self.part(tie.a, tie.b)

    def part(self, one: str, other: str) -> bool:
        """Untie, and say it."""
        desk, project = self.desk, self.desk.project
        ties = tied(project, one, other)
        if not self._may() or not ties:
            return False
        names = {"one": short(name_of(project, one)), "other": short(name_of(project, other))}
        said = _("« {one} » n’est plus relié à « {other} ». Ctrl+Z rétablit.").format(**names)
        gesture = links.untie(project, one, other)
        others = self._left(ties[0]) if ties[0].step else 0
        if others:
            said = several(
                others,
                "« {{one}} » n’est plus relié à « {{other}} » ; l’autre note de l’étape le reste. "
                "Ctrl+Z rétablit.",
                "« {{one}} » n’est plus relié à « {{other}} » ; les {n} autres notes de l’étape le restent. "
                "Ctrl+Z rétablit.",
            )
            said = said.replace("{one}", names["one"]).replace("{other}", names["other"])
        desk.do(gesture)
        desk.announce(said)
        return True

    def _left(self, tie: Tie) -> int:
        """How many other notes the card takes with the same step."""
        return sum(one.row == tie.row for one in ties_of(self.desk.project, tie.b)) - 1

    def _untaken(self, tie: Tie) -> str:
        """A card no longer takes up a step: the step and how many notes go with it."""
        project = self.desk.project
        row = project.link[tie.row]
        card = (row.source if row.target == tie.step else row.target) or ""
        held = [other for other in ties_of(project, card) if other.row == tie.row]
        step = Whereabouts(project).ranks.get(tie.step, 0)
        said = several(
            len(held),
            "« {{card}} » ne reprend plus l’étape {{step}} ({n} note). Ctrl+Z rétablit.",
            "« {{card}} » ne reprend plus l’étape {{step}} ({n} notes). Ctrl+Z rétablit.",
        )
        return said.replace("{card}", short(name_of(project, card))).replace("{step}", str(step))

    def part_all(self, ties: Sequence[Tie]) -> None:
        """Take back several ties in one gesture, and say how many."""
        gesture = links.untie_these(self.desk.project, ties)
        if not self._may() or not gesture:
            return
        if len(ties) == 1 and ties[0].step and self._left(ties[0]):
            self.part(ties[0].a, ties[0].b)
            return
        whole = len({tie.row for tie in ties}) == 1 and ties[0].step and len(ties) == self._left(ties[0]) + 1
        said = self._untaken(ties[0]) if whole else ""
        self.desk.do(gesture)
        if said:
            self.desk.announce(said)
        else:
            self.desk.announce(
                several(
                    len(ties),
                    "{n} lien défait. Ctrl+Z le rétablit.",
                    "{n} liens défaits. Ctrl+Z les rétablit.",
                )
            )

    def why_not(self, rows: Sequence[str], other: str) -> str:
        """Why these cannot be tied to that, as one says it; empty: they can."""
        project = self.desk.project
        rows, other = [canonical(project, row) for row in rows], canonical(project, other)
        if not stands(project, other) or not any(stands(project, row) for row in rows):
            return _("Une note vide ou supprimée ne se relie pas.")
        if set(rows) == {other}:
            return _("Une note ne se relie pas à elle-même.")
        if all(row == other or tied(project, row, other) for row in rows):
            return _("C’est déjà relié.")
        return ""

    def _replaced(self, rows: Sequence[str], other: str) -> str:
        """The challenge a card answered before, when it now answers another."""
        project = self.desk.project
        for row in rows:
            _first, card = in_chain(project, row, other)
            before = project.words(card, "challenge")
            if {project.canvas[r].type for r in (row, other) if r in project.canvas} == {
                "problem",
                "prototype",
            }:
                return before if before in project.canvas else ""
        return ""

    def _may(self) -> bool:
        if self.desk.read_only:
            self.desk.refused.emit(_("Ce projet est ouvert en lecture seule : rien n’a été relié."))
        return not self.desk.read_only

    # -- by drag --------------------------------------------------------------------------------------------
    def drag(self, rows: Sequence[str], source: QWidget) -> None:
        """Begin to draw a line from these; where it is let go, they are tied. Échap gives up."""
        drag = QDrag(source)
        drag.setMimeData(mime(rows))
        drag.setPixmap(self._banner(rows))
        drag.setHotSpot(QPoint(-self.look.px(14), -self.look.px(10)))
        drag.exec(Qt.DropAction.LinkAction, Qt.DropAction.LinkAction)

    def _banner(self, rows: Sequence[str]) -> QPixmap:
        """What is under the hand: a sign and the words of what is tied."""
        look = self.look
        font = look.font(12, 600)
        words = short(name_of(self.desk.project, rows[-1])) if len(rows) == 1 else ""
        words = words or several(len(rows), "{n} note", "{n} notes")
        wide = QFontMetrics(font).horizontalAdvance(words) + look.px(38)
        pixels = QPixmap(wide, look.px(28))
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("primary"))
        painter.setPen(look.colour("surface"))
        painter.drawRoundedRect(pixels.rect().adjusted(0, 0, -1, -1), look.radius("m"), look.radius("m"))
        painter.drawPixmap(look.px(8), look.px(7), picture("link", look, "on_primary", size=14))
        painter.setFont(font)
        painter.setPen(look.colour("on_primary"))
        inner = pixels.rect().adjusted(look.px(28), 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
        return pixels
