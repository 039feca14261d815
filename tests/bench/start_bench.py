"""From the start of the process to the first complete paint, beside a bare PySide6 window; memory."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.projects import write
from tests.bench.start_probe import BIRTH

RUNS = 5


def run() -> None:
    """Print the medians, and each as a ratio to the bare window of the same run."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        files = {
            f"project of {notes} notes": str(write(home / f"{notes}.labdesk", notes))
            for notes in (0, 300, 2000)
        }
        starts = {
            "Accueil, no project": ["product"],
            **{name: ["product", file] for name, file in files.items()},
        }
        if (example := _example(home)) is not None:
            starts["the example"] = ["product", str(example)]
        told: dict[str, list[dict[str, Any]]] = {name: [] for name in ("bare PySide6 window", *starts)}
        for _warm_up in range(2):
            for arguments in (["bare"], *starts.values()):
                _start(home, arguments)
        for _each in range(RUNS):  # interleaved: a busy moment of the machine hits all of them
            for name, arguments in {"bare PySide6 window": ["bare"], **starts}.items():
                told[name].append(_start(home, arguments))
    reference = statistics.median(one["ms"] for one in told["bare PySide6 window"])
    for name, runs in told.items():
        ms, mb = (statistics.median(one[unit] for one in runs) for unit in ("ms", "mb"))
        print(f"{name:24s} {ms:6.0f} ms  {ms / reference:5.2f} × bare  {mb:5.0f} MB")


def _start(home: Path, arguments: list[str]) -> dict[str, Any]:
    """One start in a process of its own, with its own data folder and compiled modules."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        "LABDESK_DATA": str(home / f"data-{Path(arguments[-1]).stem}"),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
        BIRTH: repr(time.time()),
    }
    command = [sys.executable, "-m", "tests.bench.start_probe", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _example(home: Path) -> Path | None:
    from labdesk.cli import main

    path = home / "exemple.labdesk"
    return path if main(["example", str(path)]) == 0 else None
