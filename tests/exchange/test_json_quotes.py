"""A text that quotes comes back from JSON with its quotes; older files, and broken ones, keep the words."""

import json
from typing import Any

import pytest

from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.canvases import answer, create_canvas
from labdesk.domain.commands.notes import add_notes
from labdesk.domain.entities import PROJECT_ID
from labdesk.domain.gesture import Edit, Gesture, born, together
from labdesk.domain.model import Project
from labdesk.domain.quotes import MARK, mark, words_of
from labdesk.errors import Refusal
from labdesk.exchange import project_json
from labdesk.exchange.imported import built


def quoting() -> Project:
    """A text that quotes a note, an answer, an indicator, amounts; the amount stands there typed too."""
    done = [Gesture("", born("project", PROJECT_ID, title="Essai", requested=1_200_000))]
    types = load_catalogue().types
    problem, made = create_canvas(built(together("", done)), types["problem"])
    done.append(made)
    (note,), made = add_notes(built(together("", done)), problem, "root_causes", ["Un formulaire trop long"])
    done.append(made)
    card, made = create_canvas(built(together("", done)), types["prototype"], title="Carte")
    done += [made, answer(built(together("", done)), card, "result", "Trois sur quatre y arrivent")]
    done += [
        Gesture("", born("indicator", "i1", label="Délai", baseline="30", target="10", unit="j", place="V")),
        Gesture("", born("resource", "r1", label="Fonds", amount=500_000, place="V")),
        Gesture("", born("expense", "e1", label="Agent", place="V")),
        Gesture("", born("expense_year", "e1/2027", expense="e1", year=2027, amount=900_000)),
    ]
    project = built(together("", done))
    refs = [f"note:{note}", f"answer:{card}/result", "indicator:i1", "resource:r1", "expense:e1"]
    refs += ["year:2027", "sum:asked"]
    said = {ref: words_of(project, ref) or "" for ref in refs}
    assert all(said.values())
    text = f"Tapé : {said['sum:asked']}. " + "\n".join(f"« {mark(ref, said[ref])} »" for ref in refs)
    return built(together("", [*done, Gesture("", (Edit("section", "summary", "text", text),))]))


def back(written: str) -> Project:
    """What a file says, read again."""
    return built(project_json.read(written, "essai.json").gesture)


def test_each_quote_is_a_quote_again_and_nothing_else_changed() -> None:
    project = quoting()
    written = project_json.write(project).text
    again = back(written)
    assert again.text("summary") == project.text("summary")
    assert [ref.partition(":")[0] for ref in MARK.findall(again.raw_text("summary")) for ref in ref[:1]] == [
        "note", "answer", "indicator", "resource", "expense", "year", "sum",
    ]  # fmt: skip
    assert again.raw_text("summary").startswith("Tapé : 12")
    assert json.loads(project_json.write(again).text) == json.loads(written)


def test_what_is_quoted_is_followed_in_the_project_that_read_it() -> None:
    again = back(project_json.write(quoting()).text)
    (note,) = again.note
    now = again.replaced({"note": {note: type(again.note[note])(id=note, text="Autre chose")}})
    assert "« Autre chose »" in now.text("summary")


def test_an_older_file_has_plain_words() -> None:
    value: dict[str, Any] = json.loads(project_json.write(quoting()).text)
    del value["dossier"]["quotes"]
    again = back(json.dumps(value))
    assert "⟦" not in again.raw_text("summary")
    assert again.text("summary") == quoting().text("summary")


def test_a_quote_that_finds_no_place_is_told_and_handed_back() -> None:
    value: dict[str, Any] = json.loads(project_json.write(quoting()).text)
    lost = [
        {"section": "summary", "kind": "note", "from": "problem#9/root_causes:1", "words": "Tapé"},
        {"section": "absent", "kind": "sum", "from": "asked", "words": "Tapé"},
        {"section": "summary", "kind": "sum", "from": "asked", "words": "mots qui n’y sont pas"},
        {"section": "summary", "kind": "sum", "from": "asked", "words": ""},
        {"section": "summary", "kind": "answer", "from": "problem#1/a⟧", "words": "Tapé"},
        {"section": "summary", "kind": "autre", "from": "asked", "words": "Tapé"},
    ]
    value["dossier"]["quotes"] += lost
    imported = project_json.read(json.dumps(value), "essai.json")
    assert len([line for line in imported.reported if "ses mots restent" in line]) == len(lost)
    again = built(imported.gesture)
    assert again.text("summary") == quoting().text("summary")
    assert json.loads(project_json.write(again).text) == value


def test_words_that_moved_are_found_where_they_stand_now() -> None:
    value: dict[str, Any] = json.loads(project_json.write(quoting()).text)
    value["dossier"]["texts"]["summary"] = "Avant tout. " + value["dossier"]["texts"]["summary"]
    again = back(json.dumps(value))
    assert len(MARK.findall(again.raw_text("summary"))) == 7
    assert again.text("summary") == value["dossier"]["texts"]["summary"]


@pytest.mark.parametrize("quotes", [[1], [{}], "non", [{"section": 1, "kind": "", "from": "", "words": ""}]])
def test_what_is_no_quote_is_refused_with_its_place(quotes: Any) -> None:
    value = {"dossier": {"texts": {"summary": "Un"}, "quotes": quotes}}
    with pytest.raises(Refusal, match=r"dossier\.quotes"):
        project_json.read(json.dumps(value), "essai.json")
