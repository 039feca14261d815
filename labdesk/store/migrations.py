"""Bringing the readable tables of an older or newer LabDesk to this version's; the history is never touched.

Released steps are never edited. Imported only when a file needs it: sqlite-utils is slow to load.
"""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from labdesk.store import schema
from labdesk.store.gate import MIGRATIONS
from labdesk.store.state import rebuild

state = Migrations("labdesk-state")


@state(name=f"state_{schema.STATE_VERSION}")
def lay_out_again(db: Database) -> None:
    """Readable tables are a cache: what another version left there goes, ours is filled from the history."""
    for view in db.view_names():
        db[view].drop()
    kept = {*schema.history_tables(), MIGRATIONS}
    for table in db.table_names():
        if table not in kept and not table.startswith("sqlite_"):
            db[table].drop()
    schema.lay_state(db.conn)
    rebuild(db.conn)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Runs in the caller's transaction: the readable tables are then those of this version."""
    db = Database(connection, execute_plugins=False)
    if db[MIGRATIONS].exists():
        # Another version has laid out the tables since: our step is due again.
        db[MIGRATIONS].delete_where("migration_set = ?", [state.name])  # type: ignore[union-attr]
    state.apply(db)
