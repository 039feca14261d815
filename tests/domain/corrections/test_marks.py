"""Names that Word, LibreOffice and OnlyOffice keep."""

import re

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.corrections.lines import lines_of
from labdesk.domain.corrections.marks import key_of, named, paragraph, read


@given(st.text(min_size=1, max_size=60), st.text(max_size=40), st.integers(1, 999))
def test_a_mark_is_a_short_plain_name_that_can_be_read_again(section: str, text: str, rank: int) -> None:
    name = paragraph(named("t", section, lines_of(text)), rank)
    assert re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII)
    mark = read(name)
    assert mark is not None
    assert (mark.what, mark.key) == ("t", key_of(section))


def test_bookmarks_of_others_are_no_marks() -> None:
    assert [read(name) for name in ("_Toc12345", "ld_t_", "ld_x_a_12345678", "OLE_LINK1")] == [None] * 4
