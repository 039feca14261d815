"""Deep checks, salvage, restoring a backup: what keeps a project alive when its file is not well."""

import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from labdesk.errors import Refusal
from labdesk.store import backups, trouble
from labdesk.store.connection import connect
from labdesk.store.gate import damaged as damaged_file
from labdesk.store.history import known, read_rows, sound_change, sound_gesture
from labdesk.store.parcel import Parcel
from labdesk.store.pictures import names, whole
from labdesk.store.project_file import ProjectFile
from labdesk.store.salvage import Salvaged, salvage
from labdesk.store.state import from_history, stored
from labdesk.words import _, several


class Findings(Struct, frozen=True):
    """What a deep check found; `problems` are sentences, none when the file is sound."""

    problems: tuple[str, ...]
    gestures: int
    changes: int
    notes: int
    pictures: int
    unknown: int

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return not self.problems


def check(path: Path) -> Findings:
    """Every page, every hash, every photo, and the readable tables against the history. Writes nothing.

    A Refusal when the file does not pass the gate. Seconds for a large file: run it in a child process.
    """
    file = ProjectFile.open(path, "", read_only=True)
    if file.newer:
        file.close()
        raise Refusal(file.notice or "")
    current = file.current
    file.close()
    try:
        with closing(connect(path, "ro")) as connection:
            return _examined(connection, current)
    except sqlite3.DatabaseError as found:
        raise damaged_file(path) from found


def _examined(connection: sqlite3.Connection, current: bool) -> Findings:
    problems: list[str] = []
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        problems.append(_("La structure du fichier est abîmée."))
    rows = read_rows(connection)
    wrong = sum(not sound_gesture(gesture) for gesture in rows.gestures)
    wrong += sum(not sound_change(change, change.id in rows.erased) for change in rows.changes)
    if wrong:
        problems.append(
            several(
                wrong,
                "{n} élément de l’historique ne correspond pas à son empreinte.",
                "{n} éléments de l’historique ne correspondent pas à leur empreinte.",
            )
        )
    held = names(connection)
    blurred = sum(not _sound_picture(connection, sha) for sha in held)
    if blurred:
        problems.append(several(blurred, "{n} photo est abîmée.", "{n} photos sont abîmées."))
    told = {(state.table, state.row): state.content for state in from_history(connection) if state.content}
    if current:
        shown = {(table, row): it for table, found in stored(connection).items() for row, it in found.items()}
        if shown != told:
            problems.append(_("Les tables lisibles ne disent pas la même chose que l’historique."))
    return Findings(
        problems=tuple(problems),
        gestures=len(rows.gestures),
        changes=len(rows.changes),
        notes=sum(table == "note" for table, _row in told),
        pictures=len(held),
        unknown=sum(not known(change) for change in rows.changes),
    )


def _sound_picture(connection: sqlite3.Connection, sha: str) -> bool:
    picture = whole(connection, sha)
    return picture is not None and picture.sound


class RecoverReport(Struct, frozen=True):
    """What was saved into the new file; `from_backups`: changes that only a backup still held."""

    out: Path
    changes: int
    refused: int
    notes: int
    pictures: int
    missing_pictures: int
    from_backups: int

    def sentence(self) -> str:
        """« 412 notes et 8 photos récupérées dans « X.labdesk » »."""
        parts = [
            several(self.notes, "{n} note", "{n} notes"),
            several(self.pictures, "{n} photo", "{n} photos"),
            several(self.changes, "{n} modification de l’historique", "{n} modifications de l’historique"),
        ]
        sentence = _("Récupéré dans « {name} » : {parts}.").format(name=self.out.name, parts=", ".join(parts))
        if self.from_backups:
            sentence += " " + several(
                self.from_backups,
                "{n} modification vient des sauvegardes.",
                "{n} modifications viennent des sauvegardes.",
            )
        if self.missing_pictures:
            sentence += " " + several(
                self.missing_pictures, "{n} photo est perdue.", "{n} photos sont perdues."
            )
        return sentence + " " + _("Le fichier abîmé n’a pas été touché.")


def recover(damaged: Path, out: Path, author: str) -> RecoverReport:
    """Save what can be proved of a damaged file, and what its backups hold, into the new file `out`."""
    try:
        found = salvage(damaged)
    except OSError as reason:
        raise trouble.refusal(reason, damaged.name) from reason
    kept = _backups_of(found) if found.origin else []
    if not found.parcel and not kept:
        raise Refusal(
            _("Rien n’a pu être récupéré de « {name} ». Il n’a pas été touché.").format(name=damaged.name)
        )
    file = ProjectFile.create(out, author, found.origin)
    try:
        if found.seat is not None:
            file.take_seat(found.seat)
        union = file.receive(found.parcel)
        from_backups = sum(_take_backup(file, backup) for backup in kept)
        file.promote_drafts()
        missing = _find_pictures(file)
        return RecoverReport(
            out=out,
            changes=union.added,
            refused=found.refused + union.refused,
            notes=len(file.project.note),
            pictures=len(file.picture_names()),
            missing_pictures=missing,
            from_backups=from_backups,
        )
    finally:
        file.close()


def _backups_of(found: Salvaged) -> list[Path]:
    """A table’s copy has its own: those of the project, on the same laptop, hold what no table is given."""
    assert found.origin is not None
    own = backups.listed(backups.of_a_table(found.origin))
    return own if found.seat else backups.listed(found.origin) or own


def restore(target: Path, backup: Path, author: str) -> int:
    """Unite a backup into a project, or into a new file when its own is gone; the changes that came back.

    Work done after the backup is never lost: it is in the file, and a union takes nothing away.
    """
    if target.exists():
        file = ProjectFile.open(target, author)
    else:
        with closing(ProjectFile.open(backup, author, read_only=True)) as source:
            file = ProjectFile.create(target, author, source.origin)
    try:
        added = _take_backup(file, backup)
        _find_pictures(file)
        return added
    finally:
        file.close()


def _take_backup(file: ProjectFile, backup: Path) -> int:
    try:
        with closing(ProjectFile.open(backup, file.author, read_only=True)) as source:
            origin, rows = source.origin, source.rows(beyond=file)
    except Refusal:
        held = salvage(backup)  # a damaged backup still helps
        origin, rows = held.origin or file.origin, held.parcel.rows
    if origin != file.origin:
        raise Refusal(_("Cette sauvegarde est celle d’un autre projet. Rien n’a été changé."))
    return file.receive(Parcel(rows)).added


def _find_pictures(file: ProjectFile) -> int:
    """Bring the photos back from the store of the backups; how many are nowhere."""
    wanted = {row.picture for row in file.project.photo.values() if row.picture} - file.picture_names()
    missing = 0
    for sha in sorted(wanted):
        found = backups.stored_picture(sha)
        if found is None:
            missing += 1
        else:
            file.put_picture(found)
    return missing
