"""The lists of plain language: what ships, a lab's own, a wrong one."""

from pathlib import Path

import pytest

from labdesk.domain.clarity import Lexicon, load_lexicon, passages
from tests.domain.remarks import LEXICON


# -- the lists ---------------------------------------------------------------------------------------------
def lexicon(tmp_path: Path, toml: str) -> Lexicon:
    from labdesk import places

    (tmp_path / "labo.toml").write_text(toml, "utf-8")
    return load_lexicon(places.resources() / "clair", tmp_path)


def test_a_lab_adds_its_own_words_and_takes_others_away(tmp_path: Path) -> None:
    words = '[expressions]\n"afin de" = []\n"bidule*" = ["outil"]'
    toml = f'[phrases]\nlongue = 3\n{words}\n[sigles]\n"XYZW" = "quatre lettres"'
    own = lexicon(tmp_path, toml)
    assert own.refused == ()
    assert [p.words for p in passages("afin de bidulette", own)] == ["bidulette"]
    assert own.acronyms["XYZW"] == "quatre lettres"
    assert passages("un deux trois quatre", own)[0].kind == "long"


@pytest.mark.parametrize(
    "toml",
    [
        "[expressions",
        '[expressions]\n"afin de" = "pour"',
        "[expressions]\n'…' = ['x']",
        "expressions = 3",
        "[phrases]\nlongue = 0",
        "[sigles]\nA = 3",
        "[connus]\nsigles = 'A'",
    ],
)
def test_a_wrong_list_is_refused_with_its_name_and_the_others_load(tmp_path: Path, toml: str) -> None:
    own = lexicon(tmp_path, toml)
    assert len(own.refused) == 1
    assert own.refused[0].startswith("labo.toml")
    assert own.beginning_with("afin")


def test_the_list_that_ships_loads_whole_and_proposes_nothing_it_would_remark() -> None:
    assert LEXICON.refused == ()
    for expressions in LEXICON.expressions.values():
        for expression in expressions:
            for plain in expression.plainer:
                assert plain.strip() == plain
                told = [p.words for p in passages(plain, LEXICON) if p.kind == "words"]
                assert told == [], (expression.words, plain)
