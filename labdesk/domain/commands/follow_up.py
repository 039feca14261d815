"""What a person notes after the deposit: an event, what is known of it, the answer to what was asked."""

from datetime import date

from labdesk.domain import order
from labdesk.domain.entities import Value
from labdesk.domain.follow_up import KINDS, kind_words
from labdesk.domain.gesture import Edit, Gesture, Removal, born, new_id
from labdesk.domain.model import Project
from labdesk.words import _


def add_event(project: Project, kind: str, today: date, **values: Value) -> tuple[str, Gesture]:
    """Something happened today; its day can be corrected. Gives its row and the gesture."""
    if kind not in KINDS:
        raise KeyError(kind)
    row = new_id()
    standing = project.in_order("follow_up")
    last = getattr(standing[-1], "place", None) if standing else None
    known: dict[str, Value] = {"kind": kind, "date": today.isoformat(), **values}
    place = order.between(last, None, project.mark)
    label = _("Suivi : {what}").format(what=kind_words()[kind])
    return row, Gesture(label, born("follow_up", row, place=place, **known))


def answer(project: Project, row: str, today: date) -> Gesture:
    """What was asked is sent today; asked again, it is not sent after all."""
    event = project.follow_up.get(row)
    if event is None or event.kind != "asked":
        return Gesture("", ())
    label = _("Complément non envoyé") if event.answered else _("Complément envoyé")
    value = None if event.answered else today.isoformat()
    return Gesture(label, (Edit("follow_up", row, "answered", value),))


def delete_event(project: Project, row: str) -> Gesture:
    """An event that was noted by mistake goes away."""
    event = project.follow_up.get(row)
    if event is None:
        return Gesture("", ())
    what = kind_words().get(event.kind or "", "")
    return Gesture(_("Supprimer du suivi : {what}").format(what=what), (Removal("follow_up", row),))
