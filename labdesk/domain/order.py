"""Places between places: keys in base 62 that sort as bytes, so that moving one thing rewrites one row."""

import secrets

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def between(before: str | None, after: str | None, mark: str = "") -> str:
    """A key after `before` and before `after` (None: no bound), in BINARY order.

    `mark` is a few base-62 characters of the author: two tables that insert at the same place write
    in two families of keys, and their bursts do not interleave. No key ends with the zero digit, so
    there is always room between two different keys; equal or crossed bounds give a key after `before`.
    """
    low, high = before or "", after
    if high is not None and high <= low:
        high = None
    if mark and mark in low:  # a burst goes on inside its author's family
        head, tail = low.split(mark, 1)
        key = head + mark + _midpoint(tail, None)
        if high is None or key < high:
            return key
    return _midpoint(low, high) + mark


def _midpoint(low: str, high: str | None) -> str:
    """The shortest key strictly between, for `low` < `high`."""
    prefix = ""
    while True:
        position = len(prefix)
        a = DIGITS.index(low[position]) if position < len(low) else 0
        b = DIGITS.index(high[position]) if high is not None and position < len(high) else len(DIGITS)
        if b - a > 1:
            # Appending is by far the usual case: step by one so that a long list keeps short keys.
            step = a + 1 if high is None and a else (a + b) // 2
            return prefix + DIGITS[step]
        prefix += DIGITS[a]
        if b > a:
            high = None


def spread(count: int, mark: str = "") -> list[str]:
    """`count` keys in order, for things born together."""
    keys: list[str] = []
    for _ in range(count):
        keys.append(between(keys[-1] if keys else None, None, mark))
    return keys


def mark_of(author: str) -> str:
    """Three base-62 characters that stand for an author inside keys; random when there is no author."""
    number = int.from_bytes(author.encode()[-6:] or secrets.token_bytes(6), "big")
    letters = ""
    for _ in range(3):
        number, digit = divmod(number, len(DIGITS) - 1)
        letters += DIGITS[digit + 1]
    return letters
