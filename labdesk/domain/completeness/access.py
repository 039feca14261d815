"""ACC: a photo says in words what it shows, so that someone who cannot see it loses nothing."""

import re
from collections.abc import Iterator

from labdesk.domain.completeness.privacy import ALL, on_photo, photo_name, placed
from labdesk.domain.completeness.rule import EVERY, Case, Remark, empty, rule
from labdesk.words import _

FILE_NAME = re.compile(
    r"^\W*(?:img|dsc|dcim|photo|image|pxl|screenshot|capture)?[\s_-]*[\d\W_]*\.?\w{0,4}$", re.I
)
"""What a camera calls a picture says nothing of what it shows."""


@rule("ACC-01", "to_check", "photos", *ALL, forms=EVERY)
def each_photo_has_its_alternative_text(case: Case) -> Iterator[Remark]:
    """Image without alternative text (reviewers’ table, ACC; WCAG 2.2, criterion 1.1.1; RGAA, theme 1)."""
    for photo in case.project.photo.values():
        if empty(photo.alt):
            sentence = _("Photo « {photo} » : le texte de remplacement manque.")
            advice = _("Dites en une phrase ce que la photo montre, pour qui ne la voit pas.")
            yield placed(case, on_photo(photo, "alt", sentence.format(photo=photo_name(photo)), advice))


@rule("ACC-02", "advice", "photos", *ALL, forms=EVERY)
def no_alternative_text_is_a_file_name(case: Case) -> Iterator[Remark]:
    """« IMG_2041 » is no alternative text (WCAG 2.2, failure F30)."""
    for photo in case.project.photo.values():
        alt = (photo.alt or "").strip()
        if alt and (alt == (photo.file or "").strip() or FILE_NAME.match(alt)):
            sentence = _("Photo « {photo} » : le texte de remplacement est un nom de fichier.")
            yield placed(case, on_photo(photo, "alt", sentence.format(photo=photo_name(photo))))


RULES = (
    each_photo_has_its_alternative_text,
    no_alternative_text_is_a_file_name,
)
