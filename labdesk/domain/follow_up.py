"""What became of a dossier once it left: its events, where it stands now, what is expected by when."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal, cast

from msgspec import Struct

from labdesk.domain.entities import FollowUp, Indicator
from labdesk.domain.model import Project
from labdesk.words import _, several

Kind = Literal["deposited", "asked", "granted", "refused", "agreement", "payment"]
KINDS: tuple[Kind, ...] = ("deposited", "asked", "granted", "refused", "agreement", "payment")
"""What can happen, in the order it usually does."""
ASKED_OF: dict[str, tuple[str, ...]] = {
    "deposited": ("date", "office", "reference", "said"),
    "asked": ("date", "deadline", "said", "answered"),
    "granted": ("date", "amount", "reference", "said"),
    "refused": ("date", "said"),
    "agreement": ("date", "reference", "amount", "said"),
    "payment": ("date", "amount", "reference", "said"),
}
"""The fields worth asking of each kind, in the order people know them."""
LARGEST = 30
"""Digits of a measure: « 1e9999 » in a file from elsewhere is no number to reckon with."""
SOON = 7
"""Days before a deadline from which it is near."""
Urgency = Literal["", "calm", "soon", "late"]


class Voice(Struct, frozen=True):
    """How a day and an amount are said: Babel is too slow for the first page, so who asks brings its own."""

    day: Callable[[date], str]
    euros: Callable[[int], str]


class Stage(Struct, frozen=True):
    """Where the dossier stands; plain values, kept by the shelf of Accueil. Dates ISO, amounts in cents.

    `state`: the last thing that happened (a request aside), empty before the deposit. `waiting`: requests
    without an answer, `deadline` the first of them.
    """

    state: str = ""
    on: str = ""
    reference: str = ""
    waiting: int = 0
    deadline: str = ""
    requested: int | None = None
    granted: int | None = None
    paid: int | None = None

    def __bool__(self) -> bool:
        return bool(self.state or self.waiting)

    def days_left(self, today: date) -> int | None:
        """Days until the first deadline, below 0 when it is past; None when nothing has one."""
        due = iso(self.deadline)
        return None if due is None or not self.waiting else (due - today).days

    def urgency(self, today: date) -> Urgency:
        """How near the first deadline is; empty when nothing is waited for."""
        left = self.days_left(today)
        if not self.waiting:
            return ""
        if left is None or left > SOON:
            return "calm"
        return "soon" if left >= 0 else "late"

    def sentence(self, today: date, voice: Voice) -> str:
        """« Déposé le 12 mars · complément attendu avant le 3 avril (J−6) »."""
        return " · ".join(part for part in (self._stands(voice), *self._expects(today, voice)) if part)

    def _stands(self, voice: Voice) -> str:
        when = iso(self.on)
        said = voice.day(when) if when else ""
        if self.state == "deposited":
            return _("Déposé le {day}").format(day=said) if said else _("Déposé")
        if self.state == "refused":
            return _("Refusé le {day}").format(day=said) if said else _("Refusé")
        if self.state == "granted":
            head = _("Accordé le {day}").format(day=said) if said else _("Accordé")
            return (
                _("{head} : {amount}").format(head=head, amount=amount)
                if (amount := self._granted(voice))
                else head
            )
        if self.state in ("agreement", "payment"):
            return self._agreed(said, voice)
        return ""

    def _granted(self, voice: Voice) -> str:
        if self.granted is None:
            return ""
        amount = voice.euros(self.granted)
        if self.requested is None or self.requested == self.granted:
            return amount
        return _("{granted} sur {requested} demandés").format(
            granted=amount, requested=voice.euros(self.requested)
        )

    def _agreed(self, said: str, voice: Voice) -> str:
        number = f" {self.reference}" if self.reference else ""
        head = _("Convention{number} du {day}") if said else _("Convention{number}")
        parts = [head.format(number=number, day=said)] if self.state == "agreement" or self.reference else []
        if self.paid is not None:
            parts.append(self._paid(self.paid, voice))
        return " · ".join(parts) or _("Versement")

    def _paid(self, paid: int, voice: Voice) -> str:
        if self.granted is None:
            return _("{paid} versés").format(paid=voice.euros(paid))
        if paid >= self.granted:
            return _("{paid} versés, tout est versé").format(paid=voice.euros(paid))
        return _("{paid} versés sur {granted}").format(
            paid=voice.euros(paid), granted=voice.euros(self.granted)
        )

    def _expects(self, today: date, voice: Voice) -> tuple[str, ...]:
        if not self.waiting:
            return ()
        one, due, left = self.waiting == 1, iso(self.deadline), self.days_left(today)
        if due is None or left is None:
            said = _("complément attendu, sans échéance")
            return (said if one else _("{n} compléments attendus, sans échéance").format(n=self.waiting),)
        if left < 0:
            late = several(-left, "{n} jour de retard", "{n} jours de retard")
            said = _("complément attendu le {day} : {late}")
            many = _("{n} compléments attendus, le premier le {day} : {late}")
            return ((said if one else many).format(n=self.waiting, day=voice.day(due), late=late),)
        count = _("aujourd’hui") if left == 0 else _("J−{n}").format(n=left)
        said = _("complément attendu avant le {day} ({count})")
        many = _("{n} compléments attendus, le premier avant le {day} ({count})")
        return ((said if one else many).format(n=self.waiting, day=voice.day(due), count=count),)


def iso(text: str | None) -> date | None:
    """An ISO date, or None for what is not one."""
    try:
        return date.fromisoformat((text or "").strip())
    except ValueError:
        return None


def kind_words() -> dict[str, str]:
    """What happened, as people say it."""
    return {
        "deposited": _("Déposé"),
        "asked": _("Complément demandé"),
        "granted": _("Accordé"),
        "refused": _("Refusé"),
        "agreement": _("Convention"),
        "payment": _("Versement"),
    }


def events(project: Project) -> tuple[FollowUp, ...]:
    """All that happened, by date; what has none stands where it was added, after what is dated."""
    rows = cast(tuple[FollowUp, ...], project.in_order("follow_up"))
    return tuple(sorted(rows, key=lambda row: row.date or "9999"))


def stage(project: Project) -> Stage:
    """Where the dossier stands. A second deposit begins again: what was said of the first one is over."""
    told = events(project)
    begins = max((at for at, row in enumerate(told) if row.kind == "deposited"), default=0)
    now = told[begins:]
    turns = [row for row in now if row.kind != "asked"]
    last = turns[-1] if turns else None
    agreed = next((row for row in reversed(now) if row.kind == "agreement"), None)
    granted = [row.amount for row in now if row.kind in ("granted", "agreement") and row.amount is not None]
    paid = [row.amount for row in now if row.kind == "payment" and row.amount is not None]
    over = last is not None and last.kind == "refused"
    waiting = [] if over else [row for row in now if row.kind == "asked" and not row.answered]
    shown = agreed if last is not None and last.kind == "payment" else last
    return Stage(
        state=(last.kind or "") if last else "",
        on=(shown.date or "") if shown else "",
        reference=(agreed.reference or "") if agreed else "",
        waiting=len(waiting),
        deadline=min((row.deadline or "" for row in waiting if iso(row.deadline)), default=""),
        requested=project.head.requested,
        granted=granted[-1] if granted else None,
        paid=sum(paid) if paid else None,
    )


# -- indicators ---------------------------------------------------------------------------------------
Reach = Literal["", "reached", "nearer", "same", "farther"]


def reach(row: Indicator) -> tuple[Reach, int]:
    """How far an indicator went from its baseline to its target, and the share of the way in percent."""
    start, target, now = (_number(text) for text in (row.baseline, row.target, row.reached))
    if now is None or target is None:
        return "", 0
    if start is None or start == target:
        return ("reached", 100) if now == target else ("", 0)
    share = (now - start) / (target - start)
    percent = int(share * 100)
    if share >= 1:
        return "reached", percent
    return ("nearer" if share > 0 else "same" if share == 0 else "farther"), percent


def reach_words(row: Indicator) -> str:
    """« Cible atteinte », « 75 % du chemin », « recul »; empty when nothing was measured."""
    state, percent = reach(row)
    words = {
        "reached": _("cible atteinte"),
        "nearer": _("{n} % du chemin vers la cible").format(n=percent),
        "same": _("comme au départ"),
        "farther": _("plus loin de la cible qu’au départ"),
    }
    return words.get(state, "")


def measured(rows: Iterable[Indicator]) -> tuple[int, int, int]:
    """Of the indicators: how many were measured, how many reached their target, how many there are."""
    held = list(rows)
    told = [row for row in held if (row.reached or "").strip()]
    return len(told), sum(reach(row)[0] == "reached" for row in told), len(held)


def _number(text: str | None) -> Decimal | None:
    try:
        found = Decimal((text or "").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < LARGEST else None
