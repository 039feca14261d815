"""The columns of the indicators once the dossier has left: from where, to where, what is reached when."""

from msgspec import Struct

from labdesk.domain.canvas_type import Option
from labdesk.domain.entities import Value
from labdesk.domain.follow_up import reach_words
from labdesk.domain.gesture import Gesture
from labdesk.domain.model import Project
from labdesk.ui.dossier.columns import Columns, FieldColumn
from labdesk.ui.filling.entry import Kind
from labdesk.words import _


class ReachColumn(Struct, frozen=True):
    """How far an indicator went towards its target: it is computed, nobody types it."""

    title: str
    kind: Kind = "text"
    width: int = 190
    options: tuple[Option, ...] = ()
    summed: bool = False
    editable: bool = False

    def value(self, project: Project, row: str) -> Value:
        """In words; nothing as long as nothing was measured."""
        found = project.indicator.get(row)
        return (reach_words(found) or None) if found else None

    def write(self, project: Project, row: str, value: Value, seen: tuple[str, ...] | None) -> Gesture:
        """Nothing: it follows the numbers."""
        return Gesture("", ())

    def address(self, row: str) -> tuple[str, str, str]:
        """(table, row, field) as the store names them."""
        return "indicator", row, "reached"


def reached_columns() -> Columns:
    """What the dossier promised cannot be changed here; what was reached is typed."""
    return (
        FieldColumn("indicator", "label", _("Indicateur"), "long"),
        FieldColumn("indicator", "baseline", _("Départ"), "decimal", 72, editable=False),
        FieldColumn("indicator", "target", _("Cible"), "decimal", 72, editable=False),
        FieldColumn("indicator", "unit", _("Unité"), "text", 72, editable=False),
        FieldColumn("indicator", "reached", _("Atteint"), "decimal", 80),
        FieldColumn("indicator", "reached_on", _("Mesuré le"), "date", 104),
        ReachColumn(_("Chemin parcouru")),
    )
