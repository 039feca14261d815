"""Whatever is handed over as a project: a sentence that names the file, and not a byte of it changed."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import process_time

import pytest

from labdesk.domain.gesture import Gesture, born
from labdesk.errors import Refusal
from labdesk.store.carve import records
from labdesk.store.hashes import gesture_id
from labdesk.store.history import GestureRow, Rows
from labdesk.store.merge import gather
from labdesk.store.project_file import ProjectFile
from labdesk.store.safety import check, recover
from labdesk.store.session import Session
from tests.faults.conftest import NAME
from tests.store.samples import ANNE, plain, write


def sql(script: str) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        raw = sqlite3.connect(path)
        raw.executescript(script)
        raw.close()

    return alter


def replaced(start: int, content: bytes) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[start : start + len(content)] = content
        path.write_bytes(data)

    return alter


def cut(keep: float) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])

    return alter


def says(content: bytes) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        path.write_bytes(content)

    return alter


STRANGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "vide": (says(b""), "vide"),
    "texte": (says(b"bonjour"), "pas un projet"),
    "autre base": (replaced(68, b"\0\0\0\0"), "pas un projet"),
    "tronqué": (cut(0.5), "abîmé"),
    "tronqué au début": (cut(0.02), "abîmé"),
    "page abîmée": (replaced(4096 * 3, b"\xff" * 4000), "abîmé"),
    "déclencheur": (
        sql("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM change; END"),
        "éléments que LabDesk n’y met pas",
    ),
    "table virtuelle": (sql("CREATE VIRTUAL TABLE v USING fts5(a)"), "éléments"),
    "table de plus": (sql("CREATE TABLE extra (a)"), "(extra)"),
    "vue de plus": (
        sql(
            "CREATE VIEW bombe AS WITH RECURSIVE r(n) AS"
            " (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r"
        ),
        "(bombe)",
    ),
    "vue remplacée": (sql("DROP VIEW persona; CREATE VIEW persona AS SELECT 1 AS id"), "(persona)"),
    "colonne calculée": (
        sql("ALTER TABLE note ADD COLUMN more TEXT GENERATED ALWAYS AS ('x') VIRTUAL"),
        "(note)",
    ),
    "colonne de plus": (sql("ALTER TABLE change ADD COLUMN more TEXT"), "(change)"),
    "index de moins": (sql("DROP INDEX change_place"), "change_place"),
    "historique absent": (sql("DROP TABLE change"), "pas un projet"),
    "déclencheur d’un format futur": (
        sql("CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; END; PRAGMA user_version = 9"),
        "(t)",
    ),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strange_file_is_refused_by_name_and_left_as_it_was(path: Path, kind: str) -> None:
    alter, told = STRANGE[kind]
    alter(path)
    before = sha256(path.read_bytes()).digest()
    beside = sorted(path.parent.iterdir())
    for kind_of_file in (ProjectFile, Session):
        with pytest.raises(Refusal) as refused:
            kind_of_file.open(path, ANNE)
        assert NAME in refused.value.sentence
        assert told in plain(refused.value.sentence)
    assert sha256(path.read_bytes()).digest() == before
    assert sorted(path.parent.iterdir()) == beside


def test_a_folder_a_missing_file_and_a_place_that_cannot_be_written_are_told(path: Path) -> None:
    for wrong, told in ((path.parent, "dossier"), (path.with_name("absent.labdesk"), "introuvable")):
        with pytest.raises(Refusal, match=told):
            ProjectFile.open(wrong, ANNE)
    with pytest.raises(Refusal, match="existe déjà"):
        ProjectFile.create(path, ANNE)
    for nowhere in (
        path / "dedans.labdesk",
        path.parent / "sans dossier" / "x.labdesk",
        Path("/proc/x.labdesk"),
    ):
        with pytest.raises(Refusal, match="créé"):
            ProjectFile.create(nowhere, ANNE)


def test_a_newer_format_is_shown_and_not_changed(path: Path) -> None:
    sql(
        "PRAGMA user_version = 2; ALTER TABLE change ADD COLUMN sealed TEXT; DROP TABLE risk;"
        "ALTER TABLE note ADD COLUMN weight INTEGER; CREATE TABLE proof (id TEXT)"
    )(path)
    before = path.read_bytes()
    session = Session.open(path, ANNE)
    assert session.read_only
    assert "plus récente" in (session.notice or "")
    assert session.project.note["n1"].text == "un"
    assert session.disagreements() == ()
    assert session.undo_label is None
    assert session.heads("note", "n1", "text") == ()
    with pytest.raises(Refusal, match="plus récente"):
        session.do(write("n1", "deux"))
    session.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "poison",
    [
        "UPDATE note SET text = CAST(x'ff41' AS TEXT) WHERE id = 'n1'",
        "UPDATE note SET text = replace(hex(zeroblob(35000000)), '00', 'xx') WHERE id = 'n1'",
        "UPDATE change SET value = CAST(x'ff41' AS TEXT) WHERE field = 'text'",
    ],
    ids=["texte illisible", "70 Mo de texte", "historique illisible"],
)
def test_a_text_that_cannot_be_read_is_a_damage_and_is_told(path: Path, poison: str) -> None:
    sql(poison)(path)
    before = sha256(path.read_bytes()).digest()
    target = ProjectFile.create(path.with_name("cible.labdesk"), ANNE)
    with suppress(Refusal):
        session = Session.open(path, ANNE)
        session.close()
    with pytest.raises(Refusal, match="abîmé"):
        check(path)
    report, _parcel = gather(target, [path])
    assert report.problems == () or "abîmé" in report.problems[0]
    target.close()
    found = recover(path, path.with_name("sauvé.labdesk"), ANNE)
    assert found.notes == 2
    assert sha256(path.read_bytes()).digest() == before


def test_opening_a_project_loads_neither_pillow_nor_sqlite_utils() -> None:
    program = (
        "import sys; import labdesk.store.project_file, labdesk.store.session, labdesk.store.shelf_index\n"
        "print([name for name in ('PIL', 'sqlite_utils', 'babel', 'reportlab') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", ["*", "../../ailleurs", "/tmp/ailleurs", "", None, 7])
def test_an_identity_that_is_none_is_refused(path: Path, own_data_folder: Path, name: object) -> None:
    """Under it lie the backups and mirrors: `*` would take in, and let go, the mirrors of all projects."""
    raw = sqlite3.connect(path)
    raw.execute("UPDATE meta SET value = ? WHERE name = 'origin'", (name,))
    raw.commit()
    raw.close()
    before = sorted(own_data_folder.rglob("*"))
    for kind in (ProjectFile, Session):
        with pytest.raises(Refusal, match="pas un projet"):
            kind.open(path, ANNE)
    assert sorted(own_data_folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("told", "instead"),
    [
        ("value_hash TEXT NOT NULL", "value_hash TEXT NOT NULL CHECK (rowid < 1000)"),
        ("salt TEXT,", "salt TEXT COLLATE NOCASE,"),
    ],
)
def test_a_rule_that_would_make_savings_vanish_is_refused(path: Path, told: str, instead: str) -> None:
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'change'", (told, instead))
    raw.commit()
    raw.close()
    with pytest.raises(Refusal, match=r"\(change\)"):
        Session.open(path, ANNE)


def test_a_forged_last_moment_takes_no_gesture_away(path: Path) -> None:
    at = "8999-12-31T23:59:59.999999Z"
    file = ProjectFile.open(path, ANNE)
    file.absorb(Rows((GestureRow(gesture_id("f" * 16, at, "", None), "f" * 16, at, "", None),)))
    file.close()
    session = Session.open(path, ANNE)
    session.do(write("n1", "après"))
    session.close()
    session = Session.open(path, ANNE)
    assert session.undo_label == "Écrire"
    assert check(path).sound
    session.close()


def test_a_draft_that_cannot_be_read_locks_nobody_out(path: Path) -> None:
    session = Session.open(path, ANNE)
    session.draft("note", "n1", "text", "en train")
    session.draft("note", "n2", "text", "d’écrire", session.heads("note", "n2", "text"))
    session.flush()
    dead = path.with_name("mort.labdesk")
    shutil.copyfile(path, dead)
    session.close()
    sql("UPDATE draft SET label = CAST(x'ff41' AS TEXT) WHERE row = 'n1'")(dead)
    session = Session.open(dead, ANNE)
    assert (session.project.note["n1"].text, session.project.note["n2"].text) == ("un", "d’écrire")
    session.close()


def test_an_id_that_is_none_in_another_project_is_told_and_the_others_are_gathered(path: Path) -> None:
    others = [path.with_name(f"{number}.labdesk") for number in range(2)]
    for other in others:
        file = ProjectFile.create(other, ANNE)
        canvas = born("canvas", f"canevas {other.stem}", type="journey")
        file.do(Gesture("", (*canvas, *born("note", "c/n", canvas=f"canevas {other.stem}", text="un"))))
        file.close()
    sql("UPDATE note SET id = 'c/' || char(7)")(others[0])
    session = Session.open(path, ANNE)
    report = session.merge(others)
    assert len(report.problems) == 1
    assert "0.labdesk" in report.problems[0]
    assert report.adopted == 1
    session.close()


def test_chains_of_pages_that_turn_round_do_not_hold_up_the_rescue(path: Path) -> None:
    """Each of a thousand cells says it is 57 MB long, along a page that leads to itself for ever."""
    page = bytearray(4096)
    page[0] = 0x0D
    page[3:5] = (1000).to_bytes(2, "big")
    cell = bytes([0x9B, 0xA8, 0xCE, 0x29, 1])  # 57,288,489 bytes, rowid 1; 489 of them on its own page
    page[3000 : 3000 + len(cell)] = cell
    for rank in range(1000):
        page[8 + 2 * rank : 10 + 2 * rank] = (3000).to_bytes(2, "big")
    data = path.read_bytes()
    turning = len(data) // 4096 + 2
    page[3494:3498] = turning.to_bytes(4, "big")
    follow = turning.to_bytes(4, "big") + bytes(4092)
    started = process_time()
    found = list(records(data + bytes(page) + follow * 200))
    assert process_time() - started < 2
    assert any(len(record) == 8 for record in found)
