"""What the project file costs, beside plain sqlite3 and Pillow doing the least of the same work."""

import os
import shutil
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from labdesk.domain.entities import FIELDS
from labdesk.domain.gesture import Edit, Gesture, born
from labdesk.store.merge import merge
from labdesk.store.photos import prepare
from labdesk.store.project_file import ProjectFile
from tests.store.samples import ANNE, photo_bytes, write

NOTES, EDITS, PHOTOS, TABLES = 2000, 6000, 20, 6


def run() -> None:
    """Print every figure: median, 99th centile, reference, ratio."""
    with TemporaryDirectory() as folder, own_data(Path(folder)):
        path = Path(folder) / "Grand projet.labdesk"
        _filled(path)
        edits(path, Path(folder))
        opening(path, Path(folder))
        merging(path, Path(folder))
        memory(path)
    photo()


@contextmanager
def own_data(folder: Path) -> Iterator[None]:
    """Backups of the bench are not kept among a person's."""
    before = os.environ.get("LABDESK_DATA")
    os.environ["LABDESK_DATA"] = str(folder / "data")
    try:
        yield
    finally:
        if before is None:
            del os.environ["LABDESK_DATA"]
        else:
            os.environ["LABDESK_DATA"] = before


def edits(path: Path, folder: Path) -> None:
    """One gesture in memory, and one committed to the disk."""
    file = ProjectFile.open(path, ANNE)
    copy = file.working_copy()
    assert copy.project.note
    plain = _plain(folder / "plain.sqlite", copy)
    bare = sqlite3.connect(":memory:", isolation_level=None)
    plain.backup(bare)
    rows = [f"n{number}" for number in range(500)]
    _tell(
        "un geste en mémoire (état, instantané, annulation)",
        [_timed(lambda row=row: copy.do(write(row, f"autre {row}"))) for row in rows],  # type: ignore[misc]
        [_timed(lambda row=row: _update(bare, row)) for row in rows],  # type: ignore[misc]
        1,
    )
    parcels = [copy.do(write(row, f"encore {row}")).rows for row in rows[:150]]
    _tell(
        "le même, sur le disque",
        [_timed(lambda piece=piece: file.absorb(piece)) for piece in parcels],  # type: ignore[misc]
        [_timed(lambda row=row: _update(plain, row)) for row in rows[:150]],  # type: ignore[misc]
        50,
    )
    plain.close()
    file.close()


def opening(path: Path, folder: Path) -> None:
    """From the file to the snapshot the window draws."""

    def ours() -> None:
        file = ProjectFile.open(path, ANNE)
        assert len(file.working_copy().project.note) == NOTES
        file.close()

    def least() -> None:
        plain = sqlite3.connect(folder / "plain.sqlite")
        plain.execute("PRAGMA quick_check").fetchone()
        assert len(plain.execute("SELECT * FROM note").fetchall()) == NOTES
        plain.close()

    size = path.stat().st_size / 1e6
    name = f"ouvrir {NOTES} notes, {_changes(path)} changements, {PHOTOS} photos ({size:.0f} Mo)"
    _tell(name, [_timed(ours) for _ in range(9)], [_timed(least) for _ in range(9)], 100)


def merging(path: Path, folder: Path) -> None:
    """Six tables that all changed the same notes."""
    tables = []
    for number in range(TABLES):
        table = folder / f"Table {number}.labdesk"
        shutil.copy(path, table)
        file = ProjectFile.open(table, f"{number}" * 16)
        each = 5000 // TABLES
        file.do(Gesture("", tuple(Edit("note", f"n{row}", "text", f"table {number}") for row in range(each))))
        file.close()
        tables.append(table)
    target = folder / "Réuni.labdesk"
    shutil.copy(path, target)
    report = []
    spent = _timed(lambda: report.append(merge(target, tables, ANNE)))
    assert len(report[0].disagreements) == 5000 // TABLES
    plain = sqlite3.connect(folder / "least.sqlite")
    plain.execute("CREATE TABLE change (id TEXT PRIMARY KEY, row TEXT, value TEXT)")
    lines = [(f"{n:032}", f"n{n}", "table") for n in range(5000)]
    least = _timed(lambda: plain.executemany("INSERT INTO change VALUES (?, ?, ?)", lines))
    plain.commit()
    plain.close()
    _tell(f"réunir {TABLES} tables, 5000 changements tous en désaccord", [spent], [least], 2000)


def memory(path: Path) -> None:
    """The snapshot in Python, and the pages of the working copy."""
    file = ProjectFile.open(path, ANNE)
    tracemalloc.start()
    copy = file.working_copy()
    assert copy.project.note
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    pages = copy._connection.execute("PRAGMA page_count").fetchone()[0] * 4096
    print(f"{'mémoire sans photos':<62} {pages / 1e6:6.1f} Mo de pages + {peak / 1e6:.1f} Mo d’objets")
    file.close()


def photo() -> None:
    """A photo of 12 million points."""
    from PIL import Image

    data = photo_bytes(4000, 3000)

    def least() -> None:
        picture = Image.open(BytesIO(data))
        picture.thumbnail((2048, 2048))
        picture.save(BytesIO(), "JPEG")

    spent = [_timed(lambda: prepare(data, "p.jpg")) for _ in range(3)]
    _tell("préparer une photo de 12 Mpx, trois formats", spent, [_timed(least) for _ in range(3)], None)


def _filled(path: Path) -> None:
    file = ProjectFile.create(path, ANNE)
    births = (
        born(
            "note",
            f"n{n}",
            canvas="j",
            zone="needs",
            step=f"s{n % 40}",
            place=f"V{n:04}",
            text=f"Une note {n}",
        )
        for n in range(NOTES)
    )
    file.do(Gesture("Import", tuple(edit for edits_ in births for edit in edits_)), forever=True)
    for start in range(0, EDITS, 100):
        rows = (f"n{number % NOTES}" for number in range(start, start + 100))
        file.do(
            Gesture("Écrire", tuple(Edit("note", row, "text", f"Autre {start} {row} " * 3) for row in rows))
        )
    for number in range(PHOTOS):
        file.put_picture(prepare(photo_bytes(1600 + number, 1200), "p.jpg"))
    file.close()


def _changes(path: Path) -> int:
    plain = sqlite3.connect(path)
    (count,) = plain.execute("SELECT count(*) FROM change").fetchone()
    plain.close()
    return int(count)


def _plain(path: Path, copy: ProjectFile) -> sqlite3.Connection:
    """The least: the same notes in one table, with the same promises about power cuts."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA synchronous=EXTRA")
    columns = ("id", *FIELDS["note"])
    plain.execute(f"CREATE TABLE note ({', '.join(columns)}, PRIMARY KEY (id))")
    plain.execute("BEGIN")
    for note in copy.project.note.values():
        values = [getattr(note, column) for column in columns]
        plain.execute(f"INSERT INTO note VALUES ({', '.join('?' * len(columns))})", values)
    plain.execute("COMMIT")
    return plain


def _update(plain: sqlite3.Connection, row: str) -> None:
    plain.execute("UPDATE note SET text = ? WHERE id = ?", (f"autre {row}", row))


def _timed(step: Callable[[], object]) -> float:
    begin = perf_counter()
    step()
    return (perf_counter() - begin) * 1000


def _tell(name: str, ours: list[float], least: list[float], target: float | None) -> None:
    """ms: median and 99th centile, the reference's median, how many times it."""
    ours, least = sorted(ours), sorted(least)
    middle, late = ours[len(ours) // 2], ours[int(len(ours) * 0.99)]
    reference = least[len(least) // 2]
    wanted = f" (voulu < {target:g})" if target else ""
    beside = f"sqlite3/Pillow nu {reference:.3f}: × {middle / reference:.1f}"
    print(f"{name:<62} {middle:8.2f} ms, p99 {late:8.2f}{wanted}; {beside}")
