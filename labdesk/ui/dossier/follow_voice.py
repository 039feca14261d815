"""Days and amounts of the follow-up as Qt says them: Babel is too slow for the first page."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from labdesk.domain.follow_up import Stage, Voice
from labdesk.words import NBSP, language


def voice(today: date) -> Voice:
    """« 12 mars », with its year when it is another one; « 60 000 € »."""
    locale = QLocale(QLocale.Language.French if language() == "fr" else QLocale.Language.English)

    def day(when: date) -> str:
        form = "d MMMM" if when.year == today.year else "d MMMM yyyy"
        return locale.toString(QDate(when.year, when.month, when.day), form)

    def euros(cents: int) -> str:
        number = locale.toString(cents / 100, "f", 2) if cents % 100 else locale.toString(cents // 100)
        return f"{number}{NBSP}€"

    return Voice(day, euros)


SIGNS = {
    "deposited": ("file-up", "primary"),
    "granted": ("circle-check", "ok"),
    "refused": ("circle-x", "bad"),
    "agreement": ("handshake", "ok"),
    "payment": ("wallet", "ok"),
}


def sign(stage: Stage, today: date) -> tuple[str, str]:
    """The icon and the tone of where a dossier stands: what is waited for comes first."""
    urgency = stage.urgency(today)
    if urgency == "late":
        return "triangle-alert", "bad"
    if urgency == "soon":
        return "clock", "warn"
    if urgency == "calm":
        return "clock", "ink2"
    return SIGNS.get(stage.state, ("file-text", "ink2"))
