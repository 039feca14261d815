"""A facilitator ties what she heard to what was tested, by the keyboard alone, and shows what is broken."""

from PySide6.QtWidgets import QApplication

from labdesk.domain.ties import others_of
from labdesk.ui.canvas.chooser import Chooser
from tests.journeys.hands import Hands, plain
from tests.journeys.test_places_visited import go


def chosen(hands: Hands, words: str) -> None:
    """Words typed in the list that is open, then Entrée."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Chooser)
    popup.line.setFocus()
    for letter in words:
        popup.line.insert(letter)
    popup._picked(popup.list.currentItem())
    hands.come_back()


def test_from_the_irritants_to_the_traces_and_back_without_the_mouse(visiting: Hands) -> None:
    window, desk = visiting.window, visiting.window.desk
    go(visiting, "journeys")
    visiting.press("Ctrl+Shift+I", "Down", "Down")
    view = window.place.irritants  # type: ignore[attr-defined]
    (pain,) = view.tied_rows()
    visiting.press("Ctrl+K")
    chosen(visiting, "kit j-5"[:3])
    tied = others_of(desk.project, pain)
    assert tied
    assert visiting.focus is view

    visiting.press("Ctrl+L", "Ctrl+L")  # the map again, on the same note
    board = window.place.page.board  # type: ignore[attr-defined]
    board.go(board.key_of("note", pain))
    visiting.press("Ctrl+Shift+Y")
    visiting.rest()
    visiting.come_back()  # the list that closed
    drawer = window.side
    assert drawer.isAncestorOf(visiting.focus)
    links = drawer._drawer.note.links
    visiting.click(links.chain)
    assert window.current == "prototypes"
    traces = window.place.traces  # type: ignore[attr-defined]
    assert traces.shown
    assert traces.page.current == pain
    assert visiting.focus is traces.page.drawing

    before = len(desk.project.link)
    visiting.press("Ctrl+U")
    popup = QApplication.activePopupWidget()
    if popup is not None:  # several ties: the first of the list
        chosen(visiting, "")
    assert len(desk.project.link) == before - 1
    visiting.press("Ctrl+Z")
    assert others_of(desk.project, pain) == tied
    assert traces.shown

    visiting.press("Ctrl+B")
    assert traces.page.shown == "broken"
    assert "Sans réponse" in plain(traces.page.bar.broken.text())
    visiting.press("Ctrl+L")
    assert visiting.focus is traces.page.table
    visiting.press("Ctrl+L", "Ctrl+J")
    assert not traces.shown
    assert window.place.isAncestorOf(visiting.focus)


def test_at_a_table_nothing_of_the_budget_is_seen_or_tied(visiting: Hands) -> None:
    desk = visiting.window.desk
    desk.table = "Table 2"
    go(visiting, "prototypes/traces")
    page = visiting.window.place.traces.page  # type: ignore[attr-defined]
    page.show_mode("all")
    assert "euro" not in {card.knot.stage for card in page.drawing.cards()}
    assert "budget" not in page.bar.broken.text()
    desk.table = ""
