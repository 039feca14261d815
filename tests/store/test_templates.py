"""The lab’s own templates: files without content, added, renamed, taken off, copied to a key and back."""

from contextlib import closing
from pathlib import Path

import pytest

from labdesk import places
from labdesk.domain.canvas_type import load_catalogue
from labdesk.domain.commands.canvases import create_canvas
from labdesk.domain.commands.grid import add_phase
from labdesk.errors import Refusal
from labdesk.store import templates
from labdesk.store.session import Session
from tests.store.samples import ANNE, note


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A project in which somebody spoke."""
    path = tmp_path / "Carte grise.labdesk"
    with closing(Session.create(path, ANNE)) as session:
        canvas, made = create_canvas(session.project, load_catalogue().types["journey"], title="Léa")
        session.do(made)
        session.do(add_phase(session.project, canvas, "Chercher")[2])
        session.do(note("n1", "Secret d’agent", canvas=canvas))
    return path


def test_a_project_becomes_a_template_of_its_structure_only(full: Path) -> None:
    path = templates.take(full)
    assert path == places.own_templates() / "Carte grise.labdesk"
    assert "Secret" not in path.read_bytes().decode("latin-1")
    assert "Léa" not in path.read_bytes().decode("utf-8", "ignore")
    (template,) = templates.listed()
    assert (template.name, template.holds) == ("Carte grise", "1 parcours, 1 étape")
    made = templates.project_in(path)
    assert [phase.label for phase in made.phase.values()] == ["Chercher"]
    assert not made.note


def test_a_full_project_put_into_the_folder_by_hand_gives_away_nothing_when_it_is_used(
    full: Path, tmp_path: Path
) -> None:
    places.own_templates().mkdir()
    full.rename(places.own_templates() / full.name)
    (template,) = templates.listed()
    out = templates.make(templates.project_in(template.path), "Lundi", tmp_path / "lundi.labdesk")
    assert "Secret" not in out.read_bytes().decode("latin-1")
    with closing(Session.open(out, ANNE)) as made, closing(Session.open(template.path, ANNE)) as source:
        assert made.project.head.title == "Lundi"
        assert made.origin != source.origin
        assert made.undo_label is None


def test_a_template_is_renamed_but_never_over_another(full: Path) -> None:
    first, second = templates.take(full), templates.take(full)
    assert second.stem == "Carte grise 2"
    assert templates.rename(first, "Atelier / lundi").stem == "Atelier lundi"
    with pytest.raises(Refusal, match="Atelier lundi"):
        templates.rename(second, "Atelier lundi")
    assert sorted(t.name for t in templates.listed()) == ["Atelier lundi", "Carte grise 2"]


def test_a_template_taken_off_can_come_back(full: Path) -> None:
    path = templates.take(full)
    aside = templates.put_aside(path)
    assert templates.listed() == ()
    templates.put_back(aside, "Carte grise")
    assert [t.name for t in templates.listed()] == ["Carte grise"]


def test_a_template_goes_to_a_key_and_is_taken_from_one(full: Path, tmp_path: Path) -> None:
    key = tmp_path / "clé"
    key.mkdir()
    copied = templates.copy_to(templates.take(full), key)
    again = templates.copy_to(templates.listed()[0].path, key)
    assert [path.name for path in (copied, again)] == ["Carte grise.labdesk", "Carte grise 2.labdesk"]
    assert templates.take(copied).stem == "Carte grise 2"
    with pytest.raises(Refusal, match="rien d’incomplet"):
        templates.copy_to(templates.listed()[0].path, tmp_path / "clé partie")


def test_what_is_no_project_is_not_offered(tmp_path: Path) -> None:
    assert templates.listed() == ()
    places.own_templates().mkdir()
    (places.own_templates() / "x.labdesk").write_bytes(b"rien")
    assert templates.listed() == ()
    with pytest.raises(Refusal):
        templates.take(tmp_path / "absent.labdesk")


def test_a_data_folder_that_is_away_offers_no_template_and_says_why_none_is_added(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fichier").write_bytes(b"")
    source = templates.project_in(full)
    monkeypatch.setenv("LABDESK_DATA", str(tmp_path / "fichier" / "labdesk"))
    assert templates.listed() == ()
    with pytest.raises(Refusal, match="rien n’a été ajouté"):
        templates.add(source, "Lundi")
