"""Photos in their places: one more, one in the place of another, one before another."""

from labdesk.domain.commands.photos import put_photos, shift_photo
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


def test_photos_change_places_and_at_the_edge_nothing_happens() -> None:
    project, card = with_canvas(Project.empty("m"), "prototype")
    ids: list[str] = []
    for picture in ("a" * 64, "b" * 64, "c" * 64):
        photos, gesture = put_photos(project, card, ZONES["photos"], [(picture, "")])
        project = done(project, gesture)
        ids += photos
    project = done(project, shift_photo(project, ids[0], 1))
    assert [p.id for p in project.photos_at(card, "photos")] == [ids[1], ids[0], ids[2]]
    assert not shift_photo(project, ids[1], -1)
    assert not shift_photo(project, ids[2], 1)
    assert not shift_photo(project, "absente", 1)
