"""A project as a Markdown outline: texts of the dossier, canvases, phases, steps and notes."""

import re
from collections.abc import Iterator

from labdesk.domain.canvas_type import CanvasType, Catalogue, Zone, load_catalogue, option_label
from labdesk.domain.entities import Note
from labdesk.domain.funding import load_sections
from labdesk.domain.model import Project, Types, lane_zone, title
from labdesk.exchange import mermaid
from labdesk.words import _, cents, decimal, euros, several, typeset

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_STARTS_A_BLOCK = re.compile(r"^(\s*\d*)([-+.)])(?=\s|$)")


def write(project: Project, catalogue: Catalogue | None = None, canvas: str | None = None) -> str:
    """The outline of a project, or of one canvas. Each journey also stands as a mermaid diagram."""
    return "\n".join(_Outline(project, catalogue or load_catalogue()).lines(canvas)) + "\n"


def plain(text: str) -> str:
    """Words that Markdown shows as they are, on one line."""
    line = _SPECIAL.sub(r"\\\1", " ".join(typeset(text).split(" ")).replace("\n", " "))
    return _STARTS_A_BLOCK.sub(r"\1\\\2", line)


class _Outline:
    def __init__(self, project: Project, catalogue: Catalogue) -> None:
        self._project, self._catalogue, self._types = project, catalogue, Types(catalogue)

    def lines(self, canvas: str | None) -> Iterator[str]:
        """Title, texts of the dossier, then every canvas; or one canvas alone."""
        if canvas is not None:
            yield from self._canvas(canvas, 1)
            return
        head = self._project.head
        yield "# " + plain(head.title or _("Projet sans titre"))
        yield ""
        if head.disclaimer:
            yield from (f"> {plain(head.disclaimer)}", "")
        yield from self._texts()
        order = list(self._catalogue.types)
        ranked = sorted(
            self._project.canvases(), key=lambda c: order.index(c.type) if c.type in order else len(order)
        )
        for row in ranked:
            yield from self._canvas(row.id, 2)

    def _texts(self) -> Iterator[str]:
        known = load_sections()
        rank = {name: index for index, name in enumerate(known)}
        for row in sorted(self._project.section.values(), key=lambda s: (rank.get(s.id, len(rank)), s.id)):
            if words := self._project.text(row.id):
                label = str(known[row.id].label) if row.id in known else row.id
                yield from (f"## {plain(label)}", "")
                for paragraph in words.split("\n"):
                    yield from (plain(paragraph), "") if paragraph.strip() else ()

    def _canvas(self, canvas: str, level: int) -> Iterator[str]:
        kind = self._types.of(self._project, canvas)
        yield f"{'#' * level} {plain(str(kind.label))} – {plain(title(self._project, kind, canvas))}"
        yield ""
        for zone in kind.sheet:
            said = list(self._zone(kind, canvas, zone, None))
            if len(said) == 1 and not zone.holds_notes:
                yield from (_("**{label} :** {said}").format(label=plain(str(zone.label)), said=said[0]), "")
            elif said:
                yield from (f"**{plain(str(zone.label))}**", "", *(f"- {line}" for line in said), "")
        if self._project.steps_of(canvas):
            yield from (
                "```mermaid",
                mermaid.diagram(self._project, canvas, self._catalogue).rstrip(),
                "```",
                "",
            )
        yield from self._steps(kind, canvas, level + 1)

    def _steps(self, kind: CanvasType, canvas: str, level: int) -> Iterator[str]:
        phase: str | None = ""
        for number, step in enumerate(self._project.steps_of(canvas), 1):
            if step.phase != phase:
                phase = step.phase
                row = self._project.phase.get(phase or "")
                name = (row.label if row else "") or _("Sans phase")
                yield from (f"{'#' * level} {plain(name)}", "")
            label = step.label or _("Sans titre")
            yield from (f"{'#' * (level + 1)} {number}. {plain(label)}", "")
            lanes = [lane_zone(kind, lane) for lane in self._project.lanes_of(canvas)]
            told = [(zone, list(self._zone(kind, canvas, zone, step.id))) for zone in lanes]
            for zone, said in told:
                if said:
                    yield f"- **{plain(str(zone.label))}**"
                    yield from (f"  - {line}" for line in said)
            if any(said for _zone, said in told):
                yield ""

    def _zone(self, kind: CanvasType, canvas: str, zone: Zone, step: str | None) -> Iterator[str]:
        """What stands in a zone, a text for each thing."""
        project = self._project
        if zone.holds_notes:
            yield from (self._note(kind, note) for note in project.notes_at(canvas, zone.id, step))
        elif zone.kind.endswith("choices"):
            chosen = project.chosen(canvas, zone.id, step)
            yield from (plain(option_label(kind.options(zone.vocabulary), option)) for option in chosen)
        elif zone.kind == "table":
            for line in project.lines_of(canvas, zone.id):
                cells = [
                    self._worded(kind, c.kind, c.vocabulary, project.cell(line.id, c.id))
                    for c in zone.columns
                ]
                yield " · ".join(cell for cell in cells if cell)
        elif zone.kind == "refs":
            yield from (self._target(link.target or "") for link in project.links_from(canvas, zone.id))
        elif zone.kind.endswith("photos"):
            photos = project.photos_at(canvas, zone.id, step)
            yield from (plain(photo.caption or photo.alt or photo.file or "") for photo in photos)
        else:
            value = project.value(canvas, zone.id, step)
            word = project.words(canvas, zone.id, step, "word")
            said = self._worded(kind, zone.kind.removeprefix("grid_"), zone.vocabulary, value)
            if said or word:
                yield " – ".join(part for part in (said, plain(word)) if part)

    def _worded(self, kind: CanvasType, what: str, vocabulary: str | None, value: str | int | None) -> str:
        if value is None or value == "":
            return ""
        if what == "ref":
            return self._target(str(value))
        if vocabulary:
            return plain(option_label(kind.options(vocabulary), value))
        if what == "money":
            return euros(value if isinstance(value, int) else cents(value))
        if what == "check":
            return _("oui") if value == 1 else _("non")
        return decimal(value) if isinstance(value, int) else plain(value)

    def _note(self, kind: CanvasType, note: Note) -> str:
        parts = []
        if note.evidence:
            parts.append(plain(option_label(kind.options("evidence"), note.evidence)))
        if votes := self._project.votes_seen(note.id):
            parts.append(several(votes, "{n} gommette", "{n} gommettes"))
        return plain(note.text or "") + (f" *({', '.join(parts)})*" if parts else "")

    def _target(self, row: str) -> str:
        if row in self._project.canvas:
            return plain(title(self._project, self._types.of(self._project, row), row))
        step, note = self._project.step.get(row), self._project.note.get(row)
        return plain((step.label if step else note.text if note else "") or "")
