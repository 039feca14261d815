"""What the command line says: sentences on stderr, exit codes, a report file after something unforeseen."""

import platform
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from labdesk import places
from labdesk.errors import Refusal
from labdesk.words import _

DONE, BLOCKED, UNUSABLE = 0, 1, 2


class Blocked(Refusal):
    """A final export with blocking findings: exit code 1."""


def make_printable() -> None:
    """A console that lacks a letter shows « ? » rather than stopping the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def tell(*lines: str) -> None:
    """Sentences for the person, on stderr."""
    for line in lines:
        print(line, file=sys.stderr)


def say(*lines: str) -> None:
    """Results, on stdout."""
    for line in lines:
        print(line)


def written_down(bug: BaseException) -> str:
    """Write the report of a bug and give the sentence that names it. No text of the project goes into it."""
    trace = "".join(traceback.format_tb(bug.__traceback__)) + type(bug).__name__
    text = f"{platform.platform()} · Python {platform.python_version()}\n{trace}\n"
    sentence = _(
        "Une erreur imprévue a arrêté la commande. Vos fichiers n’ont pas été changés. Rapport : {path}"
    )
    for folder in (_reports, lambda: Path(tempfile.gettempdir())):
        try:
            path = folder() / f"rapport-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
            path.write_text(text, "utf-8")
        except OSError:
            continue
        return sentence.format(path=path)
    return sentence.format(path=trace.splitlines()[-1])


def _reports() -> Path:
    folder = places.data() / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
