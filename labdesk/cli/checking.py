"""`check`: is the file sound, and what would a reviewer say of the dossier."""

import argparse
import json
from datetime import date
from pathlib import Path

from msgspec import to_builtins

from labdesk.cli.projects import reading
from labdesk.cli.reporting import BLOCKED, DONE, UNUSABLE, say, tell
from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.completeness import Finding, Review, review
from labdesk.domain.funding import load_profiles, profile_of
from labdesk.domain.model import Project
from labdesk.words import _, several, typeset


def check(given: argparse.Namespace) -> int:
    """Integrity first, then completeness; 0 nothing blocking, 1 blocking findings, 2 damaged."""
    from labdesk.store import safety

    path: Path = given.file
    integrity = safety.check(path)
    with reading(path) as file:
        project = file.project
    found = of_today(project)
    if given.json:
        say(_as_json(path, integrity.problems, found))
    else:
        _print(integrity.problems, found)
    if not integrity.sound:
        tell(_("Ce fichier est abîmé : « labdesk recover » sauve ce qui peut l’être."))
        return UNUSABLE
    return BLOCKED if found.blocking else DONE


def of_today(project: Project, profile: str | None = None) -> Review:
    """What a reviewer would say today, for the project's own profile or another."""
    known = load_profiles()
    wanted = known.named(profile) if profile else profile_of(project.head, known)
    return review(project, load_catalogue(), wanted, date.today())


def finding_line(finding: Finding) -> str:
    """« Bloquant · Budget prévisionnel · Les dépenses… »."""
    severity = {"blocking": _("Bloquant"), "to_check": _("À vérifier"), "advice": _("Conseil")}
    section = section_name(finding.section)
    return typeset(f"{severity[finding.severity]} · {section} · {finding.sentence} ({finding.rule})")


def section_name(section: str) -> str:
    """The name of a section as people read it."""
    from labdesk.domain.funding import load_sections

    known = load_sections().get(section)
    return str(known.label) if known else section


def _print(problems: tuple[str, ...], found: Review) -> None:
    say(*(problems or (_("Fichier sain."),)))
    say(found.sentence())
    for finding in found.findings:
        say(finding_line(finding))
        if finding.advice:
            say(f"    {finding.advice}")


def _as_json(path: Path, problems: tuple[str, ...], found: Review) -> str:
    answer = {
        "file": str(path),
        "sound": not problems,
        "problems": list(problems),
        "ready": found.ready,
        "total": found.total,
        "blocking": found.blocking,
        "sections": {name: state.state for name, state in found.states.items()},
        "findings": [to_builtins(finding) for finding in found.findings],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def blocking_lines(found: Review) -> tuple[str, ...]:
    """Why a final export is refused, and what is possible instead."""
    points = tuple(finding_line(f) for f in found.findings if f.severity == "blocking")
    head = several(
        found.blocking,
        "Export final refusé : {n} point bloquant.",
        "Export final refusé : {n} points bloquants.",
    )
    offer = _("Un export de travail reste possible : la même commande sans --final (mention « projet »).")
    return (head, *points, offer)
