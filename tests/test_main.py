"""The way in: a command needs no window, and each half is imported alone."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_way_in_imports_neither_half_before_it_knows_which() -> None:
    halves = "{'PySide6', 'labdesk.app', 'labdesk.cli'}"
    program = f"import sys, labdesk.__main__ as way; print({halves} & set(sys.modules))"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "set()"


def test_a_command_runs_where_there_is_no_qt() -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from labdesk.__main__ import main\n"
        "sys.exit(main(['check', 'absent.labdesk']))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    assert "absent.labdesk" in told.stderr + told.stdout


def test_a_mistyped_command_is_wrong_usage_and_opens_no_window() -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from labdesk.__main__ import main\n"
        "sys.exit(main(['exprot', 'x.labdesk', 'y.pdf']))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    assert "exprot" in told.stderr
