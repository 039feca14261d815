"""11:00 at a table: five whys, a root cause, a statement from its blanks, three challenges, dots, undo."""

from labdesk.ui.problem.problem_place import COMPLETE, ProblemPlace
from tests.journeys.hands import Hands, plain
from tests.journeys.telling import tell_title

WHYS = (
    "Les candidats abandonnent",
    "Parce qu’ils n’ont pas de réponse",
    "Parce que l’entretien attend sept visas",
    "Parce que personne ne sait lesquels sont obligatoires",
    "Parce que la procédure de 2014 n’a jamais été relue",
)
ROOT = "La procédure de 2014 n’a jamais été relue"
STATEMENT = (
    "Une jeune diplômée a besoin d'une réponse datée parce qu'elle doit vivre, or sept visas s'enchaînent."
)


def texts(hands: Hands, zone: str) -> list[str]:
    place = problem(hands)
    notes = hands.window.desk.project.notes_at(place.canvas, zone)
    return [plain(note.text or "") for note in notes]


def problem(hands: Hands) -> ProblemPlace:
    place = hands.window.place
    assert isinstance(place, ProblemPlace)
    return place


def stand(hands: Hands, zone: str) -> None:
    """The arrows go there; the test takes the short way."""
    board = problem(hands).page.board
    assert board.plan is not None
    part = board.plan.part[zone]
    held = [box for box in part.boxes if box.kind in ("note", "value", "chain")] or [part.boxes[0]]
    board.go(held[-1].key)
    problem(hands).page.setFocus()


def whys_are_asked(hands: Hands) -> None:
    stand(hands, "five_whys")
    for why in WHYS:
        hands.type(why)
        hands.press("Return")
    hands.press("Return")  # what the last one says is offered, and kept
    assert texts(hands, "root_causes") == [plain(ROOT)]


def statement_is_written_from_its_blanks(hands: Hands) -> None:
    stand(hands, "statement")
    hands.press("Return", "Down")
    for words in ("Une jeune diplômée", "une réponse datée", "elle doit vivre"):
        hands.type(words)
        hands.press("Return")
    hands.type("sept visas s’enchaînent")
    hands.press("Return")
    said = hands.window.desk.project.words(problem(hands).canvas, "statement")
    assert plain(said) == STATEMENT


def challenges_are_put_in_form_and_the_fourth_waits(hands: Hands) -> None:
    stand(hands, "challenge")
    for words in (
        "Répondre à chaque candidat",
        "Réduire le nombre de visas",
        "Donner un visage au recruteur",
    ):
        hands.type(words)
        hands.press("Alt+Return")
        hands.press("Return")
    said = texts(hands, "challenge")
    assert said[0] == "Comment pourrions-nous répondre à chaque candidat ?"
    assert all(text.startswith("Comment pourrions-nous ") and text.endswith(" ?") for text in said)
    hands.type("Accueillir chacun")
    ballot = problem(hands).ballot
    assert ballot is not None
    assert ballot.new.text() == "Accueillir chacun"
    hands.press("Esc")


def dots_choose_one(hands: Hands) -> None:
    hands.press("Ctrl+Shift+Y")
    ballot = problem(hands).ballot
    assert ballot is not None
    third = list(ballot.lines.values())[2]
    for _dot in range(4):
        hands.click(third.more)
    hands.click(ballot.ranking)
    assert texts(hands, "challenge")[0] == "Comment pourrions-nous donner un visage au recruteur ?"
    named = problem(hands).shown_title(problem(hands).canvas)
    assert plain(named).startswith("Comment pourrions-nous donner")


def test_the_problem_of_a_table_in_half_an_hour_then_undone_to_the_start(hands: Hands) -> None:
    tell_title(hands)
    hands.window.show_place("problem")
    hands.press("Return")
    place = problem(hands)
    whys_are_asked(hands)
    statement_is_written_from_its_blanks(hands)
    challenges_are_put_in_form_and_the_fourth_waits(hands)
    dots_choose_one(hands)
    place.show_view(COMPLETE)
    assert texts(hands, "root_causes") == [plain(ROOT)]
    desk, canvas = hands.window.desk, place.canvas
    steps = 0
    while desk.undo_label and canvas in desk.project.canvas:
        desk.undo()
        steps += 1
        assert steps < 60
    assert not [note for note in desk.project.note.values() if note.canvas == canvas]
    for _step in range(steps):
        desk.redo()
    assert texts(hands, "challenge")[0] == "Comment pourrions-nous donner un visage au recruteur ?"
    assert plain(desk.project.words(canvas, "statement")) == STATEMENT
