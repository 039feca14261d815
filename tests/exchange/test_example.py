"""The example that ships: complete, its pictures light, described and ours."""

from PIL import Image

from labdesk import places
from labdesk.exchange.example import FILE, example
from labdesk.exchange.imported import built, pictures_folder

FOLDER = pictures_folder(places.resources() / "examples" / FILE)


def test_every_picture_of_the_example_is_there_and_described() -> None:
    imported = example()
    project = built(imported.gesture)
    assert imported.reported == ()
    assert len(imported.found) == len(project.photo) == 8
    for photo in project.photo.values():
        assert photo.alt is not None
        assert photo.caption is not None
        assert len(photo.alt) > 80
        assert photo.person == "none"


def test_the_pictures_are_light_and_carry_no_metadata() -> None:
    for path in sorted(FOLDER.iterdir()):
        assert path.stat().st_size <= 150_000
        with Image.open(path) as picture:
            assert picture.format == "JPEG"
            assert picture.size == (1600, 1200)
            assert not picture.getexif()


def test_the_licence_stands_beside_the_pictures() -> None:
    assert "CC0" in (FOLDER.parent / "LICENSE.md").read_text("utf-8")
