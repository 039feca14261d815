"""Which photos may leave a project: nobody can be recognised, or they agreed in writing."""

from labdesk.domain.canvas_type import common_vocabularies
from labdesk.domain.entities import Photo


def may_leave(photo: Photo) -> bool:
    """This photo may be exported, as the vocabulary `photo_person` says. Unknown, or not said: it stays."""
    return _answers().get(consent_of(photo), False)


def consent_of(photo: Photo) -> str:
    """Who can be recognised, as it was ticked; an imported file says it in `person`. Empty: not said."""
    known = _answers()
    return next((said for said in (photo.consent, photo.person) if said and said in known), "")


def _answers() -> dict[str, bool]:
    return {str(option.id): option.exported for option in common_vocabularies()["photo_person"]}
