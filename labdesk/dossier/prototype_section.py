"""The sections told from the prototypes: what each test proves, and what is proposed."""

from labdesk.domain.model import state_of
from labdesk.dossier.blocks import Block
from labdesk.dossier.drawn_blocks import Gallery
from labdesk.dossier.labelled_blocks import Card, Field
from labdesk.dossier.maps import anchor_of, card_fields
from labdesk.dossier.reading import Reader
from labdesk.dossier.text_blocks import Bullets, Cell, Paragraph, Row, Run, Table, Tone, runs
from labdesk.words import _

VERDICT_TONES: dict[str, Tone] = {
    "confirmed": "good",
    "partly": "warning",
    "refuted": "bad",
    "inconclusive": "warning",
    "pending": "quiet",
}
_CARD_ZONES = (
    "challenge", "personas", "opportunities", "type", "fidelity", "iteration", "how_it_works", "hypothesis",
    "learning_questions", "protocol", "metric", "criterion", "test_dates", "testers", "result", "confidence",
    "observations", "quotes", "learnings",
)  # fmt: skip


def evidence(reader: Reader) -> tuple[Block, ...]:
    """A table of what each test proves, then a card for each prototype with all that is decided on."""
    cards = reader.canvases("prototype")
    if not cards:
        return ()
    head = (_("Prototype"), _("Testeurs"), _("Critère de succès"), _("Résultat mesuré"), _("Verdict"))
    rows = tuple(_evidence_row(reader, canvas.id) for canvas in cards)
    table = Table(
        head,
        rows,
        (3, 1, 2.4, 2.4, 2),
        ("left", "right", "left", "left", "left"),
        _("Ce que les tests disent"),
    )
    told = (_prototype(reader, canvas.id, rank) for rank, canvas in enumerate(cards, 1))
    return (table, *(block for blocks in told for block in blocks))


def _evidence_row(reader: Reader, canvas: str) -> Row:
    verdict = reader.project.words(canvas, "verdict")
    name = Cell((Run(reader.title(canvas), link=f"#{anchor_of(canvas)}"),))
    said = (Cell(runs(reader.text(canvas, zone) or "–")) for zone in ("testers", "criterion", "result"))
    return Row(
        (
            name,
            *said,
            Cell(runs(reader.text(canvas, "verdict") or "–"), tone=VERDICT_TONES.get(verdict, "plain")),
        )
    )


def _prototype(reader: Reader, canvas: str, rank: int) -> tuple[Block, ...]:
    """The card, then the pictures that are to be compared, side by side."""
    kind = reader.kind(canvas)
    state = next((str(s.label) for s in kind.states if s.id == state_of(reader.project, kind, canvas)), "")
    fields: list[Field] = []
    if pitch := reader.text(canvas, "pitch"):
        fields.append(Field(str(kind.by_id["pitch"].label), runs(pitch, strong=True)))
    fields += card_fields(reader, canvas, _CARD_ZONES)
    for name in ("verdict", "decision"):
        if said := reader.text(canvas, name):
            tone = VERDICT_TONES.get(reader.project.words(canvas, name), "plain")
            fields.append(Field(str(kind.by_id[name].label), runs(said, strong=True), tone=tone))
    fields += card_fields(reader, canvas, ("next_actions", "staff_impact", "means", "cost", "checks"))
    drawn = Card(
        reader.title(canvas),
        tuple(fields),
        _("Prototype {n}").format(n=rank),
        state,
        VERDICT_TONES.get(reader.project.words(canvas, "verdict"), "plain"),
        reader.pictures(canvas, "photos", width=60),
        anchor_of(canvas),
        2,
    )
    pair = reader.pair(canvas)
    return (drawn, Gallery(pair, 2)) if pair else (drawn,)


def solution(reader: Reader) -> tuple[Block, ...]:
    """The prototypes that are kept, each with a link to its evidence."""
    kept = [
        c
        for c in reader.canvases("prototype")
        if reader.project.words(c.id, "decision") in ("pilot", "deploy")
    ]
    if not kept:
        return ()
    items = tuple(
        (
            Run(reader.title(c.id), strong=True, link=f"#{anchor_of(c.id)}"),
            Run(" : " + reader.text(c.id, "pitch")),
        )
        for c in kept
    )
    return (Paragraph(runs(_("Ce que les tests ont retenu :"))), Bullets(items))
