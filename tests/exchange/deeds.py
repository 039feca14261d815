"""Projects as people make them: random gestures of the window, and what a project says whatever its ids."""

from random import Random
from typing import Any

from labdesk.domain.clarity import load_lexicon, passages
from labdesk.domain.commands import canvases, clarity, dossier, grid, notes, versions
from labdesk.domain.commands.versions import Kept
from labdesk.domain.contents import Amount, Content, Leaf, parts_of
from labdesk.domain.entities import ENTITIES, FIELDS, Answer, Row, Vote
from labdesk.domain.gesture import Gesture, Removal
from labdesk.domain.indexes import by_place
from labdesk.domain.model import Project
from tests.exchange.projects import CATALOGUE

LEXICON = load_lexicon()
WORDS = ["", "Attendre", "« Je relance »", "Délai : 63 jours", "=1+1", "🙂", "deux\nlignes", "actions"]
TABLES: dict[str, dict[str, Any]] = {
    "expense": {"label": "Prestation", "kind": "service", "etpt": "0.3"},
    "resource": {"label": "Fonds", "amount": 3_810_000, "status": "requested", "target": 1},
    "in_kind": {"side": "resource", "label": "CNFPT", "amount": 260_050},
    "indicator": {"label": "Délai", "baseline": "63", "target": "5.4", "unit": "jours"},
    "milestone": {"label": "Lancement", "date": "2027-10-15"},
    "role": {"role": "Commanditaire", "who": "SGAR"},
    "risk": {"label": "Visas", "p": 2, "g": 3},
    "gain": {"label": "Heures", "per_year": "360"},
    "attachment": {"label": "devis"},
    "follow_up": {"kind": "asked", "date": "2027-03-12", "deadline": "2027-04-03", "amount": 6_000_000},
}


def after(project: Project, gesture: Gesture) -> Project:
    """The snapshot once a gesture is done."""
    touched: dict[str, dict[str, Row | None]] = {}
    for edit in gesture.edits:
        rows = touched.setdefault(edit.table, {})
        if isinstance(edit, Removal):
            rows[edit.row] = None
            continue
        row = (
            rows.get(edit.row) or project.table(edit.table).get(edit.row) or ENTITIES[edit.table](id=edit.row)
        )
        rows[edit.row] = type(row)(**{**_values(row), edit.field: edit.value})
    return project.replaced(touched)


def _values(row: Row) -> dict[str, Any]:
    names = next(FIELDS[table] for table, entity in ENTITIES.items() if isinstance(row, entity))
    return {"id": row.id} | {name: getattr(row, name) for name in names}


class Hands:
    """Somebody who does things at random."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.project = Project.empty("abc")

    def do(self, gesture: Gesture) -> None:
        self.project = after(self.project, gesture)

    def words(self) -> str:
        return self.chance.choice(WORDS)

    def anything(self, table: str) -> str | None:
        rows = list(self.project.table(table))
        return self.chance.choice(rows) if rows else None

    def spot(self) -> tuple[str, str, str | None] | None:
        """A cell or a zone of notes of some canvas."""
        canvas = self.anything("canvas")
        if canvas is None:
            return None
        kind = CATALOGUE.types[self.project.canvas[canvas].type or ""]
        steps = self.project.steps_of(canvas)
        own = [
            lane.id for lane in self.project.lane.values() if lane.canvas == canvas and lane.zone == lane.id
        ]
        lanes = [zone.id for zone in kind.lanes if zone.kind == "grid_notes"] + own
        if steps and lanes and self.chance.random() < 0.8:
            return canvas, self.chance.choice(lanes), self.chance.choice(steps).id
        sheet = [zone.id for zone in kind.sheet if zone.kind in ("notes", "dates")] + ["inconnue"]
        return canvas, self.chance.choice(sheet), None

    def make_canvas(self) -> None:
        kind = CATALOGUE.types[self.chance.choice(["journey", "journey", *CATALOGUE.types])]
        key = self.chance.choice([None, "a", "b"])
        canvas, gesture = canvases.create_canvas(self.project, kind, key=key, author_table=None)
        self.do(gesture)
        if kind.id == "journey":
            for _ in range(self.chance.randrange(3)):
                self.do(grid.add_phase(self.project, canvas, self.words(), step=self.words())[2])

    def make_step(self) -> None:
        phase = self.anything("phase")
        if phase:
            self.do(grid.add_step(self.project, phase, self.words())[1])

    def make_note(self) -> None:
        spot = self.spot()
        if spot:
            self.do(notes.add_note(self.project, spot[0], spot[1], self.words(), step=spot[2])[1])

    def say_more(self) -> None:
        note = self.anything("note")
        if note:
            part = self.chance.choice(notes.ATTRIBUTES)
            self.do(notes.set_note(self.project, note, part, self.words()))
            self.do(notes.vote(self.project, note, self.chance.randrange(3)))
            canvas = self.project.note[note].canvas or ""
            self.do(notes.veil_votes(self.project, canvas, len(self.project.vote) % 2 == 1))

    def feel(self) -> None:
        step = self.anything("step")
        if step:
            canvas = self.project.step[step].canvas or ""
            for zone, value, part in (
                ("emotions", self.chance.randrange(-2, 3), None),
                ("emotions", self.words(), "word"),
                ("duration", self.chance.choice(["45", "2 jours"]), None),
                ("moment_key", self.chance.randrange(2), None),
            ):
                self.do(canvases.answer(self.project, canvas, zone, value, step=step, part=part))
            self.do(canvases.tick(self.project, canvas, "channels", "phone", True, step=step))

    def fill(self) -> None:
        canvas = self.anything("canvas")
        if canvas is None:
            return
        kind = CATALOGUE.types[self.project.canvas[canvas].type or ""]
        zone = self.chance.choice(kind.sheet)
        if zone.kind in ("text", "text_short", "date"):
            self.do(canvases.answer(self.project, canvas, zone.id, self.words()))
        elif zone.kind in ("number", "money", "score"):
            self.do(
                canvases.answer(self.project, canvas, zone.id, self.chance.randrange(*(zone.range or (0, 9))))
            )
        elif zone.kind == "check":
            self.do(canvases.answer(self.project, canvas, zone.id, self.chance.randrange(2)))
        elif zone.kind == "ref":
            self.do(canvases.answer(self.project, canvas, zone.id, self.anything("canvas")))
        elif zone.kind in ("table", "chain"):
            cells = {column.id: self.words() for column in zone.columns if column.kind != "number"}
            line, gesture = canvases.add_line(self.project, canvas, zone.id, cells)
            self.do(gesture)
            if zone.kind == "chain":
                self.do(notes.add_notes(self.project, canvas, zone.id, ["a", "b"], line=line)[1])
        elif zone.kind == "refs":
            target = self.anything(self.chance.choice(["canvas", "step", "note"]))
            if target:
                self.do(canvases.link(self.project, canvas, canvas, zone.id, target))
        elif zone.kind == "photos":
            sha = self.chance.choice(["a" * 64, "b" * 64])
            self.do(
                canvases.add_photo(
                    self.project, canvas, zone.id, sha, file=f"IMG {sha[0]}.jpg", alt=self.words()
                )[1]
            )

    def lanes(self) -> None:
        canvas = next((c.id for c in self.project.canvases("journey") if self.chance.random() < 0.5), None)
        if canvas is None:
            return
        kind = CATALOGUE.types["journey"]
        self.do(grid.add_lane(self.project, canvas, self.words())[1])
        lane = self.chance.choice(self.project.lanes_of(canvas)).id
        self.do(
            self.chance.choice([grid.hide_lane(self.project, lane), grid.fold_lane(self.project, lane, True)])
        )
        if self.chance.random() < 0.3:
            self.do(grid.show_lanes(self.project, kind, canvas, kind.presets["longue"]))

    def trace(self) -> None:
        source, target = (
            self.anything("note"),
            self.anything(self.chance.choice(["note", "canvas", "expense"])),
        )
        if source and target:
            home = self.project.note[source].canvas or ""
            self.do(canvases.link(self.project, home, source, "trace", target))

    def ledger(self) -> None:
        table = self.chance.choice(sorted(TABLES))
        row, gesture = dossier.add_row(self.project, table, **TABLES[table])
        self.do(gesture)
        if table == "expense":
            which = self.chance.choice(("amount", "ae", "cp"))
            self.do(dossier.set_year(self.project, row, 2027, which, self.chance.randrange(10**6)))  # type: ignore[arg-type]

    def export(self) -> None:
        """A version is kept, like another one or not."""
        said = Content((Leaf("summary", "", (self.chance.choice(WORDS),)),), (Amount("requested", "a", 5),))
        kept = Kept("ab" * 32, parts_of(said), self.chance.randrange(3))
        what, final = self.chance.choice(("dossier", "note")), self.chance.random() < 0.5
        _row, gesture = versions.keep_version(
            *(self.project, kept),
            at="2027-03-03T10:42:00+01:00",
            what=what,
            form="pdf",
            final=final,
            file="dossier.pdf",
            profile="small",
            name=self.words(),
        )
        self.do(gesture)

    def cover(self) -> None:
        self.do(dossier.write_section(self.project, "summary", self.words()))
        self.do(clarity.explain(self.project, "SGC", self.words()))
        for passage in passages("Il convient de voir le COPIL.", LEXICON):
            self.do(clarity.keep_as_is(self.project, "summary", passage))
        self.do(dossier.set_project(self.project, "title", self.words()))
        self.do(dossier.set_project(self.project, "requested", self.chance.randrange(10**7)))

    def drop(self) -> None:
        table = self.chance.choice(["note", "step", "phase", "canvas"])
        row = self.anything(table)
        if row and self.chance.random() < 0.3:
            gone = {
                "note": lambda: notes.delete_notes(self.project, [row]),
                "step": lambda: grid.delete_step(self.project, row),
                "phase": lambda: grid.delete_phase(self.project, row),
                "canvas": lambda: canvases.delete_canvas(self.project, row),
            }
            self.do(gone[table]())


def random_project(chance: Random, deeds: int) -> Project:
    """What a project is after so many random deeds."""
    hands = Hands(chance)
    hands.make_canvas()
    for _ in range(deeds):
        chance.choice(
            [
                hands.make_canvas,
                hands.make_step,
                hands.make_note,
                hands.make_note,
                hands.say_more,
                hands.feel,
                hands.fill,
                hands.fill,
                hands.lanes,
                hands.trace,
                hands.ledger,
                hands.cover,
                hands.export,
                hands.drop,
            ]
        )()
    return hands.project


# -- what a project says, whatever its ids ------------------------------------------------------------
def said(project: Project) -> set[tuple[Any, ...]]:
    """Every row with its ids replaced by where it stands, and its place by its rank."""
    names = _names(project)
    out: set[tuple[Any, ...]] = set()
    used = {canvas.type_row for canvas in project.canvas.values()}
    for table in ENTITIES:
        for row in project.table(table).values():
            if table == "canvas_type" and row.id not in used:
                continue  # left by a canvas that was deleted
            if isinstance(row, Answer) and _points_to_nothing(row, names):
                continue
            values = {n: v for n, v in _values(row).items() if n not in ("id", "place", "voter", "picture")}
            if isinstance(row, Vote):
                dots = sorted(vote.id for vote in project.vote.values() if vote.note == row.note)
                values["voter"] = dots.index(row.id)
            cells = tuple(
                (n, names.get(v, v) if isinstance(v, str) else v or 0) for n, v in sorted(values.items())
            )
            out.add((table, names.get(row.id, ""), *((n, None if v == 0 else v) for n, v in cells)))
    return out


def _points_to_nothing(answer: Answer, names: dict[str, str]) -> bool:
    """A reference to something that was deleted since."""
    return answer.zone in ("persona", "challenge") and answer.value not in names


def _names(project: Project) -> dict[str, str]:
    """A name for each row that others point to, or whose order counts."""
    names: dict[str, str] = {}
    for canvas in project.canvases():
        names[canvas.id] = f"{canvas.type}#{[c.id for c in project.canvases(canvas.type)].index(canvas.id)}"
    for table in ("phase", "lane", "line", "photo", *TABLES):
        for row in sorted(project.table(table).values(), key=by_place):
            head = f"{table} of {names.get(getattr(row, 'canvas', None) or '', '')} {_zone(row)}"
            names.setdefault(row.id, f"{head} {sum(n.startswith(head + ' ') for n in names.values())}")
    for canvas in project.canvases():
        for rank, step in enumerate(project.steps_of(canvas.id)):
            names[step.id] = f"step {rank} of {names[canvas.id]}"
    for note in project.note.values():
        mates = [
            n for n in project.notes_at(note.canvas or "", note.zone or "", note.step) if n.line == note.line
        ]
        where = [names.get(x or "", x) for x in (note.canvas, note.zone, note.step, note.line)]
        names[note.id] = f"note {mates.index(note)} of {where}"
    return names


def _zone(row: Row) -> str:
    """The zone of a line or a photo; a lane of the lab's own has none but itself."""
    zone = getattr(row, "zone", None) or ""
    return "" if zone == row.id else zone
