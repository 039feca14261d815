"""F6: from region to region, back to what had the focus there."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from labdesk.ui.regions import cycle


@pytest.fixture
def regions(around: QWidget, qtbot: QtBot) -> list[QWidget]:
    """Four regions: two with fields, one without a stop, one hidden."""
    row = QHBoxLayout(around)
    made = []
    for fields in (2, 1, 0, 1):
        region = QWidget(around)
        inner = QHBoxLayout(region)
        inner.addWidget(QLabel("x"))
        for _each in range(fields):
            inner.addWidget(QLineEdit())
        row.addWidget(region)
        made.append(region)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    made[3].hide()
    return made


def test_it_goes_round_over_what_can_take_the_focus(regions: list[QWidget]) -> None:
    regions[0].findChildren(QLineEdit)[0].setFocus()
    assert cycle(regions, 1) is regions[1]
    assert cycle(regions, 1) is regions[0]
    assert cycle(regions, -1) is regions[1]


def test_it_comes_back_to_what_had_the_focus(regions: list[QWidget]) -> None:
    second = regions[0].findChildren(QLineEdit)[1]
    second.setFocus()
    cycle(regions, 1)
    cycle(regions, 1)
    assert QApplication.focusWidget() is second


def test_without_any_region_nothing_happens() -> None:
    assert cycle([], 1) is None
