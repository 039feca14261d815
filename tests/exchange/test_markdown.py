"""The outline of a project, as any Markdown reader shows it."""

from labdesk.domain.commands.notes import veil_votes, vote
from labdesk.domain.model import Project
from labdesk.exchange import markdown, mermaid, project_json
from labdesk.exchange.example import example
from labdesk.exchange.imported import built
from tests.memory import done, with_canvas, with_note, with_steps


def test_the_outline_holds_every_note_of_every_canvas() -> None:
    project = built(example().gesture)
    outline = markdown.write(project)
    assert [n.text for n in project.note.values() if markdown.plain(n.text or "") not in outline] == []
    assert outline.startswith("# Attractivité de la fonction publique en Bourgogne-Franche-Comté\n")


def test_the_journeys_of_an_outline_can_be_imported_again() -> None:
    project = built(example().gesture)
    again = built(mermaid.read(markdown.write(project), "exemple.md").gesture)
    assert len(again.canvases("journey")) == len(project.canvases("journey"))
    assert len(again.step) == len(project.step)


def test_words_that_look_like_markdown_are_shown_as_they_are() -> None:
    assert markdown.plain("# pas un *titre* [lien](x) <b> | `code`") == (
        "\\# pas un \\*titre\\* \\[lien\\](x) \\<b\\> \\| \\`code\\`"
    )
    assert markdown.plain("- pas une liste") == "\\- pas une liste"
    assert markdown.plain("1. pas un rang") == "1\\. pas un rang"
    assert markdown.plain("deux\nlignes") == "deux lignes"


def test_one_canvas_alone_has_its_own_outline() -> None:
    project = built(example().gesture)
    canvas = project.by_key("p_silence", "problem")
    assert canvas is not None
    outline = markdown.write(project, canvas=canvas.id)
    assert outline.count("\n# ") == 0
    assert "Agences d’intérim" in outline
    assert "Inès" not in outline


def test_dots_that_are_hidden_stay_hidden_in_what_is_read_and_are_all_in_the_data() -> None:
    project, journey = with_canvas(Project.empty("m"), "journey", "Vécu")
    project, (step,) = with_steps(project, journey, ("Chercher", ("Demander",)))
    project, note = with_note(project, journey, "pain_points", "Car du mardi", step)
    project = done(project, vote(project, note, 3))
    assert "3 gommettes" in markdown.write(project)
    project = done(project, veil_votes(project, journey, veiled=True))
    assert "gommettes" not in markdown.write(project)
    assert '"votes": 3' in project_json.write(project).text
