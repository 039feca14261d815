"""The words of traces, for every stage and every lack."""

from typing import get_args

from labdesk.domain.ties import STAGES
from labdesk.domain.trace_web import Lack
from labdesk.domain.trace_words import lack_words, stage_words


def test_every_stage_and_every_lack_has_words() -> None:
    assert len({stage_words(stage) for stage in STAGES}) == len(STAGES)
    assert len({lack_words(lack) for lack in get_args(Lack)}) == len(get_args(Lack))
