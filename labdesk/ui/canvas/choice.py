"""One line of a list to choose from, for who makes it ready; the list itself is in `chooser`."""

from msgspec import Struct


class Choice(Struct, frozen=True):
    """One line: what is chosen, what is read, and whether it is ticked (None: it cannot be).

    `where` stands behind the label, `group` is the heading it stands under; both are searched too,
    and so is `also`, which is not shown.
    """

    id: str
    label: str
    ticked: bool | None = None
    where: str = ""
    group: str = ""
    also: str = ""
