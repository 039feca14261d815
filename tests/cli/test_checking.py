"""Is the file sound, and what would a reviewer say."""

import json
from pathlib import Path

from labdesk.cli import BLOCKED, DONE
from tests.cli.conftest import Run


def test_a_check_can_be_read_by_a_program(run: Run, unbalanced: Path) -> None:
    code, given, _said = run("check", unbalanced, "--json")
    answer = json.loads(given)
    assert code == BLOCKED
    assert answer["sound"] is True
    assert answer["blocking"] == sum(finding["severity"] == "blocking" for finding in answer["findings"]) > 0
    assert answer["total"] == len(answer["sections"]) == 17


def test_a_check_tells_each_finding_and_what_to_do(run: Run, example: Path) -> None:
    code, given, _said = run("check", example)
    assert code == DONE
    assert given.startswith("Fichier sain.\n17 sections prêtes sur 17")
