"""What a person does with canvases: create, copy, delete, answer, tick, link, fill tables, place photos."""

from collections.abc import Mapping, Sequence

from labdesk.domain import order
from labdesk.domain.canvas_type import CanvasType
from labdesk.domain.commands.notes import delete_notes
from labdesk.domain.entities import FIELDS, Row, Value
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id
from labdesk.domain.model import Project, answer_id
from labdesk.words import _, several


def create_canvas(
    project: Project,
    kind: CanvasType,
    *,
    title: str = "",
    key: str | None = None,
    author_table: str | None = None,
    lanes: Sequence[str] | None = None,
) -> tuple[str, Gesture]:
    """A new blank canvas at the end, with the lanes of its default preset; its type is copied into the file.

    The lanes' ids are deterministic, so that two tables that fill the same blank meet in one row.
    """
    canvas = new_id()
    siblings = project.canvases()
    place = order.between(siblings[-1].place if siblings else None, None, project.mark)
    edits = [*_type_copy(project, kind)]
    edits += born(
        "canvas", canvas, type=kind.id, type_row=kind.row, key=key, place=place, author_table=author_table
    )
    shown = kind.presets.get("default", tuple(z.id for z in kind.lanes)) if lanes is None else lanes
    for zone, where in zip(shown, order.spread(len(shown)), strict=True):
        edits += born("lane", f"{canvas}/{zone}", canvas=canvas, zone=zone, place=where)
    if title:
        edits += _title_edits(project, kind, canvas, title)
    return canvas, Gesture(_("Créer : {what}").format(what=kind.label), tuple(edits))


def _title_edits(project: Project, kind: CanvasType, canvas: str, title: str) -> tuple[Edit, ...]:
    zone = kind.by_id[kind.title_zone]
    if zone.holds_notes:
        place = order.between(None, None, project.mark)
        return born("note", new_id(), canvas=canvas, zone=zone.id, place=place, text=title)
    return born("answer", answer_id(canvas, None, zone.id), canvas=canvas, zone=zone.id, value=title)


def _type_copy(project: Project, kind: CanvasType) -> tuple[Edit, ...]:
    if kind.row in project.canvas_type:
        return ()
    return born("canvas_type", kind.row, name=kind.id, sha=kind.sha, toml=kind.toml)


def delete_canvas(project: Project, canvas: str, name: str = "") -> Gesture:
    """A canvas goes away with all it holds, and the links that pointed to it."""
    from labdesk.domain.trees import trees  # no start deletes or copies a whole canvas

    inside = list(trees(project, canvas))
    ids = {row for _table, row in inside}
    pointing = [
        ("link", x.id) for x in project.link.values() if x.target in ids and ("link", x.id) not in inside
    ]
    return Gesture(
        _("Supprimer « {name} »").format(name=name), tuple(Removal(t, r) for t, r in [*pointing, *inside])
    )


def duplicate_canvas(project: Project, canvas: str, *, content: bool = True) -> tuple[str, Gesture]:
    """The same canvas once more, just after; without `content` only its phases, its steps and its lanes."""
    from labdesk.domain.trees import trees

    source = project.canvas[canvas]
    rows = [(t, r) for t, r in trees(project, canvas) if content or t in ("phase", "step", "lane", "canvas")]
    fresh = {row: new_id() for _table, row in rows if "/" not in row}
    siblings = project.canvases()
    rank = next(i for i, c in enumerate(siblings) if c.id == canvas)
    after = siblings[rank + 1].place if rank + 1 < len(siblings) else None
    edits: list[Edit] = []
    for table, row in rows:
        values = _carried(project.table(table)[row], table, fresh)
        if table == "canvas":
            values |= {"place": order.between(source.place, after, project.mark), "key": None}
            values |= {} if content else {"votes_veiled": None}  # there is nothing left to hide
        edits += born(table, _renamed(row, fresh), **values)
    return fresh[canvas], Gesture(_("Dupliquer le canevas"), tuple(edits))


def _carried(row: Row, table: str, fresh: Mapping[str, str]) -> dict[str, Value]:
    """The fields of a copied row: what pointed inside the canvas points inside the copy."""
    values: dict[str, Value] = {}
    for field in FIELDS[table]:
        value = getattr(row, field)
        values[field] = _renamed(value, fresh) if isinstance(value, str) and value in fresh else value
    return values


def _renamed(row: str, fresh: Mapping[str, str]) -> str:
    """A row id in the copy; deterministic ids are built from the ids of their parents."""
    return "/".join(fresh.get(piece, piece) for piece in row.split("/"))


def move_canvas(project: Project, canvas: str, by: int) -> Gesture:
    """A canvas goes `by` ranks among those of its type."""
    row = project.canvas[canvas]
    siblings = [c for c in project.canvases(row.type) if c.id != canvas]
    rank = next(i for i, c in enumerate(project.canvases(row.type)) if c.id == canvas) + by
    if not 0 <= rank <= len(siblings) or by == 0:
        return Gesture("", ())
    low = siblings[rank - 1].place if rank else None
    high = siblings[rank].place if rank < len(siblings) else None
    return Gesture(
        _("Changer l’ordre"), (Edit("canvas", canvas, "place", order.between(low, high, project.mark)),)
    )


def answer(
    project: Project,
    canvas: str,
    zone: str,
    value: Value,
    *,
    step: str | None = None,
    part: str | None = None,
    seen: tuple[str, ...] | None = None,
    label: str | None = None,
) -> Gesture:
    """A single value of a zone (of one step). None empties it; the same value: nothing to do."""
    row = answer_id(canvas, step, zone, part)
    if project.value(canvas, zone, step, part) == value:
        return Gesture("", ())
    if row in project.answer:
        edits: tuple[Edit, ...] = (Edit("answer", row, "value", value, seen),)
    else:
        edits = _new_answer(row, seen, canvas=canvas, step=step, zone=zone, part=part, value=value)
    return Gesture(label or _("Remplir"), edits)


def _new_answer(row: str, seen: tuple[str, ...] | None, **values: Value) -> tuple[Edit, ...]:
    # `seen` is asked of the store: the row may have lived before, and an emptied blank is the same blank.
    return tuple(
        Edit("answer", row, f, v, seen if f == "value" else None) for f, v in values.items() if v is not None
    )


def tick(
    project: Project, canvas: str, zone: str, option: str, on: bool, *, step: str | None = None
) -> Gesture:
    """One option of a zone of several choices is ticked or not."""
    row = answer_id(canvas, step, zone, option)
    if on == (project.value(canvas, zone, step, option) == 1):
        return Gesture("", ())
    if not on:
        return Gesture(_("Décocher"), (Removal("answer", row),))
    return Gesture(
        _("Cocher"), _new_answer(row, None, canvas=canvas, step=step, zone=zone, part=option, value=1)
    )


def add_line(
    project: Project, canvas: str, zone: str, cells: Mapping[str, Value] | None = None
) -> tuple[str, Gesture]:
    """A new row at the end of a table zone (or a new chain), with the cells given."""
    line = new_id()
    standing = project.lines_of(canvas, zone)
    place = order.between(standing[-1].place if standing else None, None, project.mark)
    edits = list(born("line", line, canvas=canvas, zone=zone, place=place))
    for column, value in (cells or {}).items():
        edits += born(
            "answer", f"{line}/{column}", canvas=canvas, line=line, zone=zone, part=column, value=value
        )
    return line, Gesture(_("Ajouter une ligne"), tuple(edits))


def set_cell(
    project: Project, line: str, column: str, value: Value, seen: tuple[str, ...] | None = None
) -> Gesture:
    """A cell of a table zone takes a value."""
    row = project.line.get(line)
    if row is None or project.cell(line, column) == value:
        return Gesture("", ())
    name = f"{line}/{column}"
    if name in project.answer:
        return Gesture(_("Remplir"), (Edit("answer", name, "value", value, seen),))
    edits = _new_answer(name, seen, canvas=row.canvas, line=line, zone=row.zone, part=column, value=value)
    return Gesture(_("Remplir"), edits)


def delete_line(project: Project, line: str) -> Gesture:
    """A row of a table zone, or a chain with its notes, their dots and links, goes away."""
    if line not in project.line:
        return Gesture("", ())
    cells = [Removal("answer", a.id) for a in project.answer.values() if a.line == line]
    notes = delete_notes(project, [n.id for n in project.note.values() if n.line == line])
    return Gesture(_("Supprimer la ligne"), (*cells, *notes.edits, Removal("line", line)))


def shift_line(project: Project, line: str, by: int) -> Gesture:
    """A row of a table zone goes `by` ranks down (or up)."""
    row = project.line[line]
    lines = list(project.lines_of(row.canvas or "", row.zone or ""))
    return shifted(project, "line", line, lines, by)


def shifted(project: Project, table: str, row: str, siblings: Sequence[Row], by: int) -> Gesture:
    """A row goes `by` ranks among its siblings (in order, itself among them); at the edge nothing happens."""
    rank = next(i for i, s in enumerate(siblings) if s.id == row)
    others = [s for s in siblings if s.id != row]
    target = rank + by
    if not 0 <= target <= len(others) or by == 0:
        return Gesture("", ())
    low = getattr(others[target - 1], "place", None) if target else None
    high = getattr(others[target], "place", None) if target < len(others) else None
    return Gesture(_("Changer l’ordre"), (Edit(table, row, "place", order.between(low, high, project.mark)),))


def link(project: Project, canvas: str, source: str, zone: str, target: str) -> Gesture:
    """A thing points to another: a zone of references, or « trace » from pain point to prototype."""
    row = f"{source}/{zone}/{target}"
    if row in project.link:
        return Gesture("", ())
    standing = project.links_from(source, zone)
    place = order.between(standing[-1].place if standing else None, None, project.mark)
    values = {"canvas": canvas, "source": source, "zone": zone, "target": target, "place": place}
    return Gesture(_("Relier"), tuple(Edit("link", row, field, value) for field, value in values.items()))


def unlink(project: Project, link: str) -> Gesture:
    """A link goes away."""
    return Gesture(_("Délier"), (Removal("link", link),) if link in project.link else ())


def add_photo(
    project: Project,
    canvas: str,
    zone: str,
    picture: str,
    *,
    step: str | None = None,
    file: str = "",
    **said: Value,
) -> tuple[str, Gesture]:
    """A picture (by the sha-256 of its stored bytes) at the end of a zone or cell; `said`: what it shows."""
    photo = new_id()
    standing = project.photos_at(canvas, zone, step)
    place = order.between(standing[-1].place if standing else None, None, project.mark)
    edits = born(
        "photo",
        photo,
        canvas=canvas,
        zone=zone,
        step=step,
        place=place,
        picture=picture,
        file=file or None,
        **said,
    )
    return photo, Gesture(_("Ajouter une photo"), edits)


def add_photos(
    project: Project, canvas: str, zone: str, pictures: Sequence[tuple[str, str]], *, step: str | None = None
) -> tuple[tuple[str, ...], Gesture]:
    """Pictures (hash and file name) one after the other at the end of a zone or cell, in one gesture."""
    standing = project.photos_at(canvas, zone, step)
    place = standing[-1].place if standing else None
    ids: list[str] = []
    edits: list[Edit] = []
    for picture, file in pictures:
        place = order.between(place, None, project.mark)
        ids.append(new_id())
        where: dict[str, Value] = {"canvas": canvas, "zone": zone, "step": step, "place": place}
        edits += born("photo", ids[-1], **where, picture=picture, file=file or None)
    label = several(len(ids), "Ajouter {n} photo", "Ajouter {n} photos")
    return tuple(ids), Gesture(label, tuple(edits))


def set_photo(
    project: Project, photo: str, field: str, value: Value, seen: tuple[str, ...] | None = None
) -> Gesture:
    """Alternative text, caption, person or consent of a photo."""
    if getattr(project.photo[photo], field) == value:
        return Gesture("", ())
    return Gesture(_("Décrire la photo"), (Edit("photo", photo, field, value, seen),))


def move_photo(project: Project, photo: str, step: str | None, by: int = 0) -> Gesture:
    """A photo goes to another step of its lane, at the end, or `by` ranks on among the photos it is with."""
    row = project.photo.get(photo)
    if row is None:
        return Gesture("", ())
    held = [p for p in project.photos_at(row.canvas or "", row.zone or "", step) if p.id != photo]
    rank = len(held)
    if step == row.step:
        all_here = project.photos_at(row.canvas or "", row.zone or "", step)
        rank = next(at for at, one in enumerate(all_here) if one.id == photo) + by
        if not by or not 0 <= rank <= len(held):
            return Gesture("", ())
    low = held[rank - 1].place if rank else None
    high = held[rank].place if rank < len(held) else None
    place = order.between(low, high, project.mark)
    # The whole place travels together, so that a move wins or loses as one.
    where: dict[str, Value] = {"canvas": row.canvas, "zone": row.zone, "step": step, "place": place}
    edits = tuple(Edit("photo", photo, field, value) for field, value in where.items())
    return Gesture(_("Déplacer la photo"), edits)


def delete_photo(project: Project, photo: str) -> Gesture:
    """A photo leaves its place; the picture itself stays until the file is cleaned."""
    return Gesture(_("Supprimer la photo"), (Removal("photo", photo),) if photo in project.photo else ())
