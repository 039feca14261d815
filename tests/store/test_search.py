"""Words are found wherever they were typed, whatever their accents and capitals."""

from labdesk.domain.gesture import Gesture, born
from labdesk.store.project_file import ProjectFile
from labdesk.store.search import folded, search
from tests.store.samples import ANNE, note


def project() -> ProjectFile:
    file = ProjectFile.blank(ANNE)
    file.do(
        note("n1", "Le RÉSUMÉ du dossier arrive après l’été, trop tard pour préparer la rentrée des classes")
    )
    file.do(
        Gesture(
            "Remplir",
            born("answer", "c/title", canvas="c", zone="title", value="Parcours d’un candidat")
            + born("section", "summary", text="Résumé en dix lignes\ndu projet")
            + born("phase", "p1", canvas="c", label="Postuler"),
        )
    )
    return file


def test_notes_answers_and_sections_are_searched() -> None:
    file = project()
    assert {(hit.table, hit.row) for hit in search(file.project, "resume")} == {
        ("note", "n1"),
        ("section", "summary"),
    }
    assert [(hit.table, hit.field) for hit in search(file.project, "CANDIDAT")] == [("answer", "value")]
    assert [hit.row for hit in search(file.project, "dossier ete")] == ["n1"]
    assert search(file.project, "dossier introuvable") == ()
    assert search(file.project, " ") == ()


def test_a_tag_is_found_with_its_sign_and_without() -> None:
    file = project()
    file.do(note("n2", "Envoyer la pièce", tag="délai, numérique"))
    for typed in ("#délai", "delai", "#numerique délai"):
        assert [(hit.row, hit.field) for hit in search(file.project, typed)] == [("n2", "tag")], typed
    assert search(file.project, "#") == ()


def test_the_snippet_says_where_the_word_stands() -> None:
    (hit,) = search(project().project, "rentree")
    assert hit.snippet[hit.start : hit.end] == "rentrée"
    assert hit.snippet.startswith("…")
    (other,) = search(project().project, "lignes")
    assert other.snippet == "Résumé en dix lignes du projet"


def test_those_who_cannot_type_the_ligature_find_it_all_the_same() -> None:
    file = ProjectFile.blank(ANNE)
    file.do(note("n1", "Au cœur du service").and_then(note("n2", "La main d'oeuvre")))
    assert [hit.row for hit in search(file.project, "coeur")] == ["n1"]
    assert [hit.row for hit in search(file.project, "ŒUVRE")] == ["n2"]


def test_folding_keeps_the_place_of_every_letter() -> None:
    text = "Œuvre ﬁnale ½ Été İ ß"
    assert len(folded(text)) == len(text)
