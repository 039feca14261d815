"""The paper of a sheet, and how it is cut, said and drawn."""

from PySide6.QtWidgets import QComboBox, QWidget

from labdesk.ui.press.paper_choice import PaperChoice
from labdesk.ui.style import Look

ORDERED = 40_000


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))


def test_the_preview_says_how_many_sheets_a_cut_poster_needs(look: Look, around: QWidget) -> None:
    choice = PaperChoice(look, ("A4", "A3", "A0"), "A3", around)
    assert [choice.cut.itemData(at) for at in range(choice.cut.count())] == ["", "A4"]
    choose(choice.papers, "A0")
    choose(choice.cut, "A4")
    assert choice.paper == "A0/A4"
    assert choice.told.text().startswith("25 feuilles A4")
    assert "C3" in choice.picture.accessibleName()
    choose(choice.papers, "A4")
    assert choice.paper == "A4"
    assert choice.picture.accessibleName() == "Une seule feuille"
