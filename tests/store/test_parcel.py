"""Parcels may arrive one by one, several at once, twice or in another order: the document is the same."""

import random

from hypothesis import given
from hypothesis import strategies as st

from labdesk.store.parcel import Parcel
from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE, note, write
from tests.store.test_history_properties import dump

steps = st.lists(
    st.tuples(st.sampled_from(["write", "draft", "over", "undo"]), st.integers(0, 2)), max_size=15
)


def parcels(steps: list[tuple[str, int]]) -> list[Parcel]:
    """What a window hands over while somebody works."""
    file = ProjectFile.blank(ANNE)
    sent = [Parcel(file.do(note(f"n{n}", "un")).rows) for n in range(3)]
    drafts = {}
    for kind, number in steps:
        key = ("note", f"n{number}", "text")
        if kind == "draft":
            drafts[key] = file.begin_draft(key, f"en cours {len(sent)}", ())
            sent.append(Parcel(drafts=(drafts[key],)))
        elif kind == "over" and key in drafts:
            del drafts[key]
            sent.append(Parcel(over=((key, ANNE),)))
        elif kind == "undo" and (done := file.undo()):
            sent.append(Parcel(done.rows))
        elif kind == "write":
            over = ((key, ANNE),) if drafts.pop(key, None) else ()
            sent.append(Parcel(file.do(write(f"n{number}", f"écrit {len(sent)}")).rows, over=over))
    return sent


@given(steps=steps, seed=st.integers(0, 10**6))
def test_together_or_apart_they_give_the_same_document(steps: list[tuple[str, int]], seed: int) -> None:
    sent, chance = parcels(steps), random.Random(seed)
    apart, together, shuffled = (ProjectFile.blank(ANNE, "o" * 32) for _ in range(3))
    for parcel in sent:
        apart.receive(parcel)
    whole = Parcel()
    for parcel in sent:
        whole = whole.then(parcel)
        if chance.random() < 0.3:
            together.receive(whole)
            whole = Parcel()
    together.receive(whole)
    together.receive(whole)
    assert dump(apart) == dump(together)
    assert apart.drafts() == together.drafts()
    rows = [parcel.rows for parcel in sent] * 2
    chance.shuffle(rows)
    for piece in rows:
        shuffled.absorb(piece)
    assert dump(apart) == dump(shuffled)
