"""The keyboard map of an X screen, read with xkbcomp: which key gives which sign, with Maj or without."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property

SHIFT, CONTROL, ALT, ALTGR = 50, 37, 64, 108
"""Key codes of X."""
NAMED = {
    "Ins": "Insert", "Del": "Delete", "PgUp": "Prior", "PgDown": "Next", "Enter": "Return", "Esc": "Escape",
    "Space": "space", "Backspace": "BackSpace",
}  # fmt: skip
SIGNS = {
    "&": "ampersand", "É": "eacute", '"': "quotedbl", "'": "apostrophe", "(": "parenleft", "-": "minus",
    "È": "egrave", "_": "underscore", "Ç": "ccedilla", "À": "agrave", ")": "parenright", "=": "equal",
    "+": "plus", ",": "comma", ";": "semicolon", ":": "colon", "!": "exclam", "*": "asterisk", ".": "period",
}  # fmt: skip


@dataclass(frozen=True)
class Keymap:
    """What xkbcomp says of a screen."""

    text: str

    @classmethod
    def of(cls, display: str) -> "Keymap":
        """The map of this screen."""
        command = ["xkbcomp", "-xkb", display, "-"]
        return cls(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    @cached_property
    def codes(self) -> dict[str, int]:
        """Name of a key → its code."""
        found = re.findall(r"<(\w+)>\s*=\s*(\d+);", self.text)
        return {name: int(code) for name, code in found}

    @cached_property
    def signs(self) -> dict[str, tuple[int, int]]:
        """Sign → (key code, level: 0 plain, 1 Maj, 2 AltGr), never on the keypad; the plainest way wins."""
        found: dict[str, tuple[int, int]] = {}
        for name, body in re.findall(r"key\s+<(\w+)>\s+\{(.*?)\};", self.text, re.S):
            levels = re.search(r"\[([^\]]*)\]\s*\}?\s*$", body.replace("\n", " ").strip().rstrip(","))
            if name.startswith("KP") or levels is None or name not in self.codes:
                continue
            for level, sign in enumerate(part.strip() for part in levels[1].split(",")):
                if sign not in found or found[sign][1] > level:
                    found[sign] = self.codes[name], level
        return found

    def typed(self, sequence: str) -> list[int] | None:
        """Key codes one holds and presses for « Ctrl+Shift+D »; None: it cannot be typed on this keyboard."""
        parts = sequence.replace("++", "+Plus").split("+")
        sign = {"Plus": "plus"}.get(parts[-1], NAMED.get(parts[-1], SIGNS.get(parts[-1], parts[-1])))
        if len(sign) == 1:
            sign = sign.lower()
        if sign not in self.signs:
            return None
        code, level = self.signs[sign]
        held = [{"Ctrl": CONTROL, "Alt": ALT, "Shift": SHIFT}[one] for one in parts[:-1]]
        if level == 1 and SHIFT not in held:
            held.append(SHIFT)
        return [*held, *([ALTGR] if level == 2 else []), code]

    def plain(self, sequence: str) -> bool:
        """No Maj is needed but the one that is named."""
        typed = self.typed(sequence)
        return typed is not None and ALTGR not in typed and (SHIFT in typed) == ("Shift" in sequence)
