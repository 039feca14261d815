"""How one thing of a project names another in a file: a canvas by its id, a step as j_candidate:5, a note."""


class Addresses:
    """Names of rows, both ways. Ranks start at 1, as people count.

    A canvas is its own id (`ines`) or its rank (`persona#1`); a step `j_candidate:5`; a phase
    `j_candidate/phase:2`; a note `j_candidate:5/opportunities:1` or `p_silence/root_causes:2`; a row of
    the dossier `expense#3`.
    """

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], str] = {}
        self._names: dict[str, list[tuple[str, str]]] = {}

    def canvas(self, row: str, kind: str, key: str | None, rank: int) -> None:
        """A canvas of this type and id, the `rank`-th of its type. The first of two same ids keeps it."""
        for name in (key, f"{kind}#{rank}"):
            if name:
                self._say(kind, name, row)
                self._say("", name, row)

    def part(self, row: str, of: str, tail: str) -> None:
        """A part of a thing already named: `tail` is « :5 » for a step, « /zone:1 » for a note."""
        for kind, name in self._names.get(of, ()):
            if self._rows[kind, name] == of:
                self._say(kind, name + tail, row)

    def plain(self, row: str, name: str) -> None:
        """A row of the dossier."""
        self._say("", name, row)

    def _say(self, kind: str, name: str, row: str) -> None:
        self._rows.setdefault((kind, name), row)
        self._names.setdefault(row, []).append((kind, name))

    def row(self, name: str, kind: str = "") -> str | None:
        """The row of a name, among canvases of the type `kind` first."""
        return self._rows.get((kind, name)) or self._rows.get(("", name))

    def name(self, row: str, kind: str = "") -> str | None:
        """The first name that leads back to the row; None for what a file cannot point to."""
        return next((name for _k, name in self._names.get(row, ()) if self.row(name, kind) == row), None)
