"""« Ma hiérarchie corrige dans Word »: the dossier leaves and comes back, section by section."""

from pathlib import Path

from labdesk.domain.corrections.proposals import Proposal
from labdesk.store.session import Session
from labdesk.ui.dossier.corrections import CorrectionsPage
from labdesk.ui.dossier.dossier_place import DossierPlace
from labdesk.ui.press.outputs import outputs
from tests.journeys.hands import Hands
from tests.journeys.printing import MADE, exports_of


def exported(hands: Hands, path: Path) -> None:
    """The dossier as Word, from the page Exporter."""
    page = exports_of(hands)
    form = next(form for form in outputs()[0].formats if form.form == "docx")
    with hands.qtbot.waitSignal(page.errand.finished, timeout=MADE) as told:
        page.export(form, path)
    assert told.args == [True]


def the_hierarchy_corrects(path: Path) -> None:
    """With tracked changes, a remark, a new title, a sentence more, a word of a canvas."""
    import docx
    from docx.oxml import OxmlElement

    file = docx.Document(str(path))
    lines = {p.text: p for p in file.paragraphs}
    summary = next(p for words, p in lines.items() if words.startswith("Pour les jeunes"))
    start, word, end = summary.runs[0].text.partition("muet")
    summary.runs[0].text = start
    for tag, words in (("w:del", word), ("w:ins", "silencieux")):
        change, run = OxmlElement(tag), OxmlElement("w:r")
        text = OxmlElement("w:delText" if tag == "w:del" else "w:t")
        text.text = words
        run.append(text)
        change.append(run)
        summary._p.append(change)
    summary.add_run(end)
    file.add_comment(summary.runs, text="Le chiffre est-il à jour ?", author="Mme Durand")
    lines["Synthèse"].runs[0].text = "Synthèse de la demande"
    lines["Décision attendue"].insert_paragraph_before("Le comité s’est réuni deux fois.")
    holder = next(p for words, p in lines.items() if words.startswith("Porteur") and "secrétariat" in words)
    holder.runs[0].text = holder.runs[0].text.replace("laboratoire d’innovation", "laboratoire régional")
    lines["Aucun délai fixé"].runs[0].text = "Aucun délai tenu"
    file.save(str(path))


def page_of(hands: Hands) -> CorrectionsPage:
    place = hands.window.place
    assert isinstance(place, DossierPlace)
    hands.qtbot.waitUntil(lambda: "corrections" in place.pages)
    page = place.pages["corrections"]
    assert isinstance(page, CorrectionsPage)
    hands.qtbot.waitUntil(lambda: page.correcting is not None, timeout=MADE)
    return page


def statuses(page: CorrectionsPage) -> list[str]:
    assert page.correcting is not None
    items = page.correcting.items(page.desk.project)
    return [item.status for item in items if isinstance(item.what, Proposal)]


def test_the_dossier_comes_back_from_word_and_is_taken_piece_by_piece(
    visiting: Hands, tmp_path: Path
) -> None:
    hands, desk = visiting, visiting.window.desk
    path = tmp_path / "dossier.docx"
    exported(hands, path)
    the_hierarchy_corrects(path)

    # Meanwhile the holder of the project is written again here.
    hands.press("Ctrl+1")
    place = hands.window.place
    assert isinstance(place, DossierPlace)
    texts = place.pages["texts"]
    texts.sections.go_to("holder")  # type: ignore[attr-defined]
    editor = texts.section.editor  # type: ignore[attr-defined]
    editor.setFocus()
    hands.press("Ctrl+Home")
    hands.type("Demandeur et ")
    assert desk.project.text("holder") != ""

    hands.drop(hands.window, path)
    page = page_of(hands)
    holder = desk.project.text("holder")
    assert holder.startswith("Demandeur et ")
    assert statuses(page) == ["open", "open", "conflict"]
    assert page.review.list.hasFocus()
    assert page.correcting is not None
    remarks = [one.author for back in page.correcting.back.sections for one in back.remarks]
    assert remarks == ["Mme Durand"]
    told = {(one.before, one.after) for one in page.correcting.back.sources}
    assert {("Synthèse", "Synthèse de la demande"), ("Aucun délai fixé", "Aucun délai tenu")} <= told

    hands.press("Ctrl+Return")  # « silencieux »
    assert "employeur silencieux" in desk.project.text("summary")
    hands.press("F2")  # the sentence more, in one's own words
    hands.press("Ctrl+A")
    hands.type("Le comité s’est réuni trois fois.")
    hands.press("Ctrl+Return")
    assert desk.project.text("summary").endswith("Le comité s’est réuni trois fois.")
    assert statuses(page) == ["taken", "rewritten", "conflict"]
    assert page.review.list.current() == "holder/0/0"
    hands.press("Ctrl+Backspace")  # the conflict: what stands here stays
    assert desk.project.text("holder") == holder
    assert statuses(page) == ["taken", "rewritten", "refused"]

    hands.press("Ctrl+Z")
    assert "réuni trois fois" not in desk.project.text("summary")
    assert "employeur silencieux" in desk.project.text("summary")
    assert place.current == "corrections"
    hands.press("Ctrl+Y")
    hands.click(page.band.over)
    assert place.current == "texts"
    hands.saved()
    file = desk.path
    assert file is not None
    hands.window.close()
    session = Session.open(file)
    assert session.project.text("summary").endswith("Le comité s’est réuni trois fois.")
    session.close()
