"""Versions are kept with what the dossier said; they share what is the same, and can be forgotten."""

from labdesk.domain.commands.versions import (
    Kept,
    delete_version,
    in_time,
    keep_version,
    name_version,
    parts_in_use,
)
from labdesk.domain.contents import Content, Leaf, content_of, parts_of
from labdesk.domain.model import Project
from tests.memory import done

A, B, C = (Leaf(name, "", (f"texte {name}",)) for name in ("summary", "problem", "risks"))


def kept(project: Project, *leaves: Leaf, at: str = "2027-03-03T10:42:00+01:00") -> tuple[Project, str]:
    row, gesture = keep_version(
        *(project, Kept("ab" * 32, parts_of(Content(leaves)), 12)),
        at=at,
        what="dossier",
        form="pdf",
        final=True,
        file="dossier.pdf",
        profile="small",
        asked=frozenset({"stakeholders"}),
    )
    return done(project, gesture), row


def test_a_version_says_again_what_the_dossier_said() -> None:
    project, row = kept(Project.empty("ab"), A, B)
    version = project.version[row]
    assert content_of(project, version) == Content((A, B))
    assert (version.final, version.pages, version.asked, version.file) == (
        1,
        12,
        "stakeholders",
        "dossier.pdf",
    )


def test_two_versions_hold_what_is_the_same_once_and_either_can_be_forgotten() -> None:
    project, first = kept(Project.empty("ab"), A, B)
    project, second = kept(project, A, C, at="2027-04-01T09:00:00+02:00")
    assert len(project.version_part) == 3
    assert [one.id for one in in_time(project)] == [second, first]
    project = done(project, delete_version(project, first))
    assert content_of(project, project.version[second]) == Content((A, C))
    assert len(parts_in_use(project)) == 2
    project = done(project, delete_version(project, second))
    assert (dict(project.version), parts_in_use(project)) == ({}, frozenset())


def test_versions_stand_in_the_order_of_time_whatever_the_clock_of_the_laptop() -> None:
    project, reunion = kept(Project.empty("ab"), A, at="2027-03-03T10:00:00+04:00")
    project, paris = kept(project, A, at="2027-03-03T08:00:00+01:00")
    project, odd = kept(project, A, at="hier")
    assert [one.id for one in in_time(project)] == [paris, reunion, odd]


def test_a_version_is_named_and_an_unknown_one_is_nothing() -> None:
    project, row = kept(Project.empty("ab"), A)
    project = done(project, name_version(project, row, "envoyée au SGAR"))
    assert project.version[row].name == "envoyée au SGAR"
    assert not name_version(project, row, "envoyée au SGAR")
    assert not name_version(project, "nobody", "x")
    assert not delete_version(project, "nobody")


def test_a_version_that_kept_nothing_cannot_be_compared() -> None:
    project, row = kept(Project.empty("ab"))
    assert content_of(project, project.version[row]) is None
