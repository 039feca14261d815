"""One gesture being written into the history: its changes, each in place of what its author had seen."""

import sqlite3
from collections.abc import Iterable, Sequence

from labdesk.domain.entities import FIELDS, Value
from labdesk.domain.gesture import Edit, Gesture, Removal
from labdesk.store.entry import clean_id, clean_label, clean_value
from labdesk.store.hashes import DIGITS, change_id, gesture_id, new_salt, value_hash
from labdesk.store.history import ChangeRow, GestureRow, Rows, insert_change, insert_gesture
from labdesk.store.state import LIVING, Head, Place, heads_of, hidden, removals


class Recording:
    """The gesture under way. It runs inside a transaction and reads what it wrote itself."""

    def __init__(
        self, connection: sqlite3.Connection, author: str, at: str, label: str, undoes: str | None = None
    ) -> None:
        label = clean_label(label)
        self.connection = connection
        self.gesture = GestureRow(gesture_id(author, at, label, undoes), author, at, label, undoes)
        self.changes: list[ChangeRow] = []
        self._asked: dict[Place, set[str]] = {}
        self._reborn: set[Place] = set()
        (self.since,) = connection.execute('SELECT coalesce(max(rowid), 0) FROM "change"').fetchone()
        self._new = insert_gesture(connection, self.gesture)

    @property
    def rows(self) -> Rows:
        """What the writer unites into the document."""
        return Rows((self.gesture,), tuple(self.changes))

    def withdraw(self) -> None:
        """Nothing was to be changed: the gesture was none."""
        if self._new:
            self.connection.execute("DELETE FROM gesture WHERE id = ?", (self.gesture.id,))

    def write(
        self, table: str, row: str, field: str, value: Value, seen: Iterable[str], salt: str | None = None
    ) -> None:
        """One change, exactly as said."""
        self._write(table, row, field, value, tuple(sorted(set(seen))), salt or new_salt())

    def write_versions(
        self, table: str, row: str, field: str, values: Sequence[Value], seen: Iterable[str]
    ) -> None:
        """Several values that disagree, the last of them shown: of one moment the greatest id is."""
        olds, many = tuple(sorted(set(seen))), len(values)
        for rank, value in enumerate(values):
            salt = new_salt()
            while _share(self._name(table, row, field, value_hash(salt, value), olds), many) != rank:
                salt = new_salt()
            self._write(table, row, field, value, olds, salt)

    def _name(self, table: str, row: str, field: str, hashed: str, olds: tuple[str, ...]) -> str:
        return change_id(self.gesture.id, table, row, field, hashed, olds)

    def _write(
        self, table: str, row: str, field: str, value: Value, olds: tuple[str, ...], salt: str
    ) -> None:
        hashed = value_hash(salt, value)
        name = self._name(table, row, field, hashed, olds)
        change = ChangeRow(name, self.gesture.id, table, row, field, value, salt, hashed, olds)
        if insert_change(self.connection, change):
            self.changes.append(change)

    def follow(self, gesture: Gesture, *, typed: bool = True) -> None:
        """What a command asked for; not `typed`: copied from another file, whatever its length."""
        for edit in gesture.edits:
            if isinstance(edit, Edit):
                self._asked.setdefault((edit.table, edit.row), set()).add(edit.field)
        for edit in gesture.edits:
            if isinstance(edit, Removal):
                self.remove(edit.table, edit.row)
            elif edit.field == LIVING:
                self.keep(edit.table, edit.row)
            else:
                self._edit(edit, typed)

    def remove(self, table: str, row: str) -> None:
        """The row goes, as it is seen now."""
        heads = heads_of(self.connection, table, row)
        if not hidden(self.connection, heads):
            self.write(table, row, LIVING, 0, (head.id for head in heads))

    def keep(self, table: str, row: str) -> None:
        """A person decides that a row removed elsewhere stays."""
        heads = heads_of(self.connection, table, row)
        if heads and removals(heads):
            self.write(table, row, LIVING, 1, (head.id for head in heads))

    def _edit(self, edit: Edit, typed: bool) -> None:
        table, row, field = edit.table, clean_id(edit.row), edit.field
        value = clean_value(table, field, edit.value, typed=typed)
        heads = heads_of(self.connection, table, row)
        if hidden(self.connection, heads):
            self._return(edit, heads)
            heads = heads_of(self.connection, table, row)
        standing = [head for head in heads if head.field == field]
        if len(standing) == 1 and standing[0].value == value and type(standing[0].value) is type(value):
            return
        if not standing and value is None:
            return
        self.write(table, row, field, value, self._seen(edit, standing))

    def _seen(self, edit: Edit, standing: list[Head]) -> set[str]:
        """What the editor had on screen, and what this laptop wrote itself: a burst has one author."""
        now = {head.id for head in standing}
        if edit.seen is None or (edit.table, edit.row) in self._reborn:
            return now
        return {head.id for head in standing if head.id in edit.seen or self._own(head)} | (
            set(edit.seen) & self._of_field(edit)
        )

    def _own(self, head: Head) -> bool:
        found = self.connection.execute("SELECT author FROM gesture WHERE id = ?", (head.gesture,)).fetchone()
        return found is not None and found[0] == self.gesture.author

    def _of_field(self, edit: Edit) -> set[str]:
        """Of the changes an editor says it saw, those of its own field."""
        found = self.connection.execute(
            'SELECT id FROM change WHERE "table" = ? AND "row" = ? AND field = ?',
            (edit.table, edit.row, edit.field),
        )
        return {name for (name,) in found}

    def _return(self, edit: Edit, heads: list[Head]) -> None:
        """What is written on a row that is not there: its birth, or its return."""
        if not heads or edit.seen == ():
            self._bear(edit.table, edit.row, heads)
        elif edit.seen is None or all(self._own(head) for head in heads if head.id in removals(heads)):
            self.keep(edit.table, edit.row)
        # Else somebody removed the row while an editor was open on it: it stays, marked.

    def _bear(self, table: str, row: str, heads: list[Head]) -> None:
        """A row is born, or born again after its removal: then nothing of its former life comes back."""
        self.write(table, row, LIVING, 1, (head.id for head in heads))
        self._reborn.add((table, row))
        former = {head.field for head in heads if head.value is not None} - self._asked[table, row]
        for field in sorted(former & set(FIELDS[table])):
            self.write(table, row, field, None, (head.id for head in heads if head.field == field))


def _share(name: str, many: int) -> int:
    """In which of so many equal shares of all ids one lies, in rising order."""
    return int(name, 16) * many >> 4 * DIGITS
