"""An event of the follow-up as a line of a list: its sign, its words, what is urgent in it."""

from datetime import date

from labdesk.domain.entities import FollowUp
from labdesk.domain.follow_up import SOON, Voice, iso, kind_words
from labdesk.ui.dossier.follow_voice import SIGNS
from labdesk.ui.dossier.signs import SignLine
from labdesk.words import _, several


def event_line(row: FollowUp, today: date, say: Voice) -> SignLine:
    """« 12 mars · Déposé », then with whom, under which number, what was said."""
    icon, tone = SIGNS.get(row.kind or "", ("circle-question-mark", "ink2"))
    when = iso(row.date)
    what = kind_words().get(row.kind or "", row.kind or "")
    title = f"{say.day(when)} · {what}" if when else what
    reference = _("n° {number}").format(number=row.reference) if row.reference else ""
    said = (row.said or "").strip().replace("\n", " ")
    detail = " · ".join(part for part in (row.office or "", reference, said) if part)
    word = say.euros(row.amount) if row.amount is not None else ""
    if row.kind == "asked":
        icon, tone, word = _asked(row, today, say)
    return SignLine(title, detail, icon, tone, word)


def _asked(row: FollowUp, today: date, say: Voice) -> tuple[str, str, str]:
    """What was asked: sent, near, late, or waiting; in words and by a sign."""
    sent, due = iso(row.answered), iso(row.deadline)
    if row.answered:
        return "check-check", "ok", _("envoyé le {day}").format(day=say.day(sent)) if sent else _("envoyé")
    if due is None:
        return "circle-question-mark", "ink2", _("à envoyer, sans échéance")
    left = (due - today).days
    if left < 0:
        late = several(-left, "{n} jour de retard", "{n} jours de retard")
        return "triangle-alert", "bad", _("attendu le {day} : {late}").format(day=say.day(due), late=late)
    count = _("aujourd’hui") if left == 0 else _("J−{n}").format(n=left)
    tone = "warn" if left <= SOON else "ink2"
    return "clock", tone, _("avant le {day} ({count})").format(day=say.day(due), count=count)
