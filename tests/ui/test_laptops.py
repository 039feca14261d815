"""Who wrote what is told by a name: the table a copy was made for, or the one a person gave."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from labdesk import places
from labdesk.store.seats import Seat
from labdesk.store.session import Session
from labdesk.store.table_copies import prepare
from labdesk.ui import laptops
from labdesk.ui.workshop.whose_laptop import WhoseLaptop


def test_the_copy_of_a_table_names_the_laptop_that_opened_it(tmp_path: Path) -> None:
    whole = Session.create(tmp_path / "projet.labdesk", "a" * 16)
    copy = prepare(whole, tmp_path / "t2.labdesk", Seat(name="Table 2", prepared=datetime.now().isoformat()))
    Session.open(copy, "b" * 16).close()
    laptops.learn([copy, tmp_path / "projet.labdesk"])
    assert laptops.names() == {"b" * 16: "Table 2"}
    whole.close()


def test_a_name_is_asked_in_the_card_and_kept_on_this_laptop(qtbot: QtBot) -> None:
    asking = WhoseLaptop("3f2a" * 4, "11:48")
    qtbot.addWidget(asking)
    asking.show()
    named: list[tuple[str, str]] = []
    asking.named.connect(lambda author, name: named.append((author, name)))
    asking.ask.click()
    QTest.keyClick(asking.field, Qt.Key.Key_Return)  # nothing typed: nothing is named
    assert asking.ask.isVisible()
    asking.ask.click()
    QTest.keyClicks(asking.field, "  Le portable   du labo ")
    QTest.keyClick(asking.field, Qt.Key.Key_Return)
    assert named == [("3f2a" * 4, "Le portable du labo")]
    asking.field.show()
    QTest.keyClick(asking.field, Qt.Key.Key_Escape)
    assert asking.field.isHidden()


def test_names_survive_and_a_file_of_garbage_is_no_name() -> None:
    laptops.keep({"b" * 16: "Table 2"})
    laptops.keep({"c" * 16: "x" * 5000, "b" * 16: "Table 3"})
    assert laptops.names()["b" * 16] == "Table 3"
    assert len(laptops.names()["c" * 16]) <= 500
    laptops.keep({"b" * 16: ""})
    assert "b" * 16 not in laptops.names()
    (places.data() / laptops.FILE).write_bytes(b"\xff[1, 2")
    assert laptops.names() == {}
