"""What the tests of this folder share: a project whose name holds all that a URI would take for itself."""

from pathlib import Path

import pytest

from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE, note

NAME = "Dossier d’été #1 ?.labdesk"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    file = ProjectFile.create(path, ANNE)
    file.do(note("n1", "un").and_then(note("n2", "x" * 2000)))
    file.close()
    return path
