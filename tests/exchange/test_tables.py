"""The long table of notes as CSV: for spreadsheets, which run what looks like a formula."""

import csv
import io
import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.model import Project
from labdesk.errors import Refusal
from labdesk.exchange import project_json, tables
from labdesk.exchange.example import example
from labdesk.exchange.imported import built
from labdesk.exchange.table_lines import unprotected
from tests.exchange.deeds import random_project

HEADER = "canvas;phase;step;lane;text;evidence;votes;table"


def read(text: str) -> tuple[Project, tuple[str, ...]]:
    imported = tables.read(text, "essai.csv")
    return built(imported.gesture), imported.reported


def journey(*lines: str) -> dict[str, object]:
    project, _reported = read("\n".join((HEADER, *lines)))
    found: dict[str, object] = json.loads(project_json.write(project).text)["journeys"][0]
    return found


def test_the_example_comes_back_to_the_letter() -> None:
    project = built(example().gesture)
    written = tables.write(project)
    again, reported = read(written)
    assert tables.write(again) == written
    assert reported == ()
    assert len(again.note) == len(project.note)


def test_the_file_opens_in_a_spreadsheet() -> None:
    written = tables.write(built(example().gesture)).encode()
    assert written.startswith(b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n")


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_no_cell_of_any_project_can_be_run(seed: int, deeds: int) -> None:
    written = tables.write(random_project(Random(seed), deeds))
    for row in csv.reader(io.StringIO(written[1:], newline=""), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(st.text(alphabet="'=+-@\ta1 \r"))
def test_the_protection_of_a_cell_is_taken_off_again(cell: str) -> None:
    assert unprotected(tables.protected(cell)) == cell


def test_separators_headers_and_labels_are_read_as_people_write_them() -> None:
    for header, line in (
        ("canevas,phase,étape,ligne,texte,preuve,gommettes,table", 'P,A,e,IRRITANTS,"a, b",Observé,2,T1'),
        (
            "canvas\tphase\tstep\tlane\ttext\tevidence\tvotes\ttable",
            "P\tA\te\tpain_points\ta, b\tobserved\t2\tT1",
        ),
        (HEADER, "P;A;e;Pain points;a, b;Observed;2;T1"),
    ):
        project, reported = read(f"{header}\n{line}")
        note = next(iter(project.note.values()))
        assert (note.zone, note.text, note.evidence) == ("pain_points", "a, b", "observed")
        assert project.votes_on(note.id) == 2
        assert project.canvases("journey")[0].author_table == "T1"
        assert reported == ()


def test_a_table_of_windows_latin_is_read(tmp_path: Path) -> None:
    path = tmp_path / "vieux.csv"
    path.write_bytes("canvas;phase;step;lane;text\nP;Été;Étape;Irritants;délai".encode("cp1252"))
    project = built(tables.read_file(path).gesture)
    assert next(iter(project.note.values())).text == "délai"


def test_a_lane_the_type_lacks_becomes_a_lane_of_the_labs_own() -> None:
    found = journey("P;A;e;Irritants;long;;;", "P;A;e;Ce que dit le juriste;possible;;;")
    assert found["lanes"][-1] == {"label": "Ce que dit le juriste"}  # type: ignore[index]
    steps = found["steps"]
    assert isinstance(steps, list)
    assert steps[0]["cells"] == {"pain_points": ["long"], "Ce que dit le juriste": ["possible"]}


def test_feelings_are_read_with_their_sign_and_word() -> None:
    found = journey("P;A;e;Courbe des émotions;−2 seule;;;", "P;A;f;Courbe des émotions;1;;;", "P;A;g;;;;;")
    steps = found["steps"]
    assert isinstance(steps, list)
    assert [(s.get("emotion"), s.get("word")) for s in steps] == [(-2, "seule"), (1, None), (None, None)]


def test_notes_without_a_place_go_to_the_tray() -> None:
    assert journey("P;;;;en vrac;;;", "P;A;e;Irritants;long;;;")["tray"] == ["en vrac"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "les colonnes canvas ; phase"),
        ("a;b\n1;2", "les colonnes canvas ; phase"),
        (f"{HEADER}\n", "le tableau est vide"),
        (f'{HEADER}\nP;A;e;Irritants;"jamais fermé', "ligne 2\u00a0: le tableau ne se lit pas"),
        (f"{HEADER}\nP;A;e;Courbe des émotions;9", "ligne 2\u00a0: une émotion va de −2 à 2."),
        (
            f"{HEADER}\nP;;;Coût du test;cher\nP;;;Hypothèse;x",
            "ligne 2\u00a0: «\u00a0cher\u00a0» n’est pas un montant.",
        ),
        (f"{HEADER}\nP;A;e;Irritants;{'x' * 140_000}", "ligne 2\u00a0: le tableau ne se lit pas"),
        (f"{HEADER}\nP;A;e;Irritants;{'x' * 20_000}", "20\u202f000 caractères"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read(text)
    assert said in refusal.value.sentence


def test_what_is_not_taken_is_told() -> None:
    _project, reported = read(f"{HEADER};couleur\nP;A;e;Irritants;long;;beaucoup;;bleu")
    assert reported == (
        "essai.csv\u00a0: la colonne «\u00a0couleur\u00a0» n’est pas reprise.",
        "essai.csv, ligne 2\u00a0: «\u00a0beaucoup\u00a0» n’est pas un nombre de gommettes.",
    )
