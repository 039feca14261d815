"""What is not for a table: a text of the dossier, the facilitator’s own notes; and where it could show."""

from contextlib import closing
from pathlib import Path

from labdesk.domain.commands.dossier import write_section
from labdesk.domain.commands.notes import set_note
from labdesk.domain.gesture import together
from labdesk.store.session import Session
from labdesk.ui.window import Window
from tests.journeys.everything_said import said
from tests.journeys.hands import plain

SECRET, ASIDE = "Enveloppe confidentielle", "Laisser parler Inès"
FORBIDDEN = ("Dossier", "Atelier", "Contrôle", "Projeter", "Export", "Accueil", "animation", SECRET, ASIDE)


def with_secrets(path: Path, *, aside: bool = True) -> Path:
    """A text of the dossier, and a private note behind every note of the project."""
    with closing(Session.open(path)) as session:
        project = session.project
        deeds = [write_section(project, "summary", SECRET)]
        if aside:
            deeds += [set_note(project, note, "facilitator_note", ASIDE) for note in project.note]
        session.do(together("Préparer", deeds))
    return path


def forbidden(window: Window) -> list[str]:
    """What a table must not find, where it stands now. Titles that hold such a word of their own may."""
    held = {plain(str(a.value)) for a in window.desk.project.answer.values() if isinstance(a.value, str)}
    held |= {plain(note.text or "") for note in window.desk.project.note.values()}
    own = [one for one in held if len(one) > 3 and any(word in one for word in FORBIDDEN)]
    texts = [text for text in said(window) if not any(text in one or one in text for one in own)]
    return [text for text in texts for word in FORBIDDEN if word in text]
