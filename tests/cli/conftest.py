"""What the tests of the command line stand on: a command typed, the example in a folder of the test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from labdesk.__main__ import main
from labdesk.cli import DONE
from labdesk.domain.commands import dossier
from labdesk.store.session import Session

EXAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "example_attractivite.json"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command: its exit code, what it gave, what it said."""

    def typed(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        given, said = capsys.readouterr()
        assert "Traceback" not in said
        return code, given, said

    return typed


@pytest.fixture(scope="session")
def example_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("exemple") / "exemple.labdesk"
    assert main(["example", str(path)]) == DONE
    return path.read_bytes()


@pytest.fixture
def example(tmp_path: Path, example_bytes: bytes) -> Path:
    """The example project, in a folder of this test."""
    path = tmp_path / "exemple.labdesk"
    path.write_bytes(example_bytes)
    return path


def pages_text(path: Path) -> str:
    document = PdfDocument(path)
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(said.split())


def letters(text: str) -> str:
    """A text without spaces and hyphens: lines end where they like."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\u00ad\ufffe")


@pytest.fixture
def unbalanced(example: Path) -> Path:
    """The example, one euro short."""
    session = Session.open(example)
    row = session.project.in_order("resource")[0]
    session.do(dossier.set_row(session.project, "resource", row.id, "amount", 3_809_900))
    session.close()
    return example


def listing(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
