"""Places between places: keys in base 62 that sort as bytes, so that moving one thing rewrites one row."""

import os

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
    """A short key strictly between, for `low` < `high`."""
    prefix = ""
    while high is not None:
        position = len(prefix)
        a = _digit(low[position]) if position < len(low) else 0
        b = _digit(high[position]) if position < len(high) else len(DIGITS)
        if b - a > 1:
            return prefix + DIGITS[(a + b) // 2]
        prefix += DIGITS[a]
        if b > a:
            high = None
    return prefix + _next(low[len(prefix) :])


def _next(low: str) -> str:
    """A short key after `low`: appending is by far the usual case, and a long list keeps short keys.

    Digits are counted in groups of 1, 2, 4… : 2,000 things one after the other take keys of three digits.
    """
    if not low:
        return DIGITS[len(DIGITS) // 2]
    start, size = 0, 1
    while low[start : start + size] == DIGITS[-1] * size:
        start, size = start + size, size * 2
    number = 0
    for digit in low[start : start + size].ljust(size, DIGITS[0]):
        number = number * len(DIGITS) + _digit(digit)
    number += 1
    number += number % len(DIGITS) == 0  # no key ends with the zero digit
    return low[:start] + _in_digits(number, size)


def _digit(letter: str) -> int:
    """A file from elsewhere may hold any letter: it counts as the first digit, and nothing stops."""
    return max(DIGITS.find(letter), 0)


def _in_digits(number: int, size: int) -> str:
    digits = ""
    for _place in range(size):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits


def spread(count: int, mark: str = "") -> list[str]:
    """`count` keys in order, for things born together."""
    keys: list[str] = []
    for _ in range(count):
        keys.append(between(keys[-1] if keys else None, None, mark))
    return keys


def mark_of(author: str) -> str:
    """Three base-62 characters that stand for an author inside keys; random when there is no author."""
    number = int.from_bytes(author.encode()[-6:] or os.urandom(6), "big")
    letters = ""
    for _ in range(3):
        number, digit = divmod(number, len(DIGITS) - 1)
        letters += DIGITS[digit + 1]
    return letters
