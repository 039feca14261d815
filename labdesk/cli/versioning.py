"""`versions`: the exports a project remembers and what changed since; and how `export` keeps one more."""

import argparse
from datetime import date, datetime

from labdesk.cli.projects import reading
from labdesk.cli.reporting import DONE, say, tell
from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.changes import Changes
from labdesk.domain.commands.versions import Kept, in_time, keep_version
from labdesk.domain.entities import Version
from labdesk.domain.funding import load_profiles, profile_of
from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.words import _, day, euros, typeset

LAST = "last"
DOCUMENTS = (".pdf", ".docx", ".odt")


def versions(given: argparse.Namespace) -> int:
    """All of them, the last one first; or what the project says now that one did not."""
    with reading(given.file) as file:
        project = file.project
    if given.since is None:
        say(*(line(version) for version in in_time(project)))
        if not project.version:
            tell(_("Aucune version : chaque export du dossier, de la note ou du compte rendu en garde une."))
        return DONE
    from labdesk.dossier.changes import called, changes_since, counted

    version = named_version(project, given.since)
    profile = profile_of(project.head, load_profiles())
    changes = changes_since(project, load_catalogue(), profile, date.today(), version.id)
    say(_("Depuis {version} : {what}").format(version=called(version), what=counted(changes)))
    say(*_lines(changes))
    return DONE


def line(version: Version) -> str:
    """« 2027-03-03 10:42 · Dossier, pdf, définitif · envoyée au SGAR · dossier.pdf »."""
    what = {"dossier": _("Dossier"), "note": _("Note"), "report": _("Compte rendu")}
    kind = what.get(version.what or "", version.what or "")
    state = _("définitif") if version.final else _("brouillon")
    moment = (version.at or "")[:16].replace("T", " ")
    if version.what == "report":  # a report is neither: it asks for nothing
        state = ""
    parts = (
        moment,
        ", ".join(filter(None, (kind, version.form, state))),
        version.name or "",
        version.file or "",
    )
    return typeset(" · ".join(part for part in parts if part))


def named_version(project: Project, wanted: str) -> Version:
    """The version called so, else the last one of that day, else « last »: the last of all."""
    found = in_time(project)
    if wanted == LAST and found:
        return found[0]
    for version in found:
        if wanted.casefold() == (version.name or "").casefold() or wanted == version.id:
            return version
    for version in found:
        moment = (version.at or "").replace("T", " ")
        if len(wanted) >= len("2027-03-03") and moment.startswith(wanted.replace("T", " ")):
            return version
    known = "\n".join(f"  {line(version)}" for version in found) or _("  (aucune version)")
    raise Refusal(_("Aucune version « {name} » dans ce projet :").format(name=wanted) + f"\n{known}")


def _lines(changes: Changes) -> list[str]:
    from labdesk.dossier.changes import difference, headed, marked, section_name

    said = [
        f"{one.label} : {euros(one.old) or '–'} → {euros(one.new) or '–'} ({difference(one)})"
        for one in changes.amounts
    ]
    for change in changes.sections:
        said.append(headed(change))
        said += ["    " + "".join(marked(p.mark, p.text) for p in words) for words in change.lines]
    said += [
        _("Levé : {what}").format(what=f"{section_name(p.section)}. {p.sentence}") for p in changes.solved
    ]
    said += [
        _("Nouveau : {what}").format(what=f"{section_name(p.section)}. {p.sentence}") for p in changes.found
    ]
    return [typeset(words) for words in said]


# -- keeping ------------------------------------------------------------------------------------------
def keeps(given: argparse.Namespace) -> bool:
    """This export leaves a version in the project."""
    return given.out.suffix.lower() in DOCUMENTS and given.canvas is None and not given.no_keep


def keep(given: argparse.Namespace, project: Project, kept: Kept, profile: str) -> None:
    """Write the version into the project. Where that cannot be, the export stands all the same."""
    from labdesk.store.author import laptop
    from labdesk.store.project_file import ProjectFile

    what = "note" if given.note else "report" if given.report else "dossier"
    try:
        file = ProjectFile.open(given.file, laptop())
        try:
            if file.read_only:
                raise Refusal(_("« {file} » ne peut qu’être lu d’ici.").format(file=given.file.name))
            _row, gesture = keep_version(
                file.project,
                kept,
                at=datetime.now().astimezone().isoformat(timespec="seconds"),
                what=what,
                form=given.out.suffix.lower().removeprefix("."),
                final=given.final or given.report,
                file=given.out.name,
                profile=profile,
                asked=frozenset(given.agree),
                name=given.keep_as,
            )
            file.do(gesture, forever=True)
        finally:
            file.close()
    except Refusal as why:
        tell(_("Le document est écrit ; la version n’est pas gardée dans le projet.") + f" {why.sentence}")
    else:
        if given.keep_as:
            say(
                _("Version gardée : {day}, « {name} »").format(
                    day=day(date.today().isoformat()), name=given.keep_as
                )
            )
