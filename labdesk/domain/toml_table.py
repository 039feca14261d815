"""A TOML text as a table, read once per laptop: the canvases that ship are 40 kB that never change."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from labdesk import places
from labdesk.digest import sha256

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


def _forget_oldest(folder: Path) -> None:
    files = list(folder.iterdir())
    if len(files) > MOST:
        for old in sorted(files, key=lambda file: file.stat().st_mtime)[: MOST // 2]:
            old.unlink(missing_ok=True)
