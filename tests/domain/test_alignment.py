"""Journeys on one axis: phases of the same name meet, nothing overlaps, every step has a place in order."""

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.alignment import aligned, meet, same_name

INES = (("Découvrir", 2), ("S’informer", 2), ("Attendre", 2))
TARGET = (("découvrir", 1), ("S'INFORMER", 1), ("Attendre ", 4))

names = st.sampled_from(["", "Avant", "avant", "Pendant", "Attendre", "Après", "Signer"])
journeys = st.lists(st.tuples(names, st.integers(0, 6)), max_size=7)


def test_phases_of_the_same_name_stand_together_whatever_their_capitals_and_accents() -> None:
    axis = aligned([INES, TARGET])
    assert [sorted(stretch.members) for stretch in axis.stretches] == [[0, 1], [0, 1], [0, 1]]
    first, second = axis.places
    attendre = axis.stretches[2]
    assert all(attendre.start < x < attendre.end for x in (*first[4:], *second[2:]))
    assert attendre.end - attendre.start == 0.5  # the room of its four steps among eight
    assert same_name("Être  reçu·e !") == same_name("etre recu e")


def test_without_a_common_name_steps_are_spread_from_the_beginning_to_the_end() -> None:
    axis = aligned([INES, (("Avant", 1), ("Après", 2))])
    assert axis.places[1] == (1 / 6, 1 / 2, 5 / 6)
    assert all(meet(home, other) for home in axis.homes[0] for other in axis.homes[1])


def test_phases_between_two_that_match_share_the_room_between_them() -> None:
    other = (("Découvrir", 1), ("Hésiter", 1), ("Douter", 1), ("Attendre", 1))
    axis = aligned([INES, other])
    informer = axis.stretches[1]
    assert all(informer.start < x < informer.end for x in axis.places[1][1:3])
    assert meet(axis.homes[1][1], axis.homes[0][2])
    assert not meet(axis.homes[1][1], axis.homes[0][0])


def test_a_phase_that_stands_for_nothing_has_a_stretch_of_its_own() -> None:
    axis = aligned([(("Découvrir", 1), ("Attendre", 1)), (("Découvrir", 1), ("Hésiter", 2), ("Attendre", 1))])
    assert [stretch.label for stretch in axis.stretches] == ["Découvrir", "Hésiter", "Attendre"]
    assert [sorted(stretch.members) for stretch in axis.stretches] == [[0, 1], [1], [0, 1]]


def test_nothing_has_an_axis_too() -> None:
    assert aligned([]).stretches == ()
    assert aligned([(), (("Vide", 0),)]).places == ((), ())


def test_phases_without_a_name_are_like_no_other() -> None:
    axis = aligned([(("", 2), ("", 1)), (("", 3),)])
    assert len(axis.stretches) == 2
    assert all(1 not in stretch.members for stretch in axis.stretches)


@given(st.lists(journeys, min_size=1, max_size=4))
def test_every_step_has_its_place_in_order_inside_the_axis(shapes: list[list[tuple[str, int]]]) -> None:
    axis = aligned(shapes)
    for shape, places, homes in zip(shapes, axis.places, axis.homes, strict=True):
        assert len(places) == len(homes) == sum(steps for _name, steps in shape)
        assert all(0 < x < 1 for x in places)
        assert list(places) == sorted(set(places))
        assert list(homes) == sorted(homes)


@given(st.lists(journeys, min_size=1, max_size=4))
def test_stretches_fill_the_axis_without_a_hole(shapes: list[list[tuple[str, int]]]) -> None:
    stretches = aligned(shapes).stretches
    edges = [0.0, *(stretch.end for stretch in stretches)]
    for stretch, start in zip(stretches, edges, strict=False):
        assert abs(stretch.start - start) < 1e-9
        assert stretch.end > stretch.start
    if stretches:
        assert abs(edges[-1] - 1) < 1e-9


@given(journeys, journeys)
def test_a_matched_phase_holds_its_steps_in_both_journeys(
    one: list[tuple[str, int]], two: list[tuple[str, int]]
) -> None:
    axis = aligned([one, two])
    for at, places in enumerate(axis.places):
        mine = [stretch for stretch in axis.stretches if at in stretch.members]
        for stretch in mine:
            assert any(stretch.start <= x <= stretch.end for x in places)


@given(journeys)
def test_a_journey_beside_its_copy_meets_it_step_by_step(shape: list[tuple[str, int]]) -> None:
    named = [(name, steps) for name, steps in shape if name]
    axis = aligned([named, named])
    assert axis.places[0] == axis.places[1]
    assert axis.homes[0] == axis.homes[1]
