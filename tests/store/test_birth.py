"""A new project file is whole, its pictures too, or not there at all."""

from pathlib import Path

import pytest
from PIL import Image

from labdesk.domain.gesture import Gesture, born
from labdesk.errors import Refusal
from labdesk.exchange.project_json import read
from labdesk.store.birth import bear
from labdesk.store.session import Session

PHOTO = '{"prototypes": [{"id": "p", "photos": [{"file": "guichet.png", "alt": "x"}]}]}'


def test_pictures_beside_the_source_are_in_the_file(tmp_path: Path) -> None:
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "guichet.png")
    source = tmp_path / "projet.json"
    path = tmp_path / "projet.labdesk"
    imported = read(PHOTO, source.name).looked_for(source)
    assert len(imported.found) == 1
    assert bear(path, imported.illustrated, imported.sources()) == ()
    session = Session.open(path)
    photo = next(iter(session.project.photo.values()))
    assert photo.picture is not None
    assert session.picture(photo.picture, "thumbnail").startswith(b"\xff\xd8")
    session.close()


def test_a_picture_that_is_none_does_not_lose_the_project(tmp_path: Path) -> None:
    (tmp_path / "guichet.png").write_bytes(b"pas une image")
    source = tmp_path / "projet.json"
    imported = read(PHOTO, source.name).looked_for(source)
    unread = bear(tmp_path / "projet.labdesk", imported.illustrated, imported.sources())
    assert unread == ("La photo «\u00a0guichet.png\u00a0» n’a pas pu être lue\u00a0: sa place est vide.",)
    session = Session.open(tmp_path / "projet.labdesk")
    assert [photo.alt for photo in session.project.photo.values()] == ["x"]
    session.close()


def test_a_strict_birth_refuses_a_picture_that_is_none_and_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "guichet.png").write_bytes(b"pas une image")
    imported = read(PHOTO, "projet.json").looked_for(tmp_path / "projet.json")
    path = tmp_path / "projet.labdesk"
    with pytest.raises(Refusal, match=r"guichet\.png"):
        bear(path, imported.illustrated, imported.sources(), strict=True)
    assert list(tmp_path.iterdir()) == [tmp_path / "guichet.png"]


def test_what_cannot_be_written_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "projet.labdesk"
    with pytest.raises(Refusal):
        bear(path, lambda _pictures: Gesture("Nouveau", born("note", "n", text="x" * 10_000)))
    assert not path.exists()
