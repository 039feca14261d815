"""A countdown on the clock of the day: it loses nothing to a dialog, a screen change or a restart."""

from msgspec import Struct
from msgspec.structs import replace

MINUTE = 60.0


class Countdown(Struct, frozen=True):
    """`total` and `left` in seconds; `since`: the time (seconds since 1970) at which `left` began to run."""

    total: float = 0.0
    left: float = 0.0
    since: float | None = None

    @property
    def stands(self) -> bool:
        """There is something to show."""
        return self.total > 0

    @property
    def running(self) -> bool:
        """It is not paused."""
        return self.since is not None

    @property
    def begun(self) -> bool:
        """It runs, ran, or is over."""
        return self.running or self.left != self.total

    def remaining(self, now: float) -> float:
        """Seconds left; negative once it is over. A clock set back adds nothing."""
        return self.left - max(0.0, now - self.since) if self.since is not None else self.left

    def over(self, now: float) -> bool:
        """It was started and nothing is left."""
        return self.stands and self.remaining(now) <= 0

    def started(self, now: float) -> "Countdown":
        """It runs from now on, from what was left."""
        return self if self.running or not self.stands else replace(self, since=now)

    def paused(self, now: float) -> "Countdown":
        """It stands still."""
        return replace(self, left=max(0.0, self.remaining(now)), since=None) if self.running else self

    def longer(self, minutes: float, now: float) -> "Countdown":
        """Some minutes more; one that was over starts again with them."""
        more = minutes * MINUTE
        left = max(0.0, self.remaining(now)) + more
        return Countdown(self.total + more, left, now if self.running or not self.stands else None)


def set_to(minutes: float) -> Countdown:
    """Ready, not running."""
    return Countdown(minutes * MINUTE, minutes * MINUTE)


def told(seconds: float) -> str:
    """« 08:42 », « 1:02:00 »; a second that began counts whole, so that the end is 00:00."""
    whole = max(0, -int(-seconds // 1) if seconds > 0 else 0)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"
