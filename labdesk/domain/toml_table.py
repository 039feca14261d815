"""TOML: a text as a table, read once per laptop (what ships is 40 kB that never changes); folders."""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from labdesk import places
from labdesk.digest import sha256
from labdesk.errors import Refusal
from labdesk.words import _

T = TypeVar("T")
MOST = 300
"""Texts kept: far more than ships; a profile that is being edited is a new text each time."""


def toml_table(text: str) -> dict[str, Any]:
    """What `tomllib.loads` gives, 12 ms sooner at each start but the first; ValueError when it is no TOML.

    The table of a text is kept as JSON under the name of the text's sha-256, in `lus` beside the data. A
    file that is missing, cut or not to be written costs the reading of the TOML, nothing else.
    """
    kept = places.already_read() / f"{sha256(text.encode()).hexdigest()}.json"
    with suppress(OSError, ValueError):
        table = json.loads(kept.read_bytes())
        if isinstance(table, dict):
            return table
    import tomllib

    table = tomllib.loads(text)
    with suppress(OSError, TypeError):  # a date is no JSON
        told = json.dumps(table, ensure_ascii=False)
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_text(told, "utf-8")
        beside.replace(kept)
        _forget_oldest(kept.parent)
    return table


def table_of(text: str, source: str) -> dict[str, Any]:
    """The same; a Refusal names `source` (a file) when it is no TOML."""
    try:
        return toml_table(text)
    except ValueError as error:
        raise Refusal(
            _("{file} : ce n’est pas un fichier TOML correct ({why}).").format(file=source, why=error)
        ) from error


def _forget_oldest(folder: Path) -> None:
    files = list(folder.iterdir())
    if len(files) > MOST:
        for old in sorted(files, key=lambda file: file.stat().st_mtime)[: MOST // 2]:
            old.unlink(missing_ok=True)


def read_each(
    folders: Iterable[Path], read: Callable[[str, str], T], unreadable: str
) -> tuple[list[T], tuple[str, ...]]:
    """What `read` makes of each TOML file (its text, its name) of these folders, in order; why the wrong ones
    were refused: the others are read all the same. `unreadable`: the sentence with {file} and {why}."""
    found: list[T] = []
    refused: list[str] = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            try:
                found.append(read(path.read_text("utf-8"), path.name))
            except Refusal as refusal:
                refused.append(refusal.sentence)
            except (OSError, ValueError) as error:
                refused.append(unreadable.format(file=path.name, why=error))
    return found, tuple(refused)
