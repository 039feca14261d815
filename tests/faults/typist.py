"""A laptop that types without end: says which gestures are saved, until somebody kills it."""

import sys
from pathlib import Path

from labdesk.store.session import Session
from tests.store.samples import note, write


def main(path: Path) -> None:
    """Each number it prints is a note that the document holds, and the draft that goes with it."""
    session = Session.open(path, "a" * 16)
    done = max(0, len(session.project.note) - 1)  # the last one may be half written

    while True:
        session.do(note(f"n{done}", f"texte {done}"))
        session.do(write(f"n{done}", f"texte {done} {'suite ' * 40}"))
        session.draft("note", f"n{done}", "voice", f"en cours {done}")
        if session.flush():
            print(done, flush=True)
        done += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
