"""A funding profile as the TOML text it is read from: what the screen that copies and edits one writes."""

import json
from decimal import Decimal

from labdesk.domain.canvas_type import Label
from labdesk.domain.funding.profile import Profile
from labdesk.domain.funding.profile_reading import load_sections


def profile_toml(profile: Profile, *, whole: bool = False) -> str:
    """A profile as the TOML text it is read from. `whole`: every section in full, so that it reads the same
    on a laptop whose LabDesk words its sections otherwise: the copy that a project carries."""
    ships = {} if whole else load_sections()
    lines = [
        f"id = {_quoted(profile.id)}",
        f"form = {_quoted(profile.form)}",
        f"label = {_both(profile.label)}",
        f"date = {_quoted(profile.date)}",
        f"source = {_quoted(profile.source)}",
        f"to_confirm = {str(profile.to_confirm).lower()}",
        f"sections = [{', '.join(_quoted(section.id) for section in profile.sections)}]",
        f"attachments = [{', '.join(_quoted(name) for name in profile.attachments)}]",
        "",
        "[limits]",
        f"max_rate = {_number(profile.limits.max_rate)}",
        f"min_self = {_number(profile.limits.min_self)}",
        f"min_request = {_number(profile.limits.min_request, 100)}",
        f"max_request = {_number(profile.limits.max_request, 100)}",
    ]
    for section in profile.sections:
        if section != ships.get(section.id):
            lines += [
                "",
                f"[section.{section.id}]",
                f"label = {_both(section.label)}",
                f"guide = {_both(section.guide)}",
                f"source = {_quoted('+'.join(section.source))}",
                f"max_chars = {section.max_chars}",
                f"need = {_quoted(section.need)}",
            ]
            lines += [f"field = {_both(section.field)}"] if section.field.fr else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's too, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _both(label: Label) -> str:
    return f"{{ fr = {_quoted(label.fr)}, en = {_quoted(label.en)} }}"


def _number(value: Decimal | int | None, scale: int = 1) -> str:
    if value is None:
        return '""'
    text = f"{Decimal(value) / scale:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
