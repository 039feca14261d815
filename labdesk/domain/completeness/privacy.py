"""RGP: nobody cited by name, e-mail or phone on a canvas, no photo out without consent, a date of erasure."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from msgspec.structs import replace

from labdesk import places
from labdesk.domain.completeness.rule import EVERY, Case, Remark, called, on_note, on_zone, rule
from labdesk.domain.consent import consent_of, may_leave
from labdesk.domain.entities import Answer, Photo
from labdesk.words import _

SECTION_OF = {
    "journey": ("journeys",),
    "persona": ("personas", "journeys"),
    "problem": ("problem",),
    "prototype": ("evidence", "solution"),
    "workshop": ("workshop", "approach"),
}
"""Where in the dossier a canvas is read."""
ALL = ("journeys", "problem", "evidence", "approach", "workshop", "personas", "annexes")
OPEN_TEXT = ("text", "text_short")
NOT_A_PERSON = (("persona", "name"),)
"""Zones whose words look like a name and are not one: the first name of a persona is fictitious."""

REMEMBERED = 10_000
"""Texts whose names were looked for: a review is asked again after each rest, and few texts changed."""

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<!\d)(?:(?:\+|00)33[ .\-\u00a0\u202f]?|0)[1-9](?:[ .\-\u00a0\u202f]?\d{2}){4}(?!\d)")
TITLED = re.compile(
    r"\b(?:MM?\.|Mmes?|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Dr|[Dd]octeur)\s+"
    r"(?!(?:Le|La|Les|L)\b)[A-ZÀ-Ý][\w’'-]+"
)
CAPITALISED_PAIR = re.compile(r"(?<![\w’'-])([A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)\s+([A-ZÀ-Ý][\w’'-]+)")
PLACE_NAME = re.compile(
    r"\b(?:rue|avenue|boulevard|place|quai|lycée|collège|école|hôpital|salle|espace|centre|université|cité|stade"
    r"|résidence|saint|sainte)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


@rule("RGP-01", "to_check", *ALL, forms=EVERY)
def nobody_is_cited_by_name(case: Case) -> Iterator[Remark]:
    """Names are flagged in notes (acceptance scenario 18; Règlement (UE) 2016/679, article 5)."""
    yield from _cited(case, names_in, _("Une personne est citée : « {words} »."))


@rule("RGP-02", "to_check", *ALL, forms=EVERY)
def no_address_is_noted(case: Case) -> Iterator[Remark]:
    """E-mail addresses are flagged in notes (acceptance scenario 18; Règlement (UE) 2016/679, article 5)."""
    yield from _cited(case, addresses_in, _("Une adresse électronique est notée : « {words} »."))


@rule("RGP-03", "to_check", *ALL, forms=EVERY)
def no_phone_number_is_noted(case: Case) -> Iterator[Remark]:
    """Phone numbers are flagged in notes (acceptance scenario 18; Règlement (UE) 2016/679, article 5)."""
    yield from _cited(case, phone_numbers_in, _("Un numéro de téléphone est noté : « {words} »."))


@rule("RGP-04", "to_check", "photos", *ALL, forms=EVERY)
def each_photo_has_its_consent(case: Case) -> Iterator[Remark]:
    """A photo without consent is never exported: who can be recognised? (reviewers’ table, RGP)"""
    for photo in case.project.photo.values():
        if not may_leave(photo) and consent_of(photo) != "refused":
            sentence = _("Photo « {photo} » : l’accord des personnes n’est pas vérifié, elle ne sortira pas.")
            yield placed(case, on_photo(photo, "consent", sentence.format(photo=photo_name(photo))))


@rule("RGP-05", "advice", "workshop", "approach", forms=EVERY)
def the_workshop_has_its_date_of_erasure(case: Case) -> Iterator[Remark]:
    """How long photos and quotes are kept (Règlement (UE) 2016/679, article 5, limitation of storage)."""
    for sheet in case.canvases("workshop"):
        if case.misses(sheet, "erasure_date"):
            said = _("La date d’effacement des données de l’atelier n’est pas fixée.")
            yield on_zone(sheet, "erasure_date", said)


@lru_cache(REMEMBERED)
def names_in(text: str) -> tuple[str, ...]:
    """The people a text names: « Mme Durand », « Camille Durand »; a street is not a person."""
    found = [hit.group(0) for hit in TITLED.finditer(text)]
    for hit in CAPITALISED_PAIR.finditer(text):
        first, last = hit.groups()
        named = first.casefold() in first_names() and last.casefold() not in first_names()
        if named and not PLACE_NAME.search(text[: hit.start()]):
            found.append(hit.group(0))
    return tuple(found)


def addresses_in(text: str) -> tuple[str, ...]:
    """The e-mail addresses of a text."""
    return tuple(EMAIL.findall(text)) if "@" in text else ()


def phone_numbers_in(text: str) -> tuple[str, ...]:
    """The French phone numbers of a text."""
    return tuple(PHONE.findall(text)) if "0" in text or "+33" in text else ()


@cache
def first_names() -> frozenset[str]:
    """Common first names in France, from resources/first_names.txt, in small letters."""
    lines = (places.resources() / "first_names.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.casefold().split())


def _cited(case: Case, find: Callable[[str], tuple[str, ...]], sentence: str) -> Iterator[Remark]:
    advice = _("Remplacez par un rôle ou un profil : le fichier circule, les personnes non.")
    for note in case.project.note.values():
        for text in (note.text, note.source, note.facilitator_note):
            for words in find(text) if text else ():
                yield placed(case, on_note(note, sentence.format(words=words), advice))
    for photo in case.project.photo.values():
        for field in ("caption", "alt"):
            for words in find(getattr(photo, field) or ""):
                yield placed(case, on_photo(photo, field, sentence.format(words=words), advice))
    for answer in case.project.answer.values():
        if isinstance(answer.value, str) and _is_open(case, answer):
            for words in find(answer.value):
                yield placed(case, _on_answer(answer, sentence.format(words=words), advice))


def _is_open(case: Case, answer: Answer) -> bool:
    """It is a text people wrote, not a choice, nor a table, whose « who » is a contact."""
    kind = case.kind(answer.canvas or "")
    zone = kind.by_id.get(answer.zone or "") if kind else None
    if kind is None or zone is None or answer.line or (kind.id, zone.id) in NOT_A_PERSON:
        return False
    return zone.kind in OPEN_TEXT


def _on_answer(answer: Answer, sentence: str, advice: str) -> Remark:
    place = (answer.canvas or "", answer.zone or "", answer.step or "")
    return Remark(sentence, advice, "answer", answer.id, "value", *place)


def on_photo(photo: Photo, field: str, sentence: str, advice: str = "") -> Remark:
    """Something about a photo."""
    place = (photo.canvas or "", photo.zone or "", photo.step or "")
    return Remark(sentence, advice, "photo", photo.id, field, *place)


def photo_name(photo: Photo) -> str:
    """What people call a photo: its caption, its file, or nothing better than « … »."""
    return called(photo.caption or photo.file)


def placed(case: Case, remark: Remark) -> Remark:
    """The same remark, shown in the section where its canvas is read."""
    canvas = case.project.canvas.get(remark.canvas)
    sections = SECTION_OF.get((canvas.type if canvas else None) or "", ())
    return replace(remark, sections=(*sections, "annexes"))


RULES = (
    nobody_is_cited_by_name,
    no_address_is_noted,
    no_phone_number_is_noted,
    each_photo_has_its_consent,
    the_workshop_has_its_date_of_erasure,
)
