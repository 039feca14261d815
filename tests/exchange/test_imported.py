"""The pictures an import names: found beside the file, never elsewhere."""

import json
from pathlib import Path

import pytest

from labdesk.exchange import project_json


def project_with(file: str, folder: Path) -> Path:
    path = folder / "projet.json"
    path.write_text(json.dumps({"prototypes": [{"photos": [{"file": file, "alt": "Un kit"}]}]}), "utf-8")
    return path


@pytest.mark.parametrize("place", ["projet_photos/kit.jpg", "kit.jpg", "projet/kit.jpg", "photos/kit.jpg"])
def test_a_picture_is_found_beside_the_file_or_in_a_folder_beside(tmp_path: Path, place: str) -> None:
    picture = tmp_path / place
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(b"...")
    imported = project_json.read_file(project_with("kit.jpg", tmp_path))
    assert list(imported.found.values()) == [picture.resolve()]
    assert imported.reported == ()


@pytest.mark.parametrize(
    "name", ["../secret.jpg", "/etc/passwd", "C:\\secret.jpg", "absent.jpg", "a\0b.jpg", "x" * 299]
)
def test_a_name_never_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"...")
    home = tmp_path / "la"
    home.mkdir()
    imported = project_json.read_file(project_with(name, home))
    assert imported.found == {}
    assert "n’est pas à côté du fichier" in imported.reported[-1]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"...")
    home = tmp_path / "la"
    home.mkdir()
    (home / "kit.jpg").symlink_to(tmp_path / "secret.jpg")
    assert project_json.read_file(project_with("kit.jpg", home)).found == {}
