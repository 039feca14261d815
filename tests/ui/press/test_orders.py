"""What goes through the pipe between the window and its child process comes out the same."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from labdesk.domain.entities import Note, ProjectRow
from labdesk.domain.model import Project
from labdesk.ui.press.orders import (
    Cancel,
    Message,
    PictureSent,
    Progress,
    framed,
    frames,
    known_after,
    snapshot,
)


def project(notes: int) -> Project:
    rows = {f"n{at}": Note(id=f"n{at}", canvas="c", zone="z", text=f"Note {at}") for at in range(notes)}
    return replace(
        Project.empty("abc"), project={"project": ProjectRow(id="project", title="Titre")}, note=rows
    )


def test_a_project_is_the_same_on_the_other_side() -> None:
    sent = project(3)
    assert known_after(None, snapshot(sent, None)) == sent


def test_only_the_tables_that_changed_travel_again() -> None:
    before = project(3)
    after = before.replaced({"note": {"n1": None, "n9": Note(id="n9", canvas="c", zone="z", text="Neuf")}})
    news = snapshot(after, before)
    assert set(news.tables) == {"note"}
    assert known_after(before, news) == after


@given(st.lists(st.integers(1, 9), max_size=6), st.data())
def test_messages_cut_anywhere_arrive_whole_and_in_order(numbers: list[int], data: st.DataObject) -> None:
    messages: list[Message] = [Progress(number, 1, 2) for number in numbers]
    messages += [Cancel(3), PictureSent("abc", "print", bytes(range(256)))]
    stream = b"".join(framed(message) for message in messages)
    buffer, heard = bytearray(), []
    while stream:
        size = data.draw(st.integers(1, max(1, len(stream))))
        buffer += stream[:size]
        stream = stream[size:]
        heard += list(frames(buffer))
    assert heard == messages
