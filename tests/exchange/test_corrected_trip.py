"""A dossier goes to the hierarchy and comes back: nothing that was not corrected is a difference."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labdesk.domain.commands.corrections import stored
from labdesk.domain.corrections.leaving import left
from labdesk.domain.corrections.lines import lines_of, loose
from labdesk.domain.corrections.proposals import proposals, take, take_open
from labdesk.domain.corrections.returned import Back, SectionBack
from labdesk.domain.model import Project
from tests.domain.dossiers import example
from tests.exchange.hierarchy import (
    FORMS,
    back,
    corrected,
    instead,
    saved_again,
    sent,
    with_texts,
    without_marks,
    words,
)

SUMMARY = (
    "Une réponse datée : « quinze jours », pas plus !\n\nL'usager attend 63 jours; c'est trop…\n"
    "- premier point\n- second point\n\n1. un\n2. deux"
)
WORDS = st.sampled_from(
    ["l'usager", "attend", "76 200 €", "« oui »", "trop ;", "(fin)", "aujourd'hui", "10 %", "œ"]
)
LINE = st.tuples(
    st.sampled_from(["", "", "- ", "1. "]), st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
).map("".join)
TEXT = st.lists(st.one_of(LINE, st.just("")), max_size=6).map("\n".join)


@cache
def project() -> Project:
    return with_texts(example(), summary=SUMMARY)


def untouched(came: Back) -> bool:
    """No text differs, nothing drawn was changed, nothing stands elsewhere."""
    same = all(not left(one, "", ()).touched for one in came.sections)
    return same and not (came.sources or came.strays or came.missing)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("what", ["dossier", "note", "report"])
def test_what_comes_back_as_it_left_says_nothing(form: str, what: str, tmp_path: Path) -> None:
    came = back(sent(project(), form, tmp_path, what), project())
    assert came.document == what
    assert untouched(came)
    typed = {"dossier": 6, "note": 3, "report": 0}[what]
    assert len(came.sections) == typed


@pytest.mark.parametrize("form", FORMS)
def test_marks_lost_on_the_way_change_nothing(form: str, tmp_path: Path) -> None:
    """Google Docs, or a copy of everything into a new document."""
    came = back(corrected(sent(project(), form, tmp_path), without_marks), project())
    assert not came.marked
    assert (came.sources, came.strays, came.missing) == ((), (), ())
    for one in came.sections:
        now = project().text(one.section)
        assert proposals(one.section, now, now, one.lines) == (), one.section


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("again", FORMS)
def test_libreoffice_saves_it_again_and_nothing_differs(form: str, again: str, tmp_path: Path) -> None:
    for path in saved_again([sent(project(), form, tmp_path, what) for what in ("dossier", "note")], again):
        assert untouched(back(path, project())), path.name


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT, st.sampled_from(FORMS))
def test_any_text_comes_back_and_any_correction_of_it_too(text: str, other: str, form: str) -> None:
    """Two documents that differ by one text: the second is the first, corrected."""
    with TemporaryDirectory() as folder:
        before = with_texts(
            Project.empty("h"), summary=text, holder="Le laboratoire.", context="Un contexte."
        )
        after = with_texts(before, summary=other)
        assert untouched(back(sent(before, form, Path(folder), "dossier"), before))
        came = back(sent(after, form, Path(folder), "dossier"), before)
        said = next((one.lines for one in came.sections if one.section == "summary"), ())
        taken = take_open("summary", text, text, said)
        told = [(line.kind, loose(line.words)) for line in lines_of(taken)]
        assert told == [(line.kind, loose(line.words)) for line in lines_of(other)] or not lines_of(other)


@pytest.mark.parametrize("form", FORMS)
def test_a_word_that_was_corrected_is_the_only_difference(form: str, tmp_path: Path) -> None:
    came = back(
        corrected(sent(project(), form, tmp_path), instead("quinze jours\u00a0»", "vingt jours\u00a0»")),
        project(),
    )
    (one,) = [one for one in came.sections if left(one, "", ()).touched]
    (found,) = proposals("summary", SUMMARY, SUMMARY, one.lines)
    assert (found.sort, found.back) == (
        "changed",
        "Une réponse datée\u00a0: «\u00a0vingt jours\u00a0», pas plus\u202f!",
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("marked", [True, False])
def test_a_title_that_was_changed_does_not_lose_the_text_under_it(
    form: str, marked: bool, tmp_path: Path
) -> None:
    path = corrected(sent(project(), form, tmp_path), instead(">Synthèse<", ">Synthèse du projet<"))
    came = back(path if marked else corrected(path, without_marks), project())
    assert [loose(line) for line in words(came, "summary")] == [
        loose(line.words) for line in lines_of(SUMMARY)
    ]
    assert ("Synthèse", "Synthèse du projet") in [(one.before, one.after) for one in came.sources]


def test_sections_in_another_order_are_no_difference(tmp_path: Path) -> None:
    import docx

    path = sent(project(), "docx", tmp_path)
    file = docx.Document(str(path))
    body = file.element.body
    first, second = (
        next(p._p for p in file.paragraphs if p.text == name) for name in ("Synthèse", "Décision attendue")
    )
    while first.getnext() is not second:  # the whole first section goes to the end, line by line
        body.insert(len(body) - 1, first.getnext())
    moved = body[len(body) - 1 - len(lines_of(SUMMARY))]
    moved.addprevious(first)
    file.save(str(path))
    came = back(path, project())
    assert [loose(line) for line in words(came, "summary")] == [
        loose(line.words) for line in lines_of(SUMMARY)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_drawn_and_was_changed_is_to_be_corrected_at_its_source(form: str, tmp_path: Path) -> None:
    came = back(
        corrected(sent(project(), form, tmp_path), instead("Aucun délai fixé", "Aucun délai")), project()
    )
    assert ("Aucun délai fixé", "Aucun délai") in [(one.before, one.after) for one in came.sources]
    assert {one.sure for one in came.sources} == {True}
    assert not any(left(one, "", ()).touched for one in came.sections)


def test_a_paragraph_that_was_added_goes_to_the_text_it_follows_or_is_told_apart(tmp_path: Path) -> None:
    import docx

    path = sent(project(), "docx", tmp_path)
    file = docx.Document(str(path))
    texts = {p.text: p for p in file.paragraphs}
    texts["Décision attendue"].insert_paragraph_before("Une phrase après la synthèse.")
    file.add_paragraph("Vu, le directeur.")
    file.save(str(path))
    came = back(path, project())
    assert words(came, "summary")[-1] == "Une phrase après la synthèse."
    assert [(stray.words, stray.under) for stray in came.strays] == [
        ("Vu, le directeur.", "Engagements et signatures")
    ]


def test_a_text_whose_words_were_all_replaced_comes_back_though_its_mark_is_gone(tmp_path: Path) -> None:
    """In Word, typing over a whole selection takes the bookmark away."""
    import docx

    path = sent(project(), "docx", tmp_path)
    file = docx.Document(str(path))
    options = next(p for p in file.paragraphs if p.text.startswith("Une réponse datée"))
    for mark in options._p.xpath("./w:bookmarkStart"):
        options._p.remove(mark)
    options.runs[0].text = "Tout autre chose."
    file.save(str(path))
    came = back(path, project())
    assert words(came, "summary")[0] == "Tout autre chose."
    assert len(words(came, "summary")) == len(lines_of(SUMMARY))


def test_a_text_that_was_deleted_is_empty_and_one_whose_section_is_gone_is_told(tmp_path: Path) -> None:
    import docx

    path = sent(project(), "docx", tmp_path)
    file = docx.Document(str(path))
    gone = [p for p in file.paragraphs if p.text in ("Décision attendue", "Porteur et partenaires")]
    for title in gone:
        after = title._p.getnext()
        after.getparent().remove(after)
    gone[1]._p.getparent().remove(gone[1]._p)
    file.save(str(path))
    came = back(path, project())
    assert words(came, "decision_requested") == []
    assert "decision_requested" in {one.section for one in came.sections}
    assert came.missing == ("Porteur et partenaires",)


@pytest.mark.parametrize("marked", [True, False])
def test_a_text_written_here_since_is_not_deleted_by_a_document_that_left_without_it(
    marked: bool, tmp_path: Path
) -> None:
    path = sent(with_texts(project(), solution=""), "docx", tmp_path)
    came = back(path if marked else corrected(path, without_marks), project())
    assert "solution" not in {one.section for one in came.sections}


@pytest.mark.parametrize("form", FORMS)
def test_what_a_text_quotes_leaves_as_words_and_comes_back_as_a_quote(form: str, tmp_path: Path) -> None:
    quoting = with_texts(example(), summary="Nous demandons ⟦sum:asked|des mots d’avant⟧ pour sept services.")
    path = sent(quoting, form, tmp_path)
    now = stored(quoting, "summary")

    def back_of(file: Path) -> SectionBack:
        return next(one for one in back(file, quoting).sections if one.section == "summary")

    assert not left(back_of(path), now, ()).touched
    (one,) = proposals("summary", now, now, back_of(corrected(path, instead("sept", "huit"))).lines)
    assert "⟦sum:asked|" in take(now, one).text
    dearer = corrected(path, instead("38\u202f100\u00a0€ pour sept", "39\u202f000\u00a0€ pour sept"))
    (one,) = proposals("summary", now, now, back_of(dearer).lines)
    assert (one.state, one.quotes) == ("quoted", ("sum:asked",))
