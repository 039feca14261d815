"""A text that quotes a note, a result or an amount stays in step; it keeps the words of what goes."""

import pytest

from labdesk.domain import quotes
from labdesk.domain.commands import canvases, dossier, notes
from labdesk.domain.model import Types
from labdesk.domain.quotables import quotables
from labdesk.domain.quotes import kept, last_words, mark, pieces, rebound, told
from labdesk.exchange.project_json import write
from tests.domain.dossiers import Dossier, grant
from tests.memory import catalogue

NNBSP, NBSP = "\u202f", "\u00a0"


def first_note(d: Dossier, zone: str = "pain_points") -> str:
    return next(note.id for note in d.project.notes_of(d.canvas("j_candidate")) if note.zone == zone)


def quoting(d: Dossier, ref: str, words: str = "?") -> Dossier:
    return d.text("evaluation", f"On vise {mark(ref, words)}, mesuré chaque mois.")


def test_a_quoted_note_says_what_the_note_says_now() -> None:
    d = grant()
    note = first_note(d)
    d = quoting(d, f"note:{note}")
    assert str(d.project.note[note].text) in d.project.text("evaluation")
    d = d.done(notes.write_note(d.project, note, "Trop long\net opaque"))
    assert d.project.text("evaluation") == "On vise Trop long et opaque, mesuré chaque mois."
    assert "⟦" in d.project.raw_text("evaluation")


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("sum:asked", f"38{NNBSP}100{NBSP}€"),
        ("sum:expenses", f"76{NNBSP}200{NBSP}€"),
    ],
)
def test_a_quoted_amount_follows_the_tables(ref: str, words: str) -> None:
    d = quoting(grant(), ref)
    assert words in d.project.text("evaluation")
    assert "COH-01" not in {f.rule for f in d.found()}


def test_a_quoted_line_and_a_quoted_indicator_follow_their_row() -> None:
    d = grant()
    expense, indicator = d.nth("expense", 0), d.nth("indicator", 0)
    assert (quotes.words_of(d.project, f"expense:{expense}") or "").endswith("€")
    assert (quotes.words_of(d.project, f"indicator:{indicator}") or "").startswith("de ")
    assert (
        quotes.words_of(d.put("indicator", indicator, target=None).project, f"indicator:{indicator}") is None
    )


def test_what_is_quoted_and_deleted_leaves_its_last_words_and_a_finding() -> None:
    d = grant()
    note = first_note(d)
    d = quoting(d, f"note:{note}", "les mots d’avant")
    said = d.project.note[note].text
    d = d.done(kept(d.project, notes.delete_notes(d.project, [note])))
    assert note not in d.project.note
    assert d.project.text("evaluation") == f"On vise {said}, mesuré chaque mois."
    (found,) = [f for f in d.found() if f.rule == "COH-02"]
    assert (found.section, found.table, found.row) == ("evaluation", "section", "evaluation")


def test_words_that_may_not_leave_are_not_offered_and_block_where_they_are_quoted() -> None:
    d = grant()
    canvas = d.canvas("p_silence")
    note, gesture = notes.add_note(d.project, canvas, "beneficiaries", "Le bureau qui gagne du temps")
    d = d.done(gesture)
    offered = {one.ref for one in quotables(d.project, Types(catalogue()))}
    assert f"note:{note}" not in offered
    assert len({ref.partition(":")[0] for ref in offered}) >= 5
    d = quoting(d, f"note:{note}")
    assert [(f.rule, f.severity) for f in d.found() if f.rule == "COH-03"] == [("COH-03", "blocking")]


def test_everything_that_is_offered_can_be_quoted() -> None:
    d = grant()
    for one in quotables(d.project, Types(catalogue())):
        assert quotes.words_of(d.project, one.ref) == one.words
        assert told(d.project, mark(one.ref, "avant")) == one.words
        assert one.where


def test_a_text_corrected_elsewhere_quotes_again_where_the_words_are_still_there() -> None:
    d = quoting(grant(), "sum:asked")
    raw = d.project.raw_text("evaluation")
    read = d.project.text("evaluation")
    assert rebound(d.project, raw, read) == quotes.refreshed(d.project, raw)
    corrected = read.replace("On vise", "Nous visons")
    assert told(d.project, rebound(d.project, raw, corrected)) == corrected
    assert "⟦sum:asked|" in rebound(d.project, raw, corrected)
    assert rebound(d.project, raw, "Tout autre chose") == "Tout autre chose"


def test_a_broken_mark_is_words_like_any_other() -> None:
    project = grant().project
    for text in ("⟦", "⟦note:x", "a ⟦b⟧ c", "⟦note:x|y", "⟧⟦|⟧"):
        assert told(project, text) == text
        assert "".join(piece.text for piece in pieces(project, text)) == text
    assert last_words("a ⟦note:x|y⟧ b") == "a y b"


def test_a_quote_leaves_as_words_in_the_interchange_file() -> None:
    d = quoting(grant(), "sum:asked")
    assert "⟦" not in write(d.project, catalogue()).text


def test_the_amount_on_the_cover_follows_the_line_of_the_targeted_fund() -> None:
    d = grant()
    line = d.nth("resource", 0)
    gesture = dossier.set_row(d.project, "resource", line, "amount", 4_000_000)
    d = d.done(dossier.with_cover(d.project, gesture))
    assert d.project.head.requested == 4_000_000
    gesture = dossier.set_row(d.project, "resource", line, "target", 0)
    assert d.done(dossier.with_cover(d.project, gesture)).project.head.requested == 4_000_000
    other = canvases.answer(d.project, d.canvas("pr_ad"), "result", "9 sur 10")
    assert dossier.with_cover(d.project, other) is other


def test_a_text_that_comes_back_as_words_keeps_its_quotes_unless_they_were_loosened() -> None:
    d = quoting(grant(), "sum:asked")
    words = d.project.text("evaluation").replace("On vise", "Nous visons")
    back = d.done(dossier.write_section(d.project, "evaluation", words))
    assert back.project.text("evaluation") == words
    assert "⟦sum:asked|" in back.project.raw_text("evaluation")
    own = back.done(dossier.write_section(back.project, "evaluation", words, marked=True))
    assert "⟦" not in own.project.raw_text("evaluation")


def test_the_last_words_are_those_of_the_last_change_and_never_older_ones() -> None:
    d = grant()
    note = first_note(d)
    d = quoting(d, f"note:{note}", str(d.project.note[note].text))
    for words in ("12 % abandonnent", "21 % abandonnent"):
        d = d.done(kept(d.project, notes.write_note(d.project, note, words)))
        assert f"|{words}⟧" in d.project.raw_text("evaluation")
    d = d.done(notes.delete_notes(d.project, [note]))  # elsewhere, by somebody who has no such text
    assert d.project.text("evaluation") == "On vise 21 % abandonnent, mesuré chaque mois."
    d = d.done(kept(d.project, notes.write_note(d.project, note, "")))
    assert "21 %" in d.project.text("evaluation")


def test_a_document_that_comes_back_keeps_the_quote_it_could_not_print() -> None:
    d = grant()
    note = first_note(d)
    raw = f"On vise {mark(f'note:{note}', '?')}, mesuré chaque mois."
    back = "On vise encore [citation réservée au laboratoire], mesuré chaque semaine."
    assert f"⟦note:{note}|" in rebound(d.project, raw, back)
    assert "citation réservée" not in rebound(d.project, raw, back)
