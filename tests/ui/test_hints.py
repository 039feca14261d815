"""What a newcomer was shown: one thing at a time, what was done by itself is not shown, and it ends."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from labdesk.ui.hints import ALL, Hints


@pytest.fixture
def hints(qapp: object) -> Iterator[Hints]:
    owner = QObject()
    made = Hints(owner)
    made.want(True)
    yield made
    owner.deleteLater()


def test_what_was_done_already_is_not_shown(hints: Hints) -> None:
    assert hints.next_of(ALL) == "type"
    hints.did("type", "step")
    assert hints.next_of(ALL) == "next"
    hints.did("next")
    assert hints.next_of(ALL) == "lane"


def test_when_all_was_done_it_is_over(hints: Hints) -> None:
    heard: list[bool] = []
    hints.over.connect(lambda: heard.append(True))
    hints.did(*ALL)
    assert heard == [True]
    hints.did(*ALL)
    assert heard == [True]


def test_off_nothing_is_shown_and_asked_for_again_it_begins_again(hints: Hints) -> None:
    hints.did("type")
    hints.want(False)
    assert hints.next_of(ALL) is None
    hints.did("next")
    hints.want(True)
    assert hints.next_of(ALL) == "type"
