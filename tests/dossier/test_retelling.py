"""A journey told in sentences: every step, every note, in the order of the map."""

from labdesk.dossier import pdf
from labdesk.dossier.blocks import Retold
from labdesk.dossier.drawn_blocks import CurveLane, Feeling, Item, JourneyMap, Lane, Phase
from labdesk.dossier.flat import flattened
from labdesk.dossier.maps import told_of
from labdesk.dossier.retelling import in_sentences
from labdesk.dossier.text_blocks import Bullets, Heading, PageReference, Paragraph, Run
from tests.domain.dossiers import example
from tests.dossier.telling import of_kind, told, words_of
from tests.paper.reading import text
from tests.paper.samples import journey, photo

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
    *ways, again = of_kind(document, Retold)
    headings = {block.anchor: block.text for block in again.blocks if isinstance(block, Heading)}
    maps = of_kind(document, JourneyMap)
    assert len(maps) == 4
    assert all(one.title in headings[told_of(one.anchor)] for one in maps)
    pointers = [block for way in ways for block in way.blocks if isinstance(block, PageReference)]
    assert [block.anchor for block in pointers] == [told_of(one.anchor) for one in maps]
    assert {plain(block.text) for block in pointers} == {"Le même parcours en phrases : annexe"}


def test_a_decision_maker_comes_to_what_is_proposed_before_the_sentences() -> None:
    titles = [block.anchor for block in of_kind(told(example()), Heading) if block.level == 1]
    assert titles[titles.index("journeys") + 1] == "solution"
    assert isinstance(told(example()).blocks[-1], Retold)
    without = told(example(), "decision_note")
    assert of_kind(without, Retold) == []


def test_under_each_map_stands_the_page_of_its_sentences() -> None:
    document = told(example())
    written = pdf.write(document, photo)
    page = written.anchors[told_of(of_kind(document, JourneyMap)[0].anchor)]
    assert f"Le même parcours en phrases : annexe, page {page}" in plain(text(written.data))


def test_a_document_for_a_word_processor_leads_to_no_sentences_it_lacks() -> None:
    found = tuple(flattened((PageReference("Voir", "a"), Retold((PageReference("En phrases", "b"),)))))
    assert found == (Paragraph((Run("Voir", link="#a"),), "small"),)
    written = " ".join(words_of(tuple(flattened(told(example()).blocks))))
    assert "Voir la carte du parcours" in written
    assert "Le lire en phrases" not in written


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
