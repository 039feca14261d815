"""The wall kit: places of real sticky notes, sheets to hand out in the lab's name, accessible all of them."""

import io
from datetime import date
from pathlib import Path

import pytest

from labdesk.domain.lab import Lab
from labdesk.dossier import pdf
from labdesk.dossier.handouts import BLANK, load_handouts, read_handout
from labdesk.dossier.kit import HANDOUTS, KitWish, blank_canvas, kit
from labdesk.dossier.kit_folder import write_kit
from labdesk.dossier.wall_parts import NOTE
from labdesk.errors import Refusal
from labdesk.words import speaking
from tests.memory import catalogue, kind
from tests.paper.archive import archive_faults
from tests.paper.measuring import boxes, pages
from tests.paper.reading import text, tree
from tests.paper.ua_checker import check

TODAY = date(2027, 3, 9)
TYPES = tuple(catalogue().types)


def wish(paper: str = "A0", tile: str | None = None, **more: object) -> KitWish:
    return KitWish(TODAY, TYPES, paper, tile, **more)  # type: ignore[arg-type]


def nothing(name: str) -> bytes:
    raise KeyError(name)


def printed(name: str, paper: str, tile: str | None = None) -> bytes:
    return pdf.write(blank_canvas(kind(name), wish(paper, tile)), nothing).data


@pytest.mark.parametrize("paper", ["A3", "A2", "A1", "A0"])
@pytest.mark.parametrize("name", TYPES)
def test_every_blank_canvas_is_accessible_and_archivable(name: str, paper: str) -> None:
    data = printed(name, paper)
    assert check(io.BytesIO(data)) == []
    assert archive_faults(data) == []


@pytest.mark.parametrize("paper", ["A3", "A2", "A1", "A0"])
@pytest.mark.parametrize("name", ["journey", "problem", "persona"])
def test_the_place_of_a_sticky_note_measures_76_mm_on_every_paper(name: str, paper: str) -> None:
    for (width, height), paths in pages(printed(name, paper)):
        squares = [box for box in boxes(paths) if abs(box[2] - box[3]) < 0.02 and box[2] > 60]
        for left, top, side, _down in squares:
            assert side == pytest.approx(NOTE, abs=0.1)
            assert left > 0
            assert left + side < width
            assert top + side < height - 15
    assert squares


def test_the_blank_journey_asks_its_questions_and_has_an_emotion_rail() -> None:
    said = text(printed("journey", "A0"))
    for words in ("Irritants", "Qu’est-ce qui bloque", "Étape 12", "très négatif", "Courbe des émotions"):
        assert words in said
    heads = [words for role, words in tree(printed("journey", "A0")) if role == "TH"]
    assert "Étape 3" in heads
    assert len(pages(printed("journey", "A0"))) == 1


def test_a_blank_canvas_can_be_cut_on_office_paper() -> None:
    data = printed("journey", "A1", "A4")
    assert check(io.BytesIO(data)) == []
    for _size, paths in pages(data)[1:]:
        squares = [box for box in boxes(paths) if abs(box[2] - box[3]) < 0.02 and box[2] > 60]
        assert all(box[2] == pytest.approx(NOTE, abs=0.1) for box in squares)


@pytest.mark.parametrize("name", HANDOUTS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_handout_says_whom_to_write_to_and_fits_one_page(name: str, language: str) -> None:
    lab = Lab("Labo du Confluent", "Préfecture", "2 rue du Port, Dijon", "labo@exemple.fr", "dpo@exemple.fr")
    with speaking(language):  # type: ignore[arg-type]
        made = dict(kit(catalogue(), KitWish(TODAY, (), pages=(name,), lab=lab)))
        document = next(iter(made.values()))
        written = pdf.write(document, nothing)
    said = text(written.data)
    assert written.pages == 1
    for words in ("Labo du Confluent", "labo@exemple.fr", "dpo@exemple.fr", "DPO"):
        assert words.replace(" ", "") in said.replace(" ", "")  # an address may end a line after its @
    assert BLANK not in said
    assert check(io.BytesIO(written.data)) == []
    assert archive_faults(written.data) == []


def test_without_an_identity_there_are_lines_to_fill_in() -> None:
    made = dict(kit(catalogue(), KitWish(TODAY, (), pages=("image_minor",))))
    said = text(pdf.write(next(iter(made.values())), nothing).data)
    assert "………" in said
    assert "à valider par votre délégué" in said
    assert "Signature du parent ou tuteur 2" in said


def test_the_lab_replaces_a_sheet_by_its_own_and_a_wrong_one_is_told(own_data_folder: Path) -> None:
    wall = own_data_folder / "wall"
    wall.mkdir(parents=True)
    shipped = load_handouts().sheets["notice"]
    (wall / "notice.toml").write_text(
        'id = "notice"\nvalidated = "2027-01-15"\ntitle = {fr = "La nôtre", en = "Ours"}\n'
        '[[part]]\nkind = "text"\nfr = "Bonjour {lab}"\nen = "Hello {lab}"\n',
        "utf-8",
    )
    (wall / "casse.toml").write_text("id =", "utf-8")
    found = load_handouts()
    assert str(found.sheets["notice"].title) == "La nôtre" != str(shipped.title)
    assert "casse.toml" in found.refused[0]
    made = dict(kit(catalogue(), KitWish(TODAY, (), pages=("notice",))))
    assert "15 janvier 2027" in text(pdf.write(made["La nôtre"], nothing).data)


@pytest.mark.parametrize("wrong", ["", "id = 1", 'id="a"\ntitle={fr="x"}\npart=[]', "[[part]]\nkind='autre'"])
def test_a_handout_that_makes_no_sense_is_refused_with_its_name(wrong: str) -> None:
    with pytest.raises(Refusal, match=r"feuille\.toml"):
        read_handout(wrong, "feuille.toml")


def test_votes_and_table_signs_are_readable_without_colour() -> None:
    made = dict(kit(catalogue(), KitWish(TODAY, (), pages=("dots", "tables"), tables=3)))
    dots, signs = (pdf.write(document, nothing) for document in made.values())
    assert check(io.BytesIO(dots.data)) == check(io.BytesIO(signs.data)) == []
    assert signs.pages == 3
    assert {"●", "▲", "■", "◆"} <= set(text(dots.data))
    circles = [box for box in boxes(pages(dots.data)[0][1]) if abs(box[2] - 19) < 0.05]
    assert len(circles) == 56


def test_a_kit_is_written_whole_or_the_folder_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Kit"
    written = write_kit(catalogue(), wish(), folder)
    assert sorted(written.names) == sorted(path.name for path in folder.iterdir())
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = iter(range(100))
    write = pdf.write

    def full(*given: object, **more: object) -> object:
        if next(done) == 5:
            raise OSError(28, "No space left on device")
        return write(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(pdf, "write", full)
    with pytest.raises(Refusal, match="disque est plein"):
        write_kit(catalogue(), wish("A1"), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "kit"
    taken.write_text("à moi")
    with pytest.raises(Refusal, match="est un fichier"):
        write_kit(catalogue(), wish(), taken)
    assert taken.read_text() == "à moi"


@pytest.mark.parametrize("paper", ["A3", "A0"])
def test_each_sheet_bears_a_rule_of_100_mm(paper: str) -> None:
    for _size, paths in pages(printed("journey", paper)):
        assert any(box[3] < 0.02 and abs(box[2] - 100) < 0.05 for box in boxes(paths))


def test_a_kit_that_is_given_up_leaves_no_folder(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _whole: int) -> None:
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        write_kit(catalogue(), wish(), tmp_path / "Kit", stop)
    assert list(tmp_path.iterdir()) == []
