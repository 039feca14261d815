"""A type that goes on from the copy a project keeps: it adds, it takes nothing away. It changes no canvas."""

from labdesk.domain.canvas_type import CanvasType, Catalogue, Zone


def newer(kind: CanvasType, catalogue: Catalogue) -> CanvasType:
    """This laptop’s later version of a type, when it holds all that the copy holds; else the copy itself."""
    found = catalogue.types.get(kind.id)
    if found is None or found.version <= kind.version or not _goes_on(kind, found):
        return kind
    return found


def _goes_on(old: CanvasType, new: CanvasType) -> bool:
    if old.layout != new.layout or not {s.id for s in old.states} <= {s.id for s in new.states}:
        return False
    return all(zone.id in new.by_id and _keeps(old, zone, new, new.by_id[zone.id]) for zone in old.zones)


def _keeps(old: CanvasType, before: Zone, new: CanvasType, after: Zone) -> bool:
    """What stands in the zone can be read in the other: same kind, no column and no option less."""
    if before.kind != after.kind or before.range != after.range:
        return False
    columns = {(column.id, column.kind) for column in before.columns}
    options = {str(option.id) for option in old.options(before.vocabulary)}
    return columns <= {(column.id, column.kind) for column in after.columns} and options <= {
        str(option.id) for option in new.options(after.vocabulary)
    }
