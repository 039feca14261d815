"""Which words are underlined: those no dictionary knows, and no name, no acronym, no address, no number."""

from pathlib import Path

import pytest

from labdesk.ui.spelling.speller import Speller, find

KNOWN = {"guichet", "entrée", "attend", "rendez", "vous", "rendez-vous", "trop", "long", "aujourd'hui", "le"}


class Words:
    """A dictionary of ten words."""

    def __init__(self) -> None:
        self.asked = 0

    def check(self, word: str) -> bool:
        self.asked += 1
        return word.lower() in KNOWN

    def suggest(self, word: str) -> list[str]:
        return ["guichet", "aujourd'hui", "guichet"]


@pytest.fixture
def speller(tmp_path: Path) -> Speller:
    return Speller(Words(), tmp_path / "orthographe" / "mots-fr.txt")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("attend au guichte", [(10, "guichte")]),
        ("l’entrée du guichet", []),
        ("aujourd’hui, rendez-vous", []),
        ("l’entrrée", [(0, "l’entrrée")]),
        ("Guichte fermé", [(0, "Guichte"), (8, "fermé")]),
        ("le Kévin de Saint-Dié", []),
        ("trop long pour la CNIL et LabDesk", [(10, "pour")]),
        ("xxx@exemple.fr https://guichte.fr abc123 fichier/guichte", []),
        ("مرحبا بكم 😀 ок", []),
        ("", []),
    ],
)
def test_what_is_underlined(speller: Speller, text: str, wrong: list[tuple[int, str]]) -> None:
    assert list(speller.wrong(text)) == wrong


def test_a_word_of_the_lab_is_learnt_for_good_on_this_laptop(speller: Speller, tmp_path: Path) -> None:
    assert not speller.knows("labodesk")
    speller.learn("labodesk")
    speller.learn("labodesk")
    assert speller.knows("Labodesk")
    path = tmp_path / "orthographe" / "mots-fr.txt"
    assert path.read_text("utf-8") == "labodesk\n"
    assert Speller(Words(), path).knows("labodesk")


def test_own_words_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    path = tmp_path / "mots.txt"
    path.write_bytes(b"\xff\xfe\x00")
    assert not Speller(Words(), path).knows("labodesk")


def test_a_word_is_asked_once(tmp_path: Path) -> None:
    words = Words()
    speller = Speller(words, tmp_path / "mots.txt")
    for _time in range(5):
        list(speller.wrong("guichte guichte"))
    assert words.asked == 1


def test_proposals_are_written_as_the_program_writes(speller: Speller) -> None:
    assert speller.proposals("guichte") == ("guichet", "aujourd’hui")


def test_nothing_is_judged_while_proposals_are_looked_for(speller: Speller) -> None:
    with speller._lock:
        assert list(speller.wrong("guichte")) == []
    assert list(speller.wrong("guichte")) == [(0, "guichte")]


def test_the_dictionary_of_the_system_knows_french_where_there_is_one() -> None:
    speller = find("fr")
    if speller is None:
        pytest.skip("no Enchant, or no French dictionary, on this machine")
    text = "L’usagère attend son rendez-vous aujourd’hui ; c’est-à-dire qu’elle s’énerve au guichte."
    assert [word for _start, word in speller.wrong(text)] == ["guichte"]
    assert "guichet" in speller.proposals("guichte")
