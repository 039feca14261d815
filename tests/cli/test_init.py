"""The command line as a program: no window library, any console, a report after a bug."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from labdesk.cli import DONE, UNUSABLE
from tests.cli.conftest import EXAMPLE, Run


def program(*words: object, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "labdesk", *map(str, words)],
        capture_output=True,
        env={**os.environ, **env},
        cwd=EXAMPLE.parents[2],
    )


def test_something_unforeseen_leaves_a_report_and_no_trace_on_screen(
    run: Run, example: Path, tmp_path: Path, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "le texte " + "secret".upper()

    def broken(*_a: object, **_k: object) -> None:
        raise ZeroDivisionError(words)

    monkeypatch.setattr("json.dumps", broken)
    code, given, said = run("export", example, tmp_path / "x.json")
    assert (code, given) == (UNUSABLE, "")
    reports = list((own_data_folder / "reports").glob("rapport-*.txt"))
    assert len(reports) == 1
    assert str(reports[0]) in said
    assert "ZeroDivisionError" in reports[0].read_text("utf-8")
    assert "SECRET" not in reports[0].read_text("utf-8") + said


def test_commands_need_no_window_library(example: Path, tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from labdesk.__main__ import main\n"
        f"code = main(['export', {str(example)!r}, {str(tmp_path / 'n.pdf')!r}, '--note'])\n"
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=EXAMPLE.parents[2])
    assert done.returncode == DONE, done.stderr
    assert (tmp_path / "n.pdf").exists()


def test_a_console_without_accents_does_not_stop_a_command(example: Path) -> None:
    done = program("check", example, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == DONE, done.stderr
    assert b"sections pr?tes" in done.stdout


def test_a_result_can_be_read_by_half(example: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "labdesk", "check", str(example), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=EXAMPLE.parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert io.BytesIO(example.read_bytes()).read(6) == b"SQLite"
