"""The sentence under a text: how many characters, of how many; nothing is cut when there are too many."""

from labdesk.words import _, several


def counter(count: int, most: int) -> tuple[str, str]:
    """« 1 240 / 1 800 signes », and its role: nothing is cut when there are too many."""
    if not most:
        return several(count, "{n} signe", "{n} signes").replace(str(count), grouped(count)), "small"
    sentence = _("{count} / {most} signes").format(count=grouped(count), most=grouped(most))
    if count <= most:
        return sentence, "small"
    over = _("{n} de trop").format(n=grouped(count - most))
    return _("{sentence} : {over}. Rien n’est coupé.").format(sentence=sentence, over=over), "warn"


def grouped(number: int) -> str:
    """A count with its thousands apart."""
    return f"{number:,}".replace(",", "\u202f")
