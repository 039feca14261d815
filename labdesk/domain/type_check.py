"""Whether the parts of a canvas type fit together: a Refusal names the file and place of what does not."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from labdesk.domain.canvas_shape import CanvasType
from labdesk.domain.type_reading import as_a_type, refusal
from labdesk.domain.zone import Zone
from labdesk.errors import Refusal
from labdesk.words import _

_Refuse: TypeAlias = Callable[[str, str], Refusal]


def check(kind: CanvasType, source: str) -> None:
    """A Refusal when this type cannot work; what ships is only checked by the tests."""
    with as_a_type(source):
        _check(kind, partial(refusal, source))


def _check(kind: CanvasType, refuse: _Refuse) -> None:
    """What can only be seen with all zones read: doubles, unknown names, a grid without its axes."""
    if not kind.zones:
        raise refuse("zone", _("un canevas a au moins une zone."))
    if len(kind.by_id) != len(kind.zones):
        twice = next(z.id for i, z in enumerate(kind.zones) if z.id in {y.id for y in kind.zones[:i]})
        raise refuse(_("zone « {zone} »").format(zone=twice), _("deux zones portent ce nom."))
    _check_names(refuse, kind)
    lanes = {zone.id for zone in kind.lanes}
    for name, preset in kind.presets.items():
        if unknown := [lane for lane in preset if lane not in lanes]:
            raise refuse(
                f"presets.{name}",
                _("« {value} » n’est pas une ligne de la grille.").format(value=unknown[0]),
            )
    for zone in kind.zones:
        for vocabulary in (zone.vocabulary, *(column.vocabulary for column in zone.columns)):
            if vocabulary and not kind.options(vocabulary):
                raise refuse(
                    _("zone « {zone} »").format(zone=zone.id),
                    _("le vocabulaire « {value} » n’existe pas.").format(value=vocabulary),
                )
    if lanes and kind.layout != "grid":
        raise refuse("layout", _('des lignes de grille demandent layout = "grid".'))
    if kind.title_zone not in kind.by_id:
        raise refuse("title_zone", _("« {value} » n’est pas une zone.").format(value=kind.title_zone))


def _check_names(refuse: _Refuse, kind: CanvasType) -> None:
    """What a state needs, what a zone waits for and what it is paired with must be zones of the type."""
    for state in kind.states:
        for need in state.needs:
            _known(refuse, kind, need, "state")
    for zone in kind.zones:
        where = _("zone « {zone} »").format(zone=zone.id)
        if zone.shown not in ("", "test_started"):
            awaited, equal, _values = zone.shown.partition("=")
            if not equal:
                raise refuse(where, _("« shown » vaut test_started, « shown_for » s’écrit zone=valeur."))
            _known(refuse, kind, awaited, where)
        if zone.pair and _known(refuse, kind, zone.pair, where).kind != "photos":
            raise refuse(where, _("« pair » nomme une zone de photos."))


def _known(refuse: _Refuse, kind: CanvasType, name: str, where: str) -> Zone:
    found = kind.by_id.get(name)
    if found is None:
        raise refuse(where, _("« {value} » n’est pas une zone.").format(value=name))
    return found
