"""Undo takes back what this laptop did, where nobody else wrote since, and takes nothing else."""

import pytest

from labdesk.domain.gesture import Edit, Gesture, Removal, born
from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE, BRUNO, note, remove, write


@pytest.fixture
def anne() -> ProjectFile:
    file = ProjectFile.blank(ANNE)
    file.do(note("n1", "au départ").and_then(note("n2", "aussi")))
    return file


@pytest.fixture
def bruno(anne: ProjectFile) -> ProjectFile:
    file = ProjectFile.blank(BRUNO, anne.origin)
    file.absorb(anne.rows())
    return file


def test_a_deleted_phase_comes_back_with_all_that_was_in_it(anne: ProjectFile) -> None:
    anne.do(
        Gesture(
            "Phase",
            born("phase", "p", canvas="c", label="Avant")
            + born("step", "s", canvas="c", phase="p", label="Chercher")
            + born("note", "n", canvas="c", zone="needs", step="s", text="savoir")
            + born("vote", "n/a.1", note="n", voter="a.1")
            + born("answer", "c/s/emotions", canvas="c", step="s", zone="emotions", value=-2)
            + born("photo", "f", canvas="c", zone="photos", step="s", picture="0" * 64),
        )
    )
    before = anne.project
    gone = [
        ("phase", "p"),
        ("step", "s"),
        ("note", "n"),
        ("vote", "n/a.1"),
        ("answer", "c/s/emotions"),
        ("photo", "f"),
    ]
    anne.do(Gesture("Supprimer la phase", tuple(Removal(*place) for place in gone)))
    assert not anne.project.phase
    assert not anne.project.vote
    done = anne.undo()
    assert done is not None
    assert done.label == "Supprimer la phase"
    assert done.touched == set(gone)
    assert anne.project == before


def test_what_somebody_else_wrote_since_stays(anne: ProjectFile, bruno: ProjectFile) -> None:
    anne.do(Gesture("Deux", (Edit("note", "n1", "text", "Anne"), Edit("note", "n2", "text", "Anne"))))
    bruno.absorb(anne.rows())
    bruno.do(write("n1", "Bruno"))
    anne.absorb(bruno.rows())
    assert anne.undo()
    assert (anne.project.note["n1"].text, anne.project.note["n2"].text) == ("Bruno", "aussi")
    assert anne.disagreements() == ()


def test_a_birth_is_not_taken_back_when_somebody_else_wrote_in_it(
    anne: ProjectFile, bruno: ProjectFile
) -> None:
    bruno.do(write("n1", "Bruno"))
    anne.absorb(bruno.rows())
    done = anne.undo()
    assert done is not None
    assert done.touched == {("note", "n2")}
    assert set(anne.project.note) == {"n1"}
    anne.redo()
    assert set(anne.project.note) == {"n1", "n2"}


def test_the_line_moves_on_even_when_nothing_was_left_to_take_back(
    anne: ProjectFile, bruno: ProjectFile
) -> None:
    anne.do(write("n1", "Anne"))
    bruno.absorb(anne.rows())
    bruno.do(write("n1", "Bruno"))
    anne.absorb(bruno.rows())
    done = anne.undo()
    assert done is not None
    assert not done
    assert anne.undo_label == "Ajouter"
    assert anne.redo_label == "Écrire"


def test_others_cannot_be_undone_and_undo_survives_their_merge(anne: ProjectFile, bruno: ProjectFile) -> None:
    assert bruno.undo() is None
    bruno.do(note("n3", "de Bruno"))
    anne.do(write("n1", "Anne"))
    anne.absorb(bruno.rows())
    anne.undo()
    assert anne.project.note["n1"].text == "au départ"
    assert "n3" in anne.project.note


def test_what_the_program_notes_by_itself_parts_no_gesture(anne: ProjectFile) -> None:
    anne.do(Gesture("Coller", note("n3", "un").edits))
    anne.do(Gesture("Retenir", note("n5", "de lui-même").edits), forever=True)
    anne.do(Gesture("Coller", note("n4", "deux").edits), going_on=True)
    anne.undo()
    assert "n5" in anne.project.note
    assert not {"n3", "n4"} & set(anne.project.note)
    anne.redo()
    assert {"n3", "n4", "n5"} <= set(anne.project.note)


def test_nothing_goes_on_with_a_gesture_that_came_back_to_the_end_of_the_line(anne: ProjectFile) -> None:
    anne.do(Gesture("Coller", note("n3", "un").edits))
    anne.do(Gesture("Autre", note("n5", "entre").edits))
    anne.undo()
    anne.do(Gesture("Coller", note("n4", "deux").edits), going_on=True)
    anne.undo()
    assert "n4" not in anne.project.note
    assert "n3" in anne.project.note
    anne.undo()
    assert "n3" not in anne.project.note


def test_what_goes_on_after_a_merge_and_the_first_letters_of_a_text_can_be_taken_back(
    anne: ProjectFile, bruno: ProjectFile
) -> None:
    anne.do(Gesture("Coller", note("n3", "un").edits))
    bruno.do(write("n1", "Bruno"))
    anne.absorb(bruno.rows())
    anne.begin_draft(("note", "n1", "text"), "Anne", ())
    anne.do(Gesture("Coller", note("n4", "deux").edits), going_on=True)
    anne.undo()
    assert "n4" not in anne.project.note
    anne.undo()
    assert "n3" not in anne.project.note


def test_a_choice_between_versions_can_be_taken_back(anne: ProjectFile, bruno: ProjectFile) -> None:
    anne.do(write("n1", "Anne"))
    bruno.do(write("n1", "Bruno"))
    anne.absorb(bruno.rows())
    (before,) = anne.disagreements()
    anne.do(write("n1", "Bruno"))
    assert anne.disagreements() == ()
    anne.undo()
    (after,) = anne.disagreements()
    assert {(v.value, v.author) for v in after.versions} == {(v.value, v.author) for v in before.versions}
    anne.redo()
    assert anne.disagreements() == ()
    assert anne.project.note["n1"].text == "Bruno"


def test_the_version_that_was_shown_is_shown_again_when_a_choice_is_taken_back(
    anne: ProjectFile, bruno: ProjectFile
) -> None:
    anne.do(write("n1", "Anne"))
    bruno.do(write("n1", "Bruno"))
    anne.absorb(bruno.rows())
    shown = anne.project.note["n1"].text
    for _time in range(12):
        anne.do(write("n1", "un choix"))
        anne.undo()
        assert anne.project.note["n1"].text == shown
        assert len(anne.disagreements()) == 1


def test_a_note_kept_though_removed_is_marked_until_somebody_decides(
    anne: ProjectFile, bruno: ProjectFile
) -> None:
    anne.do(remove("n1"))
    bruno.do(write("n1", "Bruno y tient"))
    anne.absorb(bruno.rows())
    assert anne.project.note["n1"].text == "Bruno y tient"
    assert anne.kept_though_removed() == (("note", "n1"),)
    anne.do(Gesture("Garder", (Edit("note", "n1", "living", 1),)))
    assert anne.kept_though_removed() == ()
    anne.undo()
    assert anne.kept_though_removed() == (("note", "n1"),)
    anne.redo()
    anne.do(remove("n1"))
    assert "n1" not in anne.project.note
    bruno.absorb(anne.rows())
    assert "n1" not in bruno.project.note


def test_an_editor_open_on_a_note_removed_meanwhile_keeps_its_words(
    anne: ProjectFile, bruno: ProjectFile
) -> None:
    seen = anne.heads("note", "n1", "text")
    bruno.do(remove("n1"))
    anne.absorb(bruno.rows())
    assert "n1" not in anne.project.note
    anne.do(write("n1", "tapé entre-temps", seen))
    assert anne.project.note["n1"].text == "tapé entre-temps"
    assert anne.project.note["n1"].zone == "tray"
    assert anne.kept_though_removed() == (("note", "n1"),)


def test_a_thing_born_again_starts_empty(anne: ProjectFile) -> None:
    anne.do(Gesture("Indice", (Edit("note", "n1", "evidence", "a"), Edit("note", "n1", "voice", "usager"))))
    anne.do(remove("n1"))
    anne.do(note("n1", "une autre"))
    assert (anne.project.note["n1"].evidence, anne.project.note["n1"].voice) == (None, None)
    anne.undo()
    anne.undo()
    assert anne.project.note["n1"].voice == "usager"


def test_two_laptops_that_fill_the_same_blank_meet_in_one_row(anne: ProjectFile, bruno: ProjectFile) -> None:
    def answer(value: str) -> Gesture:
        return Gesture("Répondre", born("answer", "c/goal", canvas="c", zone="goal", value=value))

    anne.do(answer("apprendre"))
    bruno.do(answer("trouver"))
    anne.absorb(bruno.rows())
    (split,) = anne.disagreements()
    assert [version.value for version in split.versions] == ["apprendre", "trouver"]
    same = ProjectFile.blank("d" * 16, anne.origin)
    same.do(answer("trouver"))
    bruno.absorb(same.rows())
    assert bruno.disagreements() == ()


def test_a_move_wins_or_loses_whole(anne: ProjectFile, bruno: ProjectFile) -> None:
    for file, zone in ((anne, "needs"), (bruno, "actions")):
        file.do(
            Gesture("Déplacer", (Edit("note", "n1", "zone", zone), Edit("note", "n1", "place", f"of {zone}")))
        )
    anne.absorb(bruno.rows())
    moved = anne.project.note["n1"]
    assert moved.place == f"of {moved.zone}"
    assert anne.disagreements() == ()


def test_going_back_and_forth_many_times_costs_no_more(anne: ProjectFile) -> None:
    anne.do(write("n1", "après"))
    for _ in range(200):
        assert anne.undo()
        assert anne.redo()
    anne.undo()
    anne.undo()
    assert dict(anne.project.note) == {}


def test_what_goes_on_with_a_gesture_is_taken_back_and_done_again_with_it(
    anne: ProjectFile, bruno: ProjectFile
) -> None:
    anne.do(Gesture("Coller", note("n3", "un").edits))
    anne.do(Gesture("Coller", note("n4", "deux").edits), going_on=True)
    assert {"n3", "n4"} <= set(anne.project.note)
    bruno.absorb(anne.rows(bruno))
    assert {"n3", "n4"} <= set(bruno.project.note)
    anne.undo()
    assert not {"n3", "n4"} & set(anne.project.note)
    anne.redo()
    assert {"n3", "n4"} <= set(anne.project.note)
    bruno.absorb(anne.rows(bruno))
    assert bruno.project.note == anne.project.note


def test_nothing_goes_on_with_a_gesture_once_another_one_was_done(anne: ProjectFile) -> None:
    anne.do(Gesture("Coller", note("n3", "un").edits))
    anne.do(Gesture("Autre", note("n5", "entre").edits))
    anne.do(Gesture("Coller", note("n4", "deux").edits), going_on=True)
    anne.undo()
    assert {"n3", "n5"} <= set(anne.project.note)
    assert "n4" not in anne.project.note
