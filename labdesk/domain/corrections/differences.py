"""What differs between two wordings, word by word; and the new one with what was quoted still quoted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from labdesk.domain.corrections.alignment import Step, steps
from labdesk.domain.corrections.lines import loose
from labdesk.domain.quotes import MARK
from labdesk.words import _

Change = Literal["same", "added", "removed"]
_TOKEN = re.compile(r"\w+['’]?\s*|[^\w\s]\s*|\s+")


class Piece(Struct, frozen=True):
    """Some words that stayed, that were added or that were removed."""

    change: Change
    words: str


class Merged(Struct, frozen=True):
    """The new wording as it is stored; `kept`: the quotes whose words had been changed, and stay."""

    text: str
    kept: tuple[str, ...] = ()


class _Token(Struct, frozen=True):
    text: str
    quote: int = -1


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """What stayed, went and came, in reading order; typography never counts."""
    mine, theirs = _tokens(old), _tokens(new)
    found: list[Piece] = []
    for tag, low, high, first, last in _steps(mine, theirs):
        if tag == "equal":
            same = zip(mine[low:high], theirs[first:last], strict=True)
            found.append(Piece("same", "".join(_apart(one.text, other.text) for one, other in same)))
            continue
        if high > low:
            found.append(Piece("removed", _words(mine[low:high])))
        if last > first:
            found.append(Piece("added", _words(theirs[first:last])))
    return _trimmed(found)


def told_aloud(pieces: Iterable[Piece]) -> str:
    """A difference as it is heard: « supprimé : sept ; ajouté : huit »."""
    names = {"added": _("ajouté : {words}"), "removed": _("supprimé : {words}")}
    said = [
        names[piece.change].format(words=piece.words.strip())
        if piece.change != "same"
        else piece.words.strip()
        for piece in pieces
    ]
    return " ; ".join(part for part in said if part)


def merged(old: str, new: str) -> Merged:
    """The words of `new`; those that did not change stay as they were typed in `old`, its quotes too."""
    mine, theirs = _tokens(old), _tokens(new)
    quotes = list(MARK.finditer(old))
    told = _steps(mine, theirs)
    hurt = {
        mine[at].quote for tag, low, high, *_rest in told if tag != "equal" for at in range(low, high)
    } | {inside for tag, low, high, *_rest in told if tag == "insert" for inside in [_inside(mine, low)]}
    hurt.discard(-1)
    done: set[int] = set()
    text: list[str] = []

    def quoted(number: int, tail: str) -> None:
        if number not in done:
            done.add(number)
            text.append(quotes[number].group(0))
        text.append(tail if tail else "")

    for tag, low, high, first, last in told:
        held = [token.quote for token in mine[low:high]]
        if tag == "insert" and _inside(mine, low) >= 0:
            continue  # words put into a quote: the quote stays as its source says it
        if tag == "equal":
            for token, other in zip(mine[low:high], theirs[first:last], strict=True):
                if token.quote >= 0:
                    quoted(token.quote, _tail(other.text) if _last_of(mine, token) else "")
                else:
                    text.append(_as_typed(token.text, other.text))
            continue
        for number in dict.fromkeys(held):
            if number >= 0:
                quoted(number, " " if _spaced(mine, number) else "")
        if not held or -1 in held:
            text.append(_words(theirs[first:last]))
    said = re.sub(r" {2,}", " ", "".join(text)) if hurt else "".join(text)
    return Merged(said.strip(), tuple(quotes[number]["ref"] for number in sorted(hurt)))


def _tokens(stored: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    for number, quote in enumerate(MARK.finditer(stored)):
        found += [_Token(word) for word in _TOKEN.findall(stored[at : quote.start()])]
        found += [_Token(word, number) for word in _TOKEN.findall(quote["words"])]
        at = quote.end()
    return found + [_Token(word) for word in _TOKEN.findall(stored[at:])]


def _steps(mine: Sequence[_Token], theirs: Sequence[_Token]) -> tuple[Step, ...]:
    said = {text: loose(text) for text in {token.text for token in (*mine, *theirs)}}  # each word once
    return steps([said[token.text] for token in mine], [said[token.text] for token in theirs])


def _inside(mine: Sequence[_Token], at: int) -> int:
    """The quote that a place between two tokens is in the middle of; -1 for none."""
    if 0 < at < len(mine) and mine[at].quote == mine[at - 1].quote:
        return mine[at].quote
    return -1


def _last_of(mine: Sequence[_Token], token: _Token) -> bool:
    return next(one for one in reversed(mine) if one.quote == token.quote) is token


def _spaced(mine: Sequence[_Token], number: int) -> bool:
    last = next(one for one in reversed(mine) if one.quote == number)
    return last.text != last.text.rstrip()


def _tail(text: str) -> str:
    return text[len(text.rstrip()) :]


def _apart(mine: str, theirs: str) -> str:
    """A word that stayed, with the space that parted it from the next before or after."""
    return theirs if _tail(theirs) else theirs + _tail(mine)


def _as_typed(mine: str, theirs: str) -> str:
    """A word that did not change as it was typed, with a space after it where there is one now."""
    if not loose(mine):
        return theirs
    return mine if _tail(mine) and _tail(theirs) else mine.rstrip() + _tail(theirs)


def _words(tokens: Sequence[_Token]) -> str:
    return "".join(token.text for token in tokens)


def _trimmed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one sort together; two changes parted by a space alone are one."""
    found: list[Piece] = []
    for piece in _bridged(pieces):
        if found and found[-1].change == piece.change:
            found[-1] = Piece(piece.change, found[-1].words + piece.words)
        elif piece.words:
            found.append(piece)
    return tuple(found)


def _bridged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """All that goes away, then all that comes, between two passages that stay."""
    waiting: dict[Change, str] = {}
    for piece in pieces:
        if piece.change == "same" and piece.words.strip():
            yield from (
                Piece(change, waiting[change]) for change in ("removed", "added") if change in waiting
            )
            waiting = {}
            yield piece
        elif piece.change == "same":
            if waiting:
                waiting = {change: words + piece.words for change, words in waiting.items()}
            else:
                yield piece
        else:
            waiting[piece.change] = waiting.get(piece.change, "") + piece.words
    yield from (Piece(change, waiting[change]) for change in ("removed", "added") if change in waiting)
