"""What a canvas says in JSON beside its zones: reserved members, labels of axes, lanes and their names."""

from labdesk.domain.canvas_type import CanvasType, Label, Zone
from labdesk.domain.entities import SHORT
from labdesk.exchange.json_codecs import Codec, a_list, text
from labdesk.exchange.json_text import ABSENT, Member, inside

CURVE = "emotions"
"""The lane that a step tells in two members of its own, `emotion` and `word`."""
LABEL = text(SHORT)
Labels = tuple[str | None, ...]


def _render_labels(labels: Labels) -> Member:
    return list(labels) or ABSENT


LABELS: Codec[Labels] = Codec(
    lambda value, at: tuple(
        None if label is None else str(LABEL.parse(label, inside(at, rank)))
        for rank, label in enumerate(a_list(value, at))
    ),
    _render_labels,
    (),
)


def reserved(kind: CanvasType) -> tuple[str, ...]:
    """The members of a canvas that are no zone; a zone of such a name is written inside `zones`."""
    grid = ("phases", "steps", "lanes") if kind.layout == "grid" else ()
    return ("id", "table", "canvas_type", "view", "votes_veiled", "zones", *grid)


def usual_lanes(kind: CanvasType, used: set[str]) -> list[str]:
    """The lanes of a canvas that names none: those of the usual choice and those where something stands."""
    usual = kind.presets.get("default", tuple(zone.id for zone in kind.lanes))
    return [zone.id for zone in kind.lanes if zone.id in usual or zone.id in used]


def own_lane(row: str) -> Zone:
    """A lane of the lab's own, as a zone of notes."""
    return Zone(row, "grid_notes", "0..n/step", "O", "yes", Label(row, row), Label("", ""))


def lane_names(kind: CanvasType, lanes: list[tuple[str, str | None]]) -> dict[str, str]:
    """How the lab's own lanes (row and label, in order) are called in `cells`: by their label, when it can be
    taken for nothing else, else lane#1, lane#2…"""
    labels = [label for _row, label in lanes]
    names: dict[str, str] = {}
    for rank, (row, label) in enumerate(lanes, 1):
        plain = (
            label and labels.count(label) == 1 and label not in kind.by_id and not label.startswith("lane#")
        )
        names[row] = label if plain and label else f"lane#{rank}"
    return names
