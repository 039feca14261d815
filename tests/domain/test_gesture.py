"""What one Ctrl+Z takes back: gestures are joined, new rows are born without what was not said."""

from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id, together


def test_a_new_row_writes_only_what_was_said_and_knows_of_no_earlier_change() -> None:
    assert born("note", "n", text="Bonjour", zone="tray", step=None) == (
        Edit("note", "n", "text", "Bonjour", ()),
        Edit("note", "n", "zone", "tray", ()),
    )
    assert born("expense_year", "e/2027", amount=0) == (Edit("expense_year", "e/2027", "amount", 0, ()),)


def test_several_gestures_are_taken_back_as_one_in_the_order_they_were_made() -> None:
    first, second = Edit("note", "a", "text", "1"), Removal("note", "b")
    both = together("Ranger", [Gesture("x", (first,)), Gesture("y", ()), Gesture("z", (second,))])
    assert both == Gesture("Ranger", (first, second))
    assert Gesture("Écrire", (first,)).and_then(Gesture("y", (second,))) == Gesture("Écrire", (first, second))


def test_a_gesture_that_changes_nothing_is_no_gesture() -> None:
    assert not Gesture("Écrire", ())
    assert Gesture("Écrire", (Removal("note", "n"),))


def test_ids_are_sixteen_digits_and_never_twice_the_same() -> None:
    ids = {new_id() for _row in range(500)}
    assert len(ids) == 500
    assert all(len(row) == 16 and int(row, 16) >= 0 for row in ids)
