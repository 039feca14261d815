"""The sentence under a text: how many characters, of how many; nothing is cut when there are too many."""

from labdesk.words import _, several


def counter(count: int, most: int) -> tuple[str, str]:
    """« 1 240 / 1 800 signes », and its role: nothing is cut when there are too many."""
    if not most:
        return several(count, "{n} signe", "{n} signes").replace(str(count), _grouped(count)), "small"
    sentence = _("{count} / {most} signes").format(count=_grouped(count), most=_grouped(most))
    if count <= most:
        return sentence, "small"
    over = _("{n} de trop").format(n=_grouped(count - most))
    return _("{sentence} : {over}. Rien n’est coupé.").format(sentence=sentence, over=over), "warn"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
