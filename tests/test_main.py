"""The way in: a command needs no window, and each half is imported alone."""

import subprocess
import sys


def test_the_way_in_imports_neither_half_before_it_knows_which() -> None:
    program = "import sys, labdesk.__main__ as way; print({'PySide6', 'labdesk.app', 'labdesk.cli'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_a_command_runs_where_there_is_no_qt(tmp_path: object) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from labdesk.__main__ import main\n"
        "sys.exit(main(['check', 'absent.labdesk']))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=str(tmp_path))
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    assert "absent.labdesk" in told.stderr + told.stdout
