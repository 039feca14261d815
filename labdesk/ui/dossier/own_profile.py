"""A funding profile of the lab’s own: a copy completed with the rules of the call in force."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from labdesk import places
from labdesk.domain.canvas_type import Label
from labdesk.domain.funding import Limits, Profile, profile_toml, read_profile
from labdesk.errors import Refusal
from labdesk.exchange import files
from labdesk.ui.filling.entry import Kind, read
from labdesk.words import _

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


def is_own(profile: Profile) -> bool:
    """The lab wrote it: it is completed where it stands, never copied once more."""
    return (places.own_funding() / f"{profile.id}.toml").is_file()


def copied(profile: Profile, known: Mapping[str, Profile]) -> Profile:
    """The same under a name and an id that are free; one of the lab’s own stays itself.

    Who read it against which call, and when, is not copied: the lab says it.
    """
    if is_own(profile):
        return profile
    rank = 1
    while (name := f"{profile.id}_labo{rank if rank > 1 else ''}") in known:
        rank += 1
    label = _("{profile} (copie du laboratoire)").format(profile=profile.label)
    return replace(profile, id=name, label=Label(label, label), source="", date="", to_confirm=True)


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
