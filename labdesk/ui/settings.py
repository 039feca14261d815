"""What one person chose for the window: theme, text size, language, panels; a small JSON of this laptop."""

import json
import os
from pathlib import Path
from typing import Any

from msgspec import Struct, field, to_builtins

from labdesk import places
from labdesk.ui.style import SCALES, ThemeName
from labdesk.words import LANGUAGES, Language


class Settings(Struct):
    """Every choice, with what a first start finds. `rail` and `drawer`: None follows the screen."""

    theme: ThemeName = "light"
    scale: float = 1.0
    language: Language = "fr"
    reduced_motion: bool = False
    rail: bool | None = None
    drawer: bool | None = None
    geometry: str = ""
    last: str = ""
    folder: str = ""
    image_width: float = 0.0
    """Metres: how wide the projected image is in this room; 0 until it was asked."""
    projection_theme: ThemeName = "light"
    timer_sound: bool = False
    spelling: bool = True
    """Words the dictionary of this laptop does not know are underlined, where it has one."""
    hints: bool = True
    """The first-use guide on the canvases, until it was followed or dismissed."""
    tables: dict[str, str] = field(default_factory=dict)
    """Project file → the table this laptop sits at (« Table 3 »)."""

    def save(self) -> None:
        """Write the choices, whole or not at all. A folder that cannot be written keeps the former ones."""
        try:
            path = _path()
        except OSError:  # not even the folder can be made
            return
        beside = path.with_suffix(".new")
        try:
            beside.write_text(json.dumps(to_builtins(self), ensure_ascii=False, indent=1), "utf-8")
            os.replace(beside, path)
        except OSError:
            beside.unlink(missing_ok=True)

    def project_folder(self) -> Path:
        """Where a new project goes: the folder chosen last, else Documents."""
        chosen = Path(self.folder) if self.folder else documents()
        return chosen if chosen.is_dir() else Path.home()


def load_settings() -> Settings:
    """The choices of this laptop; what is missing or makes no sense takes its first value."""
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    known = set(Settings.__struct_fields__)
    kept = {name: value for name, value in found.items() if name in known and _sensible(name, value)}
    return Settings(**kept)


def documents() -> Path:
    """The person's folder of documents."""
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _path() -> Path:
    return places.data() / "settings.json"


def _sensible(name: str, value: Any) -> bool:
    allowed: dict[str, tuple[Any, ...]] = {
        "theme": ("light", "contrast"),
        "projection_theme": ("light", "dark", "contrast"),
        "scale": SCALES,
        "language": LANGUAGES,
        "reduced_motion": (True, False),
        "timer_sound": (True, False),
        "spelling": (True, False),
        "hints": (True, False),
        "rail": (True, False, None),
        "drawer": (True, False, None),
    }
    if name in allowed:
        return value in allowed[name]
    if name == "image_width":
        return isinstance(value, int | float) and 0 <= value <= 30
    if name == "tables":
        return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    return isinstance(value, str)
