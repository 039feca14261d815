"""User journeys in mermaid's `journey` syntax, in and out: sections are phases, tasks steps, scores feelings.

The grammar (mermaid 11, journey.jison): keywords know no case; « # » « : » « ; » end a token and cannot be
written plainly, but #58; is read as « : » (entity codes of mermaid's documentation).
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from labdesk.domain.canvas_type import Catalogue, load_catalogue
from labdesk.domain.model import Project, Types, title
from labdesk.errors import Refusal
from labdesk.exchange import files, project_json
from labdesk.exchange.imported import Imported
from labdesk.exchange.json_text import Json, clean, dump
from labdesk.words import _

ACTORS_LANE = "touchpoints"
_FENCE = re.compile(
    r"^(\s*)(```+|~~~+)[ \t]*mermaid\b[^\n]*\n(.*?)^\s*\2", re.MULTILINE | re.DOTALL | re.IGNORECASE
)
_HEADER = re.compile(r"^\s*journey\s*$", re.IGNORECASE)
_DIRECTIVE = re.compile(r"%%\{.*?\}%%", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A\s*---\s*\n.*?\n\s*---\s*\n", re.DOTALL)
_DESCRIPTION = re.compile(r"^\s*accDescr\s*\{[^}]*\}", re.MULTILINE | re.IGNORECASE)
_KEYWORD = re.compile(r"\s*(?:(title|section)(?:\s+|$)|(accTitle|accDescr)\s*:)(.*)", re.IGNORECASE)
_ENTITY = re.compile(r"#(\d+|[a-zA-Z]+);")
_ENTITY_OR_END = re.compile(r"#(\d+|[a-zA-Z]+);|;")


class _Task(Struct):
    label: str
    score: int | None
    actors: tuple[str, ...]


class _Section(Struct):
    label: str
    tasks: list[_Task] = field(default_factory=list)


class _Journey(Struct):
    title: str
    sections: list[_Section]


# -- in -----------------------------------------------------------------------------------------------
def read_file(path: Path, catalogue: Catalogue | None = None) -> Imported:
    """The journeys of a .mmd file, or of the mermaid blocks of a Markdown file."""
    return read(files.read_text(path), path.name, catalogue)


def read(text: str, source: str, catalogue: Catalogue | None = None) -> Imported:
    """A project with a journey for each diagram, and a persona for the actor who is in most of its steps."""
    reported: list[str] = []
    journeys = [_journey(lines, first, source, reported) for lines, first in _diagrams(clean(text), source)]
    found = project_json.read(dump(_as_project(journeys)), source, catalogue)
    return Imported(found.gesture, (*reported, *found.reported))


def _diagrams(text: str, source: str) -> Iterator[tuple[list[str], int]]:
    """The lines of each journey diagram, and the number of the first in the file."""
    blocks = [(m.group(3), text.count("\n", 0, m.start(3)) + 1) for m in _FENCE.finditer(text)] or [(text, 1)]
    found = False
    for block, first in blocks:
        lines = _silenced(block).split("\n")
        head = next((i for i, line in enumerate(lines) if _without_comment(line).strip()), None)
        if head is not None and _HEADER.match(_without_comment(lines[head])):
            found = True
            yield lines[head + 1 :], first + head + 1
    if not found:
        raise Refusal(
            _(
                "{file} : aucun parcours mermaid (une ligne « journey » est attendue). Rien n’a été importé."
            ).format(file=source)
        )


def _silenced(block: str) -> str:
    """Without what says nothing of the journey; the lines keep their numbers."""
    for silent in (_FRONT_MATTER, _DIRECTIVE, _DESCRIPTION):
        block = silent.sub(lambda hit: "\n" * hit.group().count("\n"), block)
    return block


def _journey(lines: list[str], first: int, source: str, reported: list[str]) -> _Journey:
    journey = _Journey("", [])
    for number, raw in enumerate(lines, first):
        line = _without_comment(raw)
        if not line.strip():
            continue
        keyword = _KEYWORD.match(line)
        if keyword:
            word = keyword.group(1) or keyword.group(2)
            _take_keyword(journey, word, keyword.group(3), f"{source}, {number}", reported)
            continue
        if not journey.sections:
            journey.sections.append(_Section(_("Parcours")))
        journey.sections[-1].tasks.append(_task(line, f"{source}, {number}", reported))
    return journey


def _without_comment(line: str) -> str:
    """The line up to a comment; an entity code (#58;) is no comment."""
    line = line.partition("%%")[0]
    plain = _ENTITY.sub(lambda hit: "\0" * len(hit.group()), line)
    return line[: plain.index("#")] if "#" in plain else line


def _take_keyword(journey: _Journey, word: str, said: str, at: str, reported: list[str]) -> None:
    if word.lower() == "title":
        journey.title = _plain(said)
    elif word.lower() == "section":
        journey.sections.append(_Section(_plain(said)))
    else:
        reported.append(_("{place} : « {word} » n’est pas repris.").format(place=at, word=word))


def _task(line: str, at: str, reported: list[str]) -> _Task:
    """« Étape: 3: Inès, Awa »; the score and the actors may be missing."""
    label, *rest = line.split(":")
    score = _score(rest[0], at, reported) if rest else None
    actors = ",".join(rest[1:]).split(",")
    return _Task(_plain(label), score, tuple(dict.fromkeys(name for a in actors if (name := _plain(a)))))


def _score(said: str, at: str, reported: list[str]) -> int | None:
    """1 to 5, as −2 to +2; what is out of range is brought to the nearest end."""
    if not said.strip():
        return None
    try:
        given = float(said.strip().replace(",", "."))
        number = min(max(round(given), 1), 5)
    except (ValueError, OverflowError):
        reported.append(
            _("{place} : « {score} » n’est pas une note de 1 à 5.").format(place=at, score=said.strip())
        )
        return None
    if given != number:
        note = _("{place} : la note {score} est lue {number}.")
        reported.append(note.format(place=at, score=said.strip(), number=number))
    return number - 3


def _plain(said: str) -> str:
    """A token as people read it: entity codes decoded, a lone « ; » and runs of spaces made one space."""

    def decoded(hit: re.Match[str]) -> str:
        code = hit.group(1)
        if code is None:
            return " "
        return html.unescape(f"&#{code};" if code.isdigit() else f"&{code};")

    return " ".join(clean(_ENTITY_OR_END.sub(decoded, said)).split())


def _as_project(journeys: list[_Journey]) -> Json:
    """The diagrams in the form of a JSON project."""
    names = [name for journey in journeys if (name := _main_actor(journey))]
    personas = list(dict.fromkeys(names))
    project: dict[str, Json] = {"title": journeys[0].title} if journeys[0].title else {}
    if personas:
        project["personas"] = [
            {"id": f"persona_{rank}", "name": name} for rank, name in enumerate(personas, 1)
        ]
    project["journeys"] = [_as_canvas(journey, personas) for journey in journeys]
    return project


def _main_actor(journey: _Journey) -> str:
    """Who is in most steps; the first named of equals."""
    count = Counter(actor for section in journey.sections for task in section.tasks for actor in task.actors)
    return max(count, key=lambda actor: count[actor], default="")


def _as_canvas(journey: _Journey, personas: list[str]) -> Json:
    who = _main_actor(journey)
    canvas: dict[str, Json] = {"title": journey.title} if journey.title else {}
    if who:
        canvas["persona"] = f"persona_{personas.index(who) + 1}"
    labels = [section.label for section in journey.sections]
    canvas["phases"] = list(labels)
    steps: list[Json] = []
    for rank, section in enumerate(journey.sections, 1):
        for task in section.tasks:
            phase: Json = section.label if labels.index(section.label) == rank - 1 else rank
            step: dict[str, Json] = {"phase": phase, "label": task.label}
            if task.score is not None:
                step["emotion"] = task.score
            others: list[Json] = [actor for actor in task.actors if actor != who]
            if others:
                step["cells"] = {ACTORS_LANE: others}
            steps.append(step)
    canvas["steps"] = steps
    return canvas


# -- out ----------------------------------------------------------------------------------------------
def write(project: Project, catalogue: Catalogue | None = None, canvas: str | None = None) -> str:
    """One journey as a diagram: the one asked for, or the only one of the project."""
    journeys = [c.id for c in project.canvases("journey")]
    if canvas is None and len(journeys) != 1:
        raise Refusal(_("Un fichier mermaid tient un seul parcours : dites lequel avec --canvas."))
    wanted = canvas or journeys[0]
    if not project.steps_of(wanted):
        raise Refusal(_("Ce canevas n’a pas d’étapes : il ne s’écrit pas en mermaid."))
    return diagram(project, wanted, catalogue)


def diagram(project: Project, canvas: str, catalogue: Catalogue | None = None) -> str:
    """The diagram of a journey. A step nobody scored is written without a score, never with one of ours."""
    types = Types(catalogue or load_catalogue())
    kind = types.of(project, canvas)
    persona = str(project.value(canvas, "persona") or "")
    who = title(project, types.of(project, persona), persona) if persona in project.canvas else _("Usager")
    lines = ["journey", f"    title {_escaped(title(project, kind, canvas), '#;')}"]
    phase: str | None = ""
    for step in project.steps_of(canvas):
        if step.phase != phase:
            phase = step.phase
            row = project.phase.get(phase or "")
            name = (row.label if row else "") or _("Sans phase")
            lines.append(f"    section {_escaped(name)}")
        value = project.value(canvas, "emotions", step.id)
        score = str(value + 3) if isinstance(value, int) else ""
        label = _escaped(step.label or "") or _("Sans titre")
        lines.append(f"      {_not_a_keyword(label)}: {score}: {_escaped(who, '#:;,')}")
    return "\n".join(lines) + "\n"


def _escaped(text: str, signs: str = "#:;") -> str:
    """The signs that end a token, as entity codes; « %% » would start a comment."""
    coded = "".join(f"#{ord(letter)};" if letter in signs else letter for letter in text)
    return " ".join(coded.replace("%%", "#37;#37;").split())


def _not_a_keyword(label: str) -> str:
    """A step whose name begins like a keyword (« Title deed ») has its first letter coded."""
    if re.match(r"(journey|title|section|accTitle|accDescr)\b", label, re.IGNORECASE):
        return f"#{ord(label[0])};{label[1:]}"
    return label
