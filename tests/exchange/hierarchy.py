"""A hierarchy for the tests: documents that leave, hands that correct them, what comes back."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from labdesk.domain.commands.dossier import write_section
from labdesk.domain.corrections.outline import Outline
from labdesk.domain.corrections.returned import Back
from labdesk.domain.corrections.sorting import likeliest, sort
from labdesk.domain.model import Project
from labdesk.dossier.compose import Wish
from labdesk.dossier.documents import Document
from labdesk.dossier.note import decision_note
from labdesk.dossier.open_text import write_odt
from labdesk.dossier.outline import outline
from labdesk.dossier.report import workshop_report
from labdesk.dossier.word import write_docx
from labdesk.exchange.corrected import read_corrected
from tests.dossier.telling import TODAY, told
from tests.memory import catalogue, done

BODY = {"docx": "word/document.xml", "odt": "content.xml"}
FORMS = tuple(BODY)
MARKS = re.compile(r"<(?:w:bookmark\w+|text:bookmark\w*)\b[^>]*/>|</?text:section\b[^>]*>")
Hand = Callable[[str], str]


def no_picture(sha: str) -> bytes:
    """The tests of words need no picture."""
    raise KeyError(sha)


def document_of(project: Project, what: str) -> Document:
    """A dossier, a note or a report of a project."""
    if what == "dossier":
        return told(project)
    make = decision_note if what == "note" else workshop_report
    return make(project, catalogue(), Wish(TODAY))


def sent(project: Project, form: str, folder: Path, what: str = "dossier") -> Path:
    """A document that leaves."""
    write = write_docx if form == "docx" else write_odt
    path = folder / f"{what}.{form}"
    path.write_bytes(write(document_of(project, what), no_picture))
    return path


def corrected(path: Path, hand: Hand) -> Path:
    """The same file after a hand went over its body."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    body = BODY[path.suffix[1:]]
    text = parts[body].decode()
    after = hand(text)
    assert after != text, "the hand found nothing to correct"
    made = path.with_stem("corrigé")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as new:
        for name, content in (parts | {body: after.encode()}).items():
            new.writestr(name, content)
    made.write_bytes(data.getvalue())
    return made


def instead(old: str, new: str) -> Hand:
    """Words replaced by others, wherever they stand."""
    return lambda body: body.replace(old, new)


def without_marks(body: str) -> str:
    """What an editor that knows no bookmark saves."""
    return MARKS.sub("", body)


def outlines(project: Project) -> list[Outline]:
    """What each document says now."""
    return [outline(what, document_of(project, what)) for what in ("dossier", "note", "report")]


def back(path: Path, project: Project) -> Back:
    """A file read and sorted against the project of now."""
    read = read_corrected(path)
    return sort(read, likeliest(read, outlines(project)))


def words(came: Back, section: str) -> list[str]:
    """The lines of a text that came back."""
    return [line.words for one in came.sections if one.section == section for line in one.lines]


def with_texts(project: Project, **texts: str) -> Project:
    """The project with these texts in these sections."""
    for section, text in texts.items():
        project = done(project, write_section(project, section, text))
    return project


def saved_again(paths: Sequence[Path], form: str) -> Iterator[Path]:
    """The files as LibreOffice saves them; the test is skipped where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("not installed here: soffice")
    folder = paths[0].parent / "office"
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [office, home, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(order, check=True, capture_output=True, timeout=300)
    return (folder / f"{path.stem}.{form}" for path in paths)
