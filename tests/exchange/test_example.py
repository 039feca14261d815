"""The example that ships: complete, its pictures light, described and ours."""

from datetime import datetime

from PIL import Image

from labdesk import places
from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.model import Types
from labdesk.domain.running_order import stops
from labdesk.domain.table_day import first_canvas, of_table, tables_named
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


def test_the_day_of_the_example_is_timed_and_every_sequence_projects_something() -> None:
    """A newcomer presses F5 and has a running order, a timer, and tables that open on their canvas."""
    project, types = built(example().gesture), Types(load_catalogue())
    order = stops(project, types)
    assert len(order) == 12
    assert all(stop.minutes and stop.lens is not None for stop in order)
    assert {stop.lens.kind for stop in order if stop.lens} >= {
        "welcome",
        "agenda",
        "grid",
        "curve",
        "irritants",
    }
    assert sum(stop.minutes or 0 for stop in order) == 300
    morning = datetime(2027, 3, 9, 9, 0)
    for table in tables_named(project):
        assert first_canvas(project, types, table)
        assert len(of_table(project, types, table, morning)) >= 7
