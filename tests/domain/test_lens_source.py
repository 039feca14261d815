"""What a lens holds: the chain of a prototype, stage by stage, without amounts."""

from labdesk.domain.lens import Lens
from labdesk.domain.lens_content import Flow
from labdesk.domain.lens_name import lens_named, written
from labdesk.domain.lens_source import content_of
from labdesk.domain.model import Types
from labdesk.domain.walk import walk
from tests.domain.dossiers import grant
from tests.memory import catalogue

TYPES = Types(catalogue())


def test_a_chain_goes_from_the_irritants_to_the_decision_without_amounts() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    flow = content_of(d.project, TYPES, Lens("chain", card))
    assert isinstance(flow, Flow)
    assert [block.heading for block in flow.blocks] == [
        "Irritants",
        "Piste",
        "Défi",
        "Prototype",
        "Résultat",
        "Décision",
    ]
    assert flow.blocks[4].pieces[0].text.startswith("Confirmée\n9 sur 10")
    assert "€" not in "".join(piece.text for block in flow.blocks for piece in block.pieces)


def test_the_chain_is_a_halt_of_its_card_and_has_a_name_in_the_agenda() -> None:
    d = grant()
    card = d.canvas("pr_ad")
    lens = Lens("chain", card)
    assert lens in [halt.lens for halt in walk(d.project, TYPES, card)]
    assert lens_named(d.project, TYPES, written(d.project, TYPES, lens)) == lens
    assert all(h.lens.kind != "chain" for h in walk(d.project, TYPES, d.canvas("p_words")))
    assert content_of(d.project, TYPES, Lens("chain", d.canvas("p_words"))) != Flow(())
    assert content_of(d.project, TYPES, Lens("chain", "gone")) == Flow(())
