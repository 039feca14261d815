"""The projection in pictures, for `tests.pictures`: each lens on one sheet a theme, then the presenter."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from labdesk.domain.lens import Lens
from labdesk.domain.model import Project
from labdesk.domain.walk import beside_of
from labdesk.ui.stage.theatre import Theatre
from labdesk.ui.style import ThemeName
from labdesk.ui.window import Window

ACROSS, WIDE, HIGH, GAP = 3, 640, 360, 8
"""Pictures in a row of a sheet, and the px of each."""
ROOM, PRESENTER = (1920, 1080), (1366, 736)
THEMES: tuple[tuple[ThemeName, str], ...] = (("light", ""), ("dark", "-sombre"), ("contrast", "-contraste"))
Rest = Callable[..., None]


def lenses(window: Window) -> Iterator[Lens]:
    """One of each kind, on the example."""
    project = window.desk.project
    lived = project.canvases("journey")[0].id
    steps = tuple(step.id for step in project.steps_of(lived))
    persona, problem, card = (project.canvases(kind)[0].id for kind in ("persona", "problem", "prototype"))
    yield Lens("welcome")
    yield Lens("agenda")
    yield Lens("overview", lived)
    yield Lens("grid", lived, steps[:3], ("actions", "pain_points", "opportunities"))
    yield Lens("grid", lived, steps[3:4], ("pain_points",))
    yield Lens("curve", lived)
    yield from _curves(project, lived)
    yield Lens("irritants", lived)
    yield Lens("sheet", persona)
    yield Lens("box", problem, zone="facts")
    yield Lens("sheet", card)
    yield Lens("chain", card)
    yield Lens(
        "photo", card, row=next(p.id for p in project.photo.values() if p.canvas == card and p.picture)
    )
    cell = Lens("grid", lived, steps[3:4], ("pain_points", "opportunities"))
    beside = beside_of(project, window.desk.types, cell)
    if beside is not None:
        yield beside


def _curves(project: Project, lived: str) -> Iterator[Lens]:
    others = [canvas.id for canvas in project.canvases("journey") if canvas.id != lived]
    yield Lens("curve", lived, others=tuple(others[-1:]))


def take(window: Window, rest: Rest, keep: Callable[[QImage, str], None]) -> None:
    """projection.png and presentateur.png, in the three themes."""
    desk = window.desk
    lived = desk.project.canvases("journey")[0].id
    window.show_place("workshop")
    window.project_canvas()
    theatre = window.theatre
    assert theatre is not None
    theatre.run("windowed")
    for theme, mark in THEMES:
        while theatre.stage is not None and theatre.stage.look.theme != theme:
            theatre.run("theme")
        keep(_sheet(theatre, list(lenses(window)), rest), f"projection{mark}.png")
        window.look.become(theme="contrast" if theme == "contrast" else "light")
        keep(_presenter(theatre, lived, rest), f"presentateur{mark}.png")
    window.look.become(theme="light")
    theatre.clock.stop()
    theatre.leave()


def _sheet(theatre: Theatre, found: list[Lens], rest: Rest) -> QImage:
    """All of them, as the room sees them, on one sheet."""
    projector, stage = theatre.projector, theatre.stage
    assert projector is not None
    assert stage is not None
    projector.resize(*ROOM)
    rest(0.2)
    rows = -(-len(found) // ACROSS)
    sheet = QImage(ACROSS * (WIDE + GAP) + GAP, rows * (HIGH + GAP) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    for at, lens in enumerate(found):
        stage.show_lens(lens)
        rest(0.05)
        shot = projector.grab().toImage().scaled(WIDE, HIGH, mode=Qt.TransformationMode.SmoothTransformation)
        place = QRect(GAP + at % ACROSS * (WIDE + GAP), GAP + at // ACROSS * (HIGH + GAP), WIDE, HIGH)
        painter.drawImage(place.topLeft(), shot)
    painter.end()
    return sheet


def _presenter(theatre: Theatre, lived: str, rest: Rest) -> QImage:
    """In a phase, a timer running, the running order open."""
    presenter, stage = theatre.presenter, theatre.stage
    assert presenter is not None
    assert stage is not None
    stage.follow_order(stage.tours.order.halts[3].line if stage.tours.order else "")
    theatre.clock.stop()
    theatre.run("timer")
    theatre.run("into")
    presenter.tabs.setCurrentIndex(1)
    presenter.width_box.setValue(2.4)
    presenter.showNormal()
    presenter.resize(*PRESENTER)
    rest(0.4)
    return presenter.grab().toImage()
