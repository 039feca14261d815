"""File names made of titles: taken by every system, and free."""

from pathlib import Path

import pytest

from labdesk.store.file_names import file_stem, free_path, shortened


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Carte d’identité : renouveler ?", "Carte d’identité renouveler"),
        ("con", "con 1"),
        ("../../etc/passwd", "etc passwd"),
        ("   ", "Projet"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(typed: str, name: str) -> None:
    assert file_stem(typed) == name


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Carte.labdesk").touch()
    assert free_path(tmp_path, "Carte").name == "Carte 2.labdesk"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Attractivité de la fonction publique en Bourgogne", "Attractivité de la fonction publique"),
        ("Le guichet des aides", "Le guichet des aides"),
        ("Un titre qui dit où en est la longue attente", "Un titre qui dit où en est la longue attente"),
        (
            "Rendre le service d’accueil plus simple pour les familles",
            "Rendre le service d’accueil plus simple",
        ),
        ("Donaudampfschifffahrtsgesellschaftskapitänsmützen", "Donaudampfschifffahrtsgesellschaftskapitänsm"),
    ],
)
def test_a_long_title_is_cut_after_a_word_that_says_something(title: str, short: str) -> None:
    assert shortened(title, 44) == short
