"""The list view is equal to the map: the same keys, the same gestures."""

from PySide6.QtTest import QTest

from labdesk.ui.canvas import deeds, lanes
from tests.ui.canvas.hands import Hands, Key, Modifier


def test_keys_of_the_map_work_in_the_list(hands: Hands) -> None:
    hands.stand("pain_points")
    for text in ("a", "b"):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.page.show_list(True)
    table = hands.page.list
    QTest.keyClick(table, Key.Key_Up, Modifier.ControlModifier)
    assert "1 voix" in [line.more for line in table.lines.lines]
    QTest.keyClick(table, Key.Key_Up, Modifier.AltModifier)
    assert hands.texts("pain_points", 0) == ["b", "a"]
    QTest.keyClick(table, Key.Key_D, Modifier.ControlModifier)
    assert hands.texts("pain_points", 0) == ["b", "b", "a"]
    QTest.keyClick(table, Key.Key_Delete)
    assert hands.texts("pain_points", 0) == ["b", "a"]
    QTest.keyClick(table, Key.Key_Right, Modifier.AltModifier)
    assert hands.texts("pain_points", 1) != []


def test_options_and_scores_are_ticked_in_the_list(hands: Hands, card: str) -> None:
    hands.page.show_canvas(card)
    hands.page.show_list(True)
    table = hands.page.list
    places = [(line.place, line.text) for line in table.lines.lines]
    row = places.index(("Points de vigilance", "Droit, non coché"))
    table.setCurrentIndex(table.lines.index(row, 2))
    QTest.keyClick(table, Key.Key_Return)
    assert hands.desk.project.chosen(card, "checks") == ("law",)
    assert table.lines.lines[row].text == "Droit, coché"


def test_heads_are_renamed_in_the_list(hands: Hands) -> None:
    hands.page.show_list(True)
    table = hands.page.list
    row = next(i for i, line in enumerate(table.lines.lines) if line.text == "Voir")
    table.setCurrentIndex(table.lines.index(row, 2))
    hands.press(Key.Key_F2)
    hands.type("Apprendre")
    hands.press(Key.Key_Escape)
    assert hands.desk.project.steps_of(hands.board.canvas)[0].label == "Apprendre"


def test_a_value_that_makes_no_sense_is_refused(hands: Hands, card: str) -> None:
    hands.page.show_canvas(card)
    hands.page.show_list(True)
    table = hands.page.list
    row = next(i for i, line in enumerate(table.lines.lines) if line.place == "Coût du test")
    table.setCurrentIndex(table.lines.index(row, 2))
    refused: list[str] = []
    hands.desk.refused.connect(refused.append)
    hands.type("beaucoup")
    hands.press(Key.Key_Return)
    assert refused
    assert hands.value("cost") is None
    hands.pane.typist.editor.setPlainText("12")
    hands.press(Key.Key_Return)
    assert hands.value("cost") == 1200


def test_a_long_text_is_shown_whole_and_short_ones_take_one_line(hands: Hands) -> None:
    hands.stand("pain_points")
    for text in ("court", "un mot puis un autre " * 40):
        hands.type(text)
        hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    hands.page.show_list(True)
    table = hands.page.list
    heights = {line.text: table.rowHeight(row) for row, line in enumerate(table.lines.lines)}
    long = next(text for text in heights if text.startswith("un mot"))
    assert heights[long] >= 3 * table.fontMetrics().height()
    assert table.fontMetrics().height() <= heights["court"] < 2 * table.fontMetrics().height()


def test_a_step_says_that_it_is_a_moment_of_truth_and_a_lane_says_its_sum(hands: Hands) -> None:
    lanes.switch(hands.board, "duration")
    lanes.switch(hands.board, "frontstage")
    hands.stand("duration", 1)
    hands.type("3 semaines")
    hands.press(Key.Key_Escape)
    deeds.key_moment(hands.board)
    hands.page.show_list(True)
    said = {line.key[0] + line.key[2]: line.more for line in hands.page.list.lines.lines if line.more}
    assert said["step"] == "moment clé"
    assert said["laneduration"].replace("\u00a0", " ") == "Total : 3 sem."
    assert "Ligne d’interaction" in said["lanefrontstage"]
