"""Photos in their places: one more, or one in the place of another."""

from labdesk.domain.commands.photos import put_photos
from labdesk.domain.model import Project
from tests.memory import done, kind, with_canvas

ZONES = kind("prototype").by_id


def test_a_zone_of_one_photo_changes_it_and_another_takes_one_more() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    for zone, count in (("before", 1), ("photos", 2)):
        for picture in ("a" * 64, "b" * 64):
            project = done(project, put_photos(project, card, ZONES[zone], [(picture, "x.jpg")])[1])
        assert len(project.photos_at(card, zone)) == count
        assert project.photos_at(card, zone)[-1].picture == "b" * 64
