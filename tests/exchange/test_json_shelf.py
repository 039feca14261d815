"""The names of the pictures that an export lays beside the JSON."""

import pytest

from labdesk.domain.commands import canvases
from labdesk.domain.model import Project
from labdesk.exchange import project_json
from tests.exchange.deeds import after
from tests.exchange.projects import CATALOGUE


def exported(*photos: tuple[str, str]) -> dict[str, str]:
    canvas, gesture = canvases.create_canvas(Project.empty(), CATALOGUE.types["prototype"])
    project = after(Project.empty(), gesture)
    for file, sha in photos:
        project = after(project, canvases.add_photo(project, canvas, "photos", sha, file=file)[1])
    return dict(project_json.write(project).pictures)


def test_two_pictures_of_the_same_name_get_two_names() -> None:
    assert exported(("IMG 1.jpg", "a"), ("img 1.JPG", "b")) == {"IMG 1.jpg": "a", "img 1-2.JPG": "b"}


def test_the_same_picture_twice_is_written_once() -> None:
    assert exported(("a.jpg", "a"), ("a.jpg", "a")) == {"a.jpg": "a"}


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("../../a.jpg", "a.jpg"),
        ("/etc/a.jpg", "etc/a.jpg"),
        ("C:\\a.jpg", "C_/a.jpg"),
        ("aux.jpg", "_aux.jpg"),
        ("quoi ?.jpg", "quoi _.jpg"),
        ("", "c0ffee.jpg"),
    ],
)
def test_a_name_is_made_safe_for_every_system(said: str, written: str) -> None:
    assert list(exported((said, "c0ffee"))) == [written]
