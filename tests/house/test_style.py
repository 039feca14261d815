"""What a newcomer may rely on in every file of the repository."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "labdesk").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
OWN_ROOMS = {"access", "house", "journeys", "faults", "bench", "paper"}  # they mirror no module

UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|NotImplemented" + "Error")
VAGUE = {"util", "utils", "helper", "helpers", "manager", "base", "common", "misc"}
# A registry's host or a path of somebody's machine would break the build for everyone else.
PLACES = re.compile(
    r"pypi\.(org|python)|files\.pythonhosted|registry\.npmjs|deb\.debian\.org|snapshot\.debian"
    r"|(?<![\w.])/(work|root|home/\w+|Users/\w+|tmp/plan)/"
)


def tracked() -> list[Path]:
    """Files under version control that are text; licences and fonts are other people's words."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True).stdout
    names = [name for name in listed.split("\0") if name]
    kept = [
        ROOT / name
        for name in names
        if not name.startswith(("resources/fonts/", "resources/icons/", "LICENSE"))
    ]
    return [path for path in kept if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    texts = [(path, path.read_text("utf-8")) for path in tracked() if path != Path(__file__)]
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}" for path, text in texts for hit in PLACES.finditer(text)
    ]
    assert found == []


def test_nothing_is_left_unfinished() -> None:
    texts = [(path, path.read_text("utf-8")) for path in tracked()]
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path, text in texts
        for hit in UNFINISHED.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_opens_with_a_sentence_and_is_named_after_what_is_in_it(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    sentence = ast.get_docstring(tree)
    assert sentence, "no module docstring"
    assert sentence.splitlines()[0].endswith((".", "!", "?", "»"))
    assert path.stem not in VAGUE
    assert not any(
        isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
        for node in ast.walk(tree)
    ), "import * costs 200 ms at start with PySide6"


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_tests_mirror_the_code(path: Path) -> None:
    """tests/store/test_history.py, or test_history_torture.py, speaks of labdesk/store/history.py."""
    room = path.relative_to(ROOT / "tests").parent
    if room.parts[:1] and room.parts[0] in OWN_ROOMS:
        return
    subject = path.stem.removeprefix("test_")
    folder = ROOT / "labdesk" / room
    known = [module.stem.strip("_") for module in folder.glob("*.py")] + [
        part.name for part in folder.glob("*/")
    ]
    assert any(subject == name or subject.startswith(f"{name}_") for name in known), (
        f"no module for {path.name}"
    )
