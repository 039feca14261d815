"""What the window hands to the writer in one go: history, pictures, drafts kept and drafts over."""

from msgspec import Struct

from labdesk.store.drafts import Draft, Key
from labdesk.store.history import NOTHING, Rows
from labdesk.store.pictures import Picture


class Parcel(Struct, frozen=True):
    """Everything in it is a set: received twice, or in another order, it gives the same file."""

    rows: Rows = NOTHING
    pictures: tuple[Picture, ...] = ()
    drafts: tuple[Draft, ...] = ()
    over: tuple[tuple[Key, str], ...] = ()
    """(field, author) of the drafts that became a change or were given up."""

    def __bool__(self) -> bool:
        return bool(self.rows or self.pictures or self.drafts or self.over)

    def then(self, later: "Parcel") -> "Parcel":
        """Both in one transaction. A draft that ended later is not kept."""
        ended = set(later.over)
        kept = {(d.key, d.author): d for d in (*self.drafts, *later.drafts) if (d.key, d.author) not in ended}
        kept |= {(d.key, d.author): d for d in later.drafts}
        over = tuple(dict.fromkeys(o for o in (*self.over, *later.over) if o not in kept))
        return Parcel(self.rows + later.rows, self.pictures + later.pictures, tuple(kept.values()), over)
