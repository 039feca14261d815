"""Every rule of the reviewer, in the window: « Aller » puts the keyboard at the place it speaks of."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from labdesk.domain.commands.dossier import choose_profile
from labdesk.domain.completeness import RULES, Finding, review
from labdesk.domain.entities import FIELDS
from labdesk.domain.gesture import Edit, Gesture, Removal
from labdesk.domain.model import Project
from labdesk.store.session import Session
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.dossier.rows_view import RowsView
from labdesk.ui.dossier.texts import TextsPage
from tests.domain.breaks import BROKEN, BROKEN_CREDITS
from tests.domain.dossiers import Change, Dossier, grant, state_credits
from tests.journeys.hands import Hands
from tests.memory import catalogue

ONE_EACH = dict(reversed((*BROKEN, *BROKEN_CREDITS)))
"""A break of each rule, the first of its kind."""


def between(before: Project, after: Project) -> Gesture:
    """The gesture that leads from one snapshot to another."""
    edits: list[Edit | Removal] = []
    for table, fields in FIELDS.items():
        old, new = before.table(table), after.table(table)
        edits += [Removal(table, row) for row in old if row not in new]
        for row, held in new.items():
            for field in fields:
                value = getattr(held, field)
                if value != getattr(old.get(row), field, None):
                    edits.append(Edit(table, row, field, value))
    return Gesture("Préparer", tuple(edits))


def laid(hands: Hands, path: Path, base: Dossier) -> None:
    """The window stands before this dossier, its profile carried by the project."""
    project = base.project.replaced({"project": {}})
    Session.create(path, first=between(Project.empty(), project)).close()
    assert hands.window.opening.open(path)
    hands.window.desk.do(choose_profile(hands.window.desk.project, base.profile))
    hands.window.show_place("dossier")


@pytest.mark.parametrize("base", [grant, state_credits], ids=["subvention", "credits"])
def test_the_remark_of_each_rule_leads_to_its_place(hands: Hands, tmp_path: Path, base: Change) -> None:
    whole = base()  # type: ignore[call-arg]
    laid(hands, tmp_path / "dossier.labdesk", whole)
    desk = hands.window.desk
    credited = {rule for rule, _change in BROKEN_CREDITS}
    led = set()
    for rule, change in ONE_EACH.items():
        if (rule in credited) != (whole.profile.form == "credits"):
            continue
        broken = change(whole)
        gesture = between(whole.project, broken.project)
        profiled = choose_profile(desk.project, broken.profile)
        asked = gesture.and_then(profiled) if gesture else profiled
        if asked:  # as a file brings it: what is done at the desk keeps the cover in step
            assert desk.session is not None
            desk.changed.emit(desk.session.do(asked).touched)
        found = review(desk.project, catalogue(), broken.profile, broken.today).findings
        assert rule in {f.rule for f in found}, (rule, [f.rule for f in found])
        finding = next(f for f in found if f.rule == rule)
        hands.window.show_place("dossier")
        place = hands.window.place
        assert isinstance(place, DossierPlace)
        place.reading.go(finding)
        hands.rest()
        arrived(hands, finding)
        led.add(rule)
        if asked:
            desk.undo()
    assert led == {r.id for r in RULES if (r.id in credited) == (whole.profile.form == "credits")}


def arrived(hands: Hands, finding: Finding) -> None:
    """The keyboard is where the finding speaks of."""
    window, focus = hands.window, QApplication.focusWidget()
    assert focus is not None, finding
    assert window.place.isAncestorOf(focus) or window.current != "dossier", finding
    if window.current != "dossier":
        assert finding.canvas or finding.table in ("note", "photo", "answer", "canvas", "step"), finding
        assert window.place.isVisible()
        return
    place = window.place
    assert isinstance(place, DossierPlace)
    page = place.pages[place.current]
    if isinstance(focus, RowsView):
        row = focus.rows.row_id(focus.currentIndex())
        wanted = finding.row.partition("/")[0]
        assert not wanted or row == wanted, finding
        address = focus.rows.column(focus.currentIndex()).address(str(row))
        assert finding.table == address[0] or finding.table == "attachment", finding
        assert finding.field in (address[2], "label"), finding
    elif isinstance(page, TextsPage):
        if finding.table == "project" and finding.field in page.cover.lines:
            assert focus is page.cover.lines[finding.field], finding
        elif finding.table == "section":
            assert page.sections.current() == finding.section, finding
            assert focus in (page.section.editor, page.sections, *page.cover.lines.values()), finding
    else:
        assert place.current in ("budget", "tables"), finding
