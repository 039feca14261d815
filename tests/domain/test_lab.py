"""The lab as this laptop knows it: kept whole, read calmly, never outside its folder."""

import json
from pathlib import Path

import pytest

from labdesk.domain.lab import FILE, Lab, Logo, is_colour, load_lab, logo_bytes, save_lab
from labdesk.errors import Refusal


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"un logo")
    lab = Lab("Labo", "Préfecture", "2 rue", "a@b.fr", "dpo@b.fr", "#2B3A8C", Logo("logo.png", "Préfet"))
    save_lab(lab, tmp_path)
    assert load_lab(tmp_path) == lab
    assert lab.mark is not None
    assert logo_bytes(lab.mark, tmp_path) == b"un logo"


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"name": 3, "colour": "rouge", "partners": 5, "mark": "x"}']
)
def test_a_file_that_makes_no_sense_is_an_empty_lab(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert load_lab(tmp_path) == Lab()


def test_a_logo_outside_the_folder_or_missing_is_not_read(tmp_path: Path) -> None:
    kept = tmp_path / "labo"
    kept.mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    logos = [{"file": "../secret.png"}, {"file": "absent.png"}, {"file": str(tmp_path / "secret.png")}, 3]
    (kept / FILE).write_text(json.dumps({"mark": logos[0], "partners": logos}), "utf-8")
    assert load_lab(kept) == Lab()


def test_a_folder_that_cannot_be_made_is_refused_and_named(tmp_path: Path) -> None:
    (tmp_path / "labo").write_text("un fichier")
    with pytest.raises(Refusal, match="labo"):
        save_lab(Lab("x"), tmp_path / "labo")


def test_colours_are_written_as_in_a_style_sheet() -> None:
    assert is_colour("#2b3A8c")
    assert not any(map(is_colour, ("", "rouge", "#FFF", "#GGGGGG", "2B3A8C0")))


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("53 rue de la Préfecture\n21041 Dijon cedex", "Dijon"),
        ("2 place Saint-Pierre, 25000 Besançon", "Besançon"),
        ("1 rue X\n71 100 Chalon-sur-Saône CEDEX 9\nFrance", "Chalon-sur-Saône"),
        ("Bâtiment B, campus", ""),
        ("", ""),
    ],
)
def test_the_town_of_a_lab_is_read_in_its_address(address: str, town: str) -> None:
    assert Lab(address=address).town == town
