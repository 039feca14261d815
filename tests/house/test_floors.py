"""The floors: imports go down only, the lower ones live without Qt, and nothing reaches a network."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "labdesk").rglob("*.py"))
NETWORK = {
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "xmlrpc",
}
NETWORK |= {
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineWidgets",
    "aiohttp",
    "httpx",
    "requests",
    "urllib.request",
}


def imports(path: Path) -> Iterator[str]:
    """Every module this file imports: `from urllib import request` gives urllib.request too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_go_down_only() -> None:
    """The contracts of pyproject.toml, held by import-linter."""
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lower_floors_can_be_imported_without_qt() -> None:
    floors = ("domain", "store", "dossier", "exchange", "cli", "words", "places", "errors")
    names = [module_name(path) for path in MODULES]
    lower = [name for name in names if name.split(".")[1:2] and name.split(".")[1] in floors]
    program = "import sys, importlib\nsys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
    program += "for name in sys.argv[1:]: importlib.import_module(name)"
    done = subprocess.run([sys.executable, "-c", program, *lower], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_knows_a_network(path: Path) -> None:
    found = {name for name in imports(path) for net in NETWORK if name == net or name.startswith(f"{net}.")}
    assert found == set()


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
