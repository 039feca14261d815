"""A funding profile of the lab’s own: a copy completed with the rules of the call in force."""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from labdesk import places
from labdesk.domain.canvas_type import Label
from labdesk.domain.funding import Limits, Profile, Section, profile_toml, read_profile
from labdesk.errors import Refusal
from labdesk.exchange import files
from labdesk.ui.filling.entry import Kind, read
from labdesk.words import _, decimal

FIELDS: Mapping[str, Kind] = {
    "label": "text",
    "max_rate": "decimal",
    "min_self": "decimal",
    "min_request": "money",
    "max_request": "money",
    "source": "text",
    "date": "date",
}
"""What is asked, and how it is read."""

LONGEST = 100_000
"""Characters that a section may be allowed: what the project file holds."""


def is_own(profile: Profile) -> bool:
    """The lab wrote it: it is completed where it stands, never copied once more."""
    return (places.own_funding() / f"{profile.id}.toml").is_file()


def copied(profile: Profile, known: Mapping[str, Profile]) -> Profile:
    """The same under a name and an id that are free; one of the lab’s own stays itself.

    Who read it against which call, and when, is not copied: the lab says it.
    """
    if is_own(profile) or profile.id not in known:  # the lab’s, or a colleague’s that came with the project
        return profile
    rank = 1
    while (name := f"{profile.id}_labo{rank if rank > 1 else ''}") in known:
        rank += 1
    label = _("{profile} (copie du laboratoire)").format(profile=profile.label)
    return replace(profile, id=name, label=Label(label, label), source="", date="", to_confirm=True)


def new_section(known: Collection[str]) -> Section:
    """A section of the lab’s own: typed, to be worded."""
    rank = next(n for n in count(1) if f"labo_{n}" not in known)
    label = _("Nouvelle rubrique")
    return Section(f"labo_{rank}", Label(label, label), Label("", ""), need="W")


def reworded(section: Section, label: str, guide: str, most: str, need: str, field: str = "") -> Section:
    """The section in the lab’s words, a Refusal if that cannot be. What was left keeps both languages."""
    title, question = " ".join(label.split()), guide.strip()
    if not title:
        raise Refusal(_("Une rubrique n’a pas de titre. Rien n’a été enregistré."))
    digits = re.sub(r"\s", "", most)
    if digits and not (digits.isdecimal() and len(digits) < 9 and int(digits) <= LONGEST):
        sentence = _("« {section} » : la longueur est un nombre de signes, jusqu’à {most}.")
        raise Refusal(sentence.format(section=title, most=decimal(LONGEST)))
    return replace(
        section,
        label=section.label if title == str(section.label) else Label(title, title),
        guide=section.guide if question == str(section.guide) else Label(question, question),
        field=section.field if field == str(section.field) else Label(field, field),
        max_chars=int(digits or 0),
        need="B" if need == "B" else "W",
    )


def papers(text: str) -> tuple[str, ...]:
    """The papers to join, one a line, each once."""
    lines = (" ".join(line.lstrip("-–•* \t").split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def handed_over(profile: Profile, path: Path) -> None:
    """The profile as a file for a colleague."""
    files.write_bytes(path, profile_toml(profile, whole=True).encode())


def taken_in(path: Path, known: Mapping[str, Profile]) -> Profile:
    """The profile of a colleague’s file, among the lab’s own from now on; the one it would replace stays."""
    profile = read_profile(files.read_text(path), path.name)
    if profile.form not in ("grant", "credits"):
        raise Refusal(_("{file} : ce n’est pas un profil de financement.").format(file=path.name))
    standing = known.get(profile.id)
    if standing is not None and profile_toml(standing, whole=True) != profile_toml(profile, whole=True):
        rank = next(n for n in count(2) if f"{profile.id}_{n}" not in known)
        label = _("{profile} ({n})").format(profile=profile.label, n=rank)
        profile = replace(profile, id=f"{profile.id}_{rank}", label=Label(label, label))
    if standing is None or standing.id != profile.id:
        keep(profile)
    return profile


def completed(profile: Profile, said: Mapping[str, str], *, confirmed: bool) -> Profile:
    """The profile with what was typed; a Refusal names the field that cannot be."""
    names = words()
    values = {}
    for field, kind in FIELDS.items():
        try:
            values[field] = read(kind, said[field])
        except Refusal as refusal:
            named = _("{name} : {said}").format(name=names[field], said=refusal.sentence)
            raise Refusal(named) from refusal
    rate, own = (_share(names[field], values[field]) for field in ("max_rate", "min_self"))
    least, most = (_request(names[field], values[field]) for field in ("min_request", "max_request"))
    if least is not None and most is not None and least > most:
        raise Refusal(_("La demande minimale dépasse la demande maximale. Rien n’a été enregistré."))
    limits = Limits(rate, own, least, most)
    for field in ("label", "source", "date"):
        if not values[field]:
            empty = _("« {name} » est vide : une limite se relit avec sa source et sa date.")
            raise Refusal(empty.format(name=names[field]))
    label = str(values["label"])
    return replace(
        profile,
        label=profile.label if label == str(profile.label) else Label(label, label),
        limits=limits,
        source=str(values["source"]),
        date=str(values["date"]),
        to_confirm=not confirmed,
    )


def keep(profile: Profile) -> None:
    """Write it among the lab’s own; what is written reads again as it is, or nothing is written."""
    folder = places.own_funding()
    path = folder / f"{profile.id}.toml"
    text = profile_toml(profile)
    read_profile(text, path.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            _("Le dossier « {folder} » n’a pas pu être créé. Rien n’a été enregistré.").format(folder=folder)
        ) from error
    files.write_bytes(path, text.encode())


def words() -> dict[str, str]:
    """Field → its label on the screen."""
    return {
        "label": _("Nom du profil"),
        "max_rate": _("Taux plafond, en % des dépenses"),
        "min_self": _("Autofinancement minimal, en % des dépenses"),
        "min_request": _("Demande minimale, en euros"),
        "max_request": _("Demande maximale, en euros"),
        "source": _("Source : l’appel à projets, sa page"),
        "date": _("Relu le"),
    }


def _share(name: str, value: object) -> Decimal | None:
    share = None if value is None else Decimal(str(value))
    if share is not None and not 0 <= share <= 100:
        raise Refusal(_("{name} : un pourcentage va de 0 à 100. Rien n’a été enregistré.").format(name=name))
    return share


def _request(name: str, value: object) -> int | None:
    cents = None if value is None else int(str(value))
    if cents is not None and cents < 0:
        raise Refusal(
            _("{name} : une demande n’est pas négative. Rien n’a été enregistré.").format(name=name)
        )
    return cents
