"""A difference is heard, and needs no colour."""

from labdesk.ui.dossier.corrections import CorrectionsPage


def test_the_difference_is_heard_and_needs_no_colour(returned: CorrectionsPage) -> None:
    label = returned.review.detail.difference
    assert label is not None
    assert (
        label.accessibleName() == "supprimé\u00a0: Sept\u202f; ajouté\u00a0: Huit\u202f; services attendent."
    )
    assert label.words.toPlainText() == "[− Sept] [+ Huit] services attendent."
    drawn = label.words.toHtml()
    assert "line-through" in drawn
    assert "underline" in drawn
