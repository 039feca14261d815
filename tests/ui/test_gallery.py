"""The recent projects as cards: a picture, a title, when and where."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from labdesk.domain.follow_up import Stage
from labdesk.store.shelf_index import Recent
from labdesk.ui.gallery import Gallery, differences
from labdesk.ui.style import Look


def gallery(look: Look, qtbot: QtBot, *recent: Recent) -> Gallery:
    made = Gallery(look, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show_recent(recent)
    made.fit(1000)
    made.resize(1000, 600)
    made.show()
    return made


def texts(made: Gallery) -> str:
    return " | ".join(label.text() for label in made.findChildren(QLabel) if label.isVisible())


def test_an_empty_shelf_says_what_will_stand_there(look: Look, qtbot: QtBot) -> None:
    made = gallery(look, qtbot)
    assert "Aucun projet" in texts(made)
    assert made.cards == ()


def test_a_card_says_title_and_day(look: Look, qtbot: QtBot) -> None:
    path = Path("/projets/carte.labdesk")
    now = datetime.now().astimezone()
    long_ago = now.replace(year=2024, month=3, day=12)
    made = gallery(
        look,
        qtbot,
        Recent(path, "Carte", now, None, True),
        Recent(path, "Hier", now - timedelta(days=1), None, True),
        Recent(path, "Ancien", long_ago, None, True),
        Recent(path, "Parti", now, None, False),
    )
    said = texts(made)
    for words in ("Carte", "Aujourd’hui à", "Hier à", "12 mars 2024", "Fichier introuvable"):
        assert words in said
    assert made.cards[0].accessibleName() == "Ouvrir Carte"


def test_a_click_asks_for_the_project(look: Look, qtbot: QtBot) -> None:
    path = Path("/projets/carte.labdesk")
    made = gallery(look, qtbot, Recent(path, "Carte", datetime.now().astimezone(), b"pas une image", True))
    with qtbot.waitSignal(made.wanted) as wanted:
        made.cards[0].click()
    assert wanted.args == [str(path)]


def test_a_very_long_title_and_path_stay_inside_their_card(look: Look, qtbot: QtBot) -> None:
    path = Path("/" + "dossier-tres-long/" * 20 + "x.labdesk")
    made = gallery(look, qtbot, Recent(path, "Titre " * 60, datetime.now().astimezone(), None, True))
    card = made.cards[0]
    assert all(label.sizeHint().width() <= card.width() for label in card.findChildren(QLabel))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_card_says_where_the_dossier_stands_in_words_and_by_a_sign(
    look: Look, qtbot: QtBot, scale: float
) -> None:
    today = date.today()
    look.become(scale=scale)
    late = Stage("deposited", "2026-03-12", waiting=1, deadline=(today - timedelta(days=3)).isoformat())
    near = Stage("deposited", "2026-03-12", waiting=1, deadline=(today + timedelta(days=6)).isoformat())
    calm = Stage("granted", "2026-06-12", granted=6_000_000, requested=7_620_000)
    path, now = Path("/projets/carte.labdesk"), datetime.now().astimezone()
    made = gallery(
        look, qtbot, *(Recent(path, "Carte", now, None, True, stage) for stage in (late, near, calm, Stage()))
    )
    said = texts(made).replace("\u202f", " ").replace("\u00a0", " ")
    assert "3 jours de retard" in said
    assert "(J−6)" in said
    assert "60 000 € sur 76 200 € demandés" in said
    for card in made.cards[:3]:
        assert card._stands.isVisible()
        assert card._stage_sign.pixmap().width() > 0
        assert card.rect().contains(card._stands.geometry()), "nothing of a deadline is cut"
        assert card._stands.heightForWidth(card._stands.width()) <= card._stands.height()
    assert made.cards[0].accessibleDescription().startswith("Déposé le 12 mars")
    assert not made.cards[3]._stands.isVisible()


def test_two_copies_of_a_project_are_told_apart_by_their_files(look: Look, qtbot: QtBot) -> None:
    now = datetime.now().astimezone()
    made = gallery(
        look,
        qtbot,
        Recent(Path("/tables/Table 1 - Carte.labdesk"), "Carte", now, None, True),
        Recent(Path("/tables/Table 2 - Carte.labdesk"), "Carte", now, None, True),
        Recent(Path("/projets/autre.labdesk"), "Autre", now, None, True),
    )
    assert "Table 1 - Carte.labdesk" in texts(made)
    assert "Table 2 - Carte.labdesk" in texts(made)
    assert "autre.labdesk" not in texts(made)  # nothing more where there is no double
    assert [card.accessibleName() for card in made.cards] == [
        "Ouvrir Carte, Table 1 - Carte.labdesk",
        "Ouvrir Carte, Table 2 - Carte.labdesk",
        "Ouvrir Autre",
    ]


def test_copies_of_the_same_name_are_told_apart_by_their_folder() -> None:
    home, key = Path("/bureau/Documents/carte.labdesk"), Path("/media/cle/carte.labdesk")
    assert differences([home, key]) == ("bureau › carte.labdesk", "media › carte.labdesk")
    assert differences(
        [Path("/p/a/carte.labdesk"), Path("/p/b/carte.labdesk"), Path("/p/carte.labdesk")]
    ) == (
        "a › carte.labdesk",
        "b › carte.labdesk",
        "carte.labdesk",
    )
