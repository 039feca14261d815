"""A journey told in sentences: every step, every note, in the order of the map."""

from labdesk.dossier.blocks import Bullets, CurveLane, Feeling, Heading, Item, JourneyMap, Lane, Phase, Retold
from labdesk.dossier.retelling import in_sentences
from tests.domain.dossiers import example
from tests.dossier.telling import of_kind, told, words_of
from tests.paper.samples import journey

MAP = JourneyMap(
    "Renouveler",
    (Phase("Avant", 1), Phase("Guichet", 2)),
    ("S’informer", "Attendre", ""),
    (
        Lane("Irritants", ((Item("Site illisible.", "3 voix"), Item("Pas de numéro")), (), ())),
        CurveLane("Courbe", (Feeling(1, "confiante"), Feeling(-2, ""), Feeling(None))),
    ),
    key=frozenset({1}),
)


def plain(block: object) -> str:
    return " ".join(" ".join(words_of(block)).replace("\u00a0", " ").replace("\u202f", " ").split())


def test_each_step_says_its_lanes_its_feeling_and_its_phase() -> None:
    opening, steps = in_sentences(MAP)
    assert isinstance(steps, Bullets)
    assert "3 étapes en 2 phases : Avant, Guichet." in plain(opening)
    assert "Le moment le mieux vécu est « S’informer » ; le plus difficile, « Attendre »." in plain(opening)
    first, second, third = (plain(item) for item in steps.items)
    assert "Irritants : Site illisible (3 voix) ; Pas de numéro." in first
    assert "S’informer (phase « Avant »)." in first
    assert "Vécu : positif, « confiante »." in first
    assert "C’est un moment clé. Vécu : très négatif." in second
    assert third == "étape sans nom. Rien n’est noté."


def test_a_journey_without_steps_tells_nothing() -> None:
    assert in_sentences(JourneyMap("Vide", (), (), ())) == ()


def test_no_note_of_the_map_is_left_out() -> None:
    block = journey(12, 3, (6, 6))
    notes = [
        item.text for lane in block.lanes if isinstance(lane, Lane) for cell in lane.cells for item in cell
    ]
    said = plain(in_sentences(block))
    assert all(plain(note.strip(" .")) in said for note in notes)


def test_the_dossier_tells_each_journey_and_the_way_to_it() -> None:
    document = told(example())
    (again,) = of_kind(document, Retold)
    headings = [block.text for block in again.blocks if isinstance(block, Heading)]
    maps = of_kind(document, JourneyMap)
    assert len(maps) == 4
    assert all(any(one.title in heading and heading != one.title for heading in headings) for one in maps)


def test_a_sentence_that_has_ended_takes_no_second_full_stop() -> None:
    said = MAP.__class__(
        "Renouveler",
        (Phase("Avant", 1),),
        ("S’informer",),
        (Lane("Dit", ((Item("« Enfin une réponse ! »"),),)), Lane("Demande", ((Item("Combien ?"),),))),
    )
    _opening, steps = in_sentences(said)
    assert "réponse ! ». " not in plain(steps) + " "
    assert "?." not in plain(steps).replace(" ", "")
    assert "« Enfin une réponse ! »" in plain(steps)
