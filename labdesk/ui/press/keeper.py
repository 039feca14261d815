"""Keeping a version in the project once its document is written."""

from datetime import datetime

from labdesk.domain.commands.versions import keep_version
from labdesk.ui.desk import Desk
from labdesk.ui.press.orders import Made
from labdesk.ui.press.press import Asked


def keep(desk: Desk, asked: Asked, made: Made) -> str:
    """The row of the version; empty when this document leaves none, or the project only reads itself."""
    if made.kept is None or asked.out is None or desk.session is None or desk.read_only:
        return ""
    row, gesture = keep_version(
        desk.project,
        made.kept,
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
        what=asked.what,
        form=asked.form,
        final=asked.final,
        file=asked.out.name,
        profile=asked.profile.id,
        asked=asked.ask,
    )
    return row if desk.note_down(gesture) else ""
