"""Canvases are data: every field of the five with its labels, the lab's own, wrong files and their zone."""

import csv
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from labdesk import places
from labdesk.domain.canvas_type import (
    GRID_KINDS,
    KINDS,
    CanvasType,
    common_vocabularies,
    load_catalogue,
    option_label,
    read_type,
)
from labdesk.domain.type_check import check
from labdesk.domain.type_reading import type_of
from labdesk.errors import Refusal
from labdesk.words import speaking
from tests.memory import kind

LISTED = (Path(__file__).parent / "fields.tsv").read_text("utf-8").splitlines()
FIELDS = list(csv.DictReader(LISTED, delimiter="\t"))
SHEET = """id = "retro"
label = "Rétrospective"
title_zone = "title"
[[zone]]
id = "title"
kind = "text_short"
label = "Titre"
[[zone]]
id = "kept"
kind = "notes"
label = { fr = "On garde", en = "Keep" }
question = "Que garder ?"
"""


def test_the_five_canvases_ship_in_the_order_of_the_rail_and_none_is_refused() -> None:
    catalogue = load_catalogue()
    assert list(catalogue.types) == ["workshop", "persona", "journey", "problem", "prototype"]
    assert catalogue.refused == ()


@pytest.mark.parametrize("field", FIELDS, ids=[f"{f['canvas']}.{f['zone']}" for f in FIELDS])
def test_every_field_has_its_labels_and_its_guiding_question_in_both_languages(field: dict[str, str]) -> None:
    zone = kind(field["canvas"]).by_id[field["zone"]]
    assert (zone.label.fr, zone.label.en) == (field["fr"], field["en"])
    assert (zone.question.fr, zone.question.en) == (field["question_fr"], field["question_en"])
    assert (zone.need, zone.export) == (field["need"], field["export"])


def test_no_field_beside_those_of_the_domain() -> None:
    listed = {(field["canvas"], field["zone"]) for field in FIELDS}
    there = {(one.id, zone.id) for one in load_catalogue().types.values() for zone in one.zones}
    assert there - listed == set()
    assert listed - there == set()


def test_labels_follow_the_language() -> None:
    zone = kind("journey").by_id["pain_points"]
    assert str(zone.label) == "Irritants"
    with speaking("en"):
        assert str(zone.label) == "Pain points"


def test_lanes_boxes_and_axes_are_told_apart() -> None:
    journey = kind("journey")
    assert journey.layout == "grid"
    assert {zone.kind for zone in journey.lanes} == set(GRID_KINDS)
    assert all(not zone.is_lane and zone.kind != "axis" for zone in journey.sheet)
    assert {zone.id for zone in journey.zones if zone.kind == "axis"} == {"phases", "steps"}
    assert {one.layout for one in load_catalogue().types.values() if one.id != "journey"} == {"sheet"}


def test_the_presets_of_lanes_ship_and_the_usual_one_has_seven() -> None:
    presets = kind("journey").presets
    assert set(presets) == {"empathie", "simple", "fonctionnalites", "longue", "default"}
    assert set(kind("journey").preset_labels) == set(presets)
    assert len(presets["default"]) == 7
    assert presets["longue"] == tuple(zone.id for zone in kind("journey").lanes)
    assert [line.lane for line in kind("journey").lines] == ["frontstage", "backstage", "support"]


@pytest.mark.parametrize(
    ("canvas", "zone", "most", "required"),
    [
        ("journey", "steps", 40, True),
        ("journey", "actions", None, False),
        ("journey", "emotions", 1, False),
        ("problem", "challenge", 3, True),
        ("problem", "five_whys", 3, False),
        ("journey", "tray", None, False),
    ],
)
def test_how_many_things_a_zone_holds(canvas: str, zone: str, most: int | None, required: bool) -> None:
    found = kind(canvas).by_id[zone]
    assert (found.at_most, found.required) == (most, required)


def test_a_type_is_known_by_the_words_of_its_file() -> None:
    one, same, other = read_type(SHEET, "a"), read_type(SHEET, "b"), read_type(SHEET + "\n", "a")
    assert one.row == same.row == f"retro@{one.sha}"
    assert one.row != other.row
    assert one.toml == SHEET
    assert read_type(one.toml, "c") == same


def test_a_choice_is_read_by_its_label_and_an_unknown_one_as_it_is() -> None:
    options = kind("prototype").options("verdict")
    assert option_label(options, "partly") == "Partiellement confirmée"
    assert option_label(options, "odd") == "odd"
    assert option_label(options, None) == ""
    assert option_label(kind("journey").options("emotion"), "-2") == "Très difficile"
    assert kind("journey").options(None) == ()
    assert not any(
        o.exported for o in common_vocabularies()["photo_person"] if o.id in ("refused", "unknown")
    )


def test_a_vocabulary_of_the_canvas_itself_comes_before_the_common_one() -> None:
    own = SHEET + (
        '[[zone]]\nid = "mood"\nkind = "choice"\nlabel = "Humeur"\nvocabulary = "verdict"\n'
        '[[vocabulary.verdict]]\nid = "yes"\nfr = "Oui"\n'
    )
    assert [str(o.label) for o in read_type(own, "a").options("verdict")] == ["Oui"]


def test_a_new_file_gives_a_canvas_and_a_later_one_of_the_same_name_wins() -> None:
    places.own_canvases().mkdir()
    (places.own_canvases() / "retro.toml").write_text(SHEET, "utf-8")
    (places.own_canvases() / "persona.toml").write_text(SHEET.replace("retro", "persona"), "utf-8")
    types = load_catalogue().types
    assert list(types)[-1] == "retro"
    assert str(types["persona"].label) == "Rétrospective"


def test_the_program_of_the_year_before_still_opens_cards_made_today() -> None:
    """It refuses a type in which a key it knows has a value it does not; other keys it passes over."""
    for name, shipped in load_catalogue().types.items():
        told = tomllib.loads(shipped.toml)["zone"]
        assert {zone.get("shown", "") for zone in told} <= {"", "test_started"}, name
    assert load_catalogue().types["prototype"].by_id["before"].shown == "type=form"


def test_wrong_files_are_refused_by_name_and_the_others_load(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("id = ", "utf-8")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "c.toml").write_text(SHEET.replace('kind = "notes"', 'kind = "mural"'), "utf-8")
    (tmp_path / "d.toml").write_text(SHEET, "utf-8")
    (tmp_path / "e.toml").mkdir()
    catalogue = load_catalogue(tmp_path)
    assert list(catalogue.types) == ["retro"]
    assert [sentence.split(".toml")[0] for sentence in catalogue.refused] == ["a", "b", "c", "e"]


@pytest.mark.parametrize(
    "path", sorted((places.resources() / "canvases").glob("*.toml")), ids=lambda p: p.stem
)
def test_what_ships_fits_together_and_is_not_checked_at_each_start(path: Path) -> None:
    check(type_of(path.read_text("utf-8"), path.name), path.name)


def zone(**said: str) -> str:
    """The sheet with one more zone."""
    lines = {"id": '"more"', "kind": '"notes"', "label": '"Encore"'} | said
    return SHEET + "[[zone]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items() if value)


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        (SHEET.replace('"retro"', '"à nous"'), "id"),
        (SHEET.replace('id = "retro"\n', ""), "id"),
        (SHEET.replace('label = "Rétrospective"\n', ""), "label"),
        (SHEET.replace('"title"\n[[zone]]', '"gone"\n[[zone]]', 1), "gone"),
        ('layout = "wall"\n' + SHEET, "wall"),
        ('place = "kitchen"\n' + SHEET, "kitchen"),
        ("version = 0\n" + SHEET, "version"),
        ("columns = true\n" + SHEET, "columns"),
        ('id = "x"\nlabel = "X"\n', "zone"),
        (zone(id='"kept"'), "kept"),
        (zone(id=""), "3"),
        (zone(kind='"mural"'), "more"),
        (zone(label=""), "more"),
        (zone(need='"Z"'), "more"),
        (zone(export='"maybe"'), "more"),
        (zone(card='"many"'), "more"),
        (zone(card='"0..x/step"'), "more"),
        (zone(colour='"beige"'), "more"),
        (zone(span='"wide"'), "more"),
        (zone(shown='"never"'), "more"),
        (zone(range="[2, 1]"), "more"),
        (zone(range="[1]"), "more"),
        (zone(kind='"choice"'), "more"),
        (zone(kind='"choice"', vocabulary='"gone"'), "more"),
        (zone(kind='"table"'), "more"),
        (zone(kind='"table"', column='[{ id = "a", kind = "mural", label = "A" }]'), "more"),
        (zone(kind='"table"', column='[{ id = "a", label = "A", vocabulary = "gone" }]'), "more"),
        (zone(kind='"grid_notes"'), "layout"),
        (zone() + '[presets]\nusual = ["gone"]\n', "usual"),
        (zone() + '[presets]\nusual = [["gone"]]\n', "canevas"),
        (zone() + '[[state]]\nwhen = "x"\nlabel = "X"\n', "state"),
    ],
)
def test_what_is_wrong_is_named_with_its_file_and_its_zone(toml: str, named: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_type(toml, "atelier.toml")
    assert refused.value.sentence.startswith("atelier.toml")
    assert named in refused.value.sentence.removeprefix("atelier.toml")


@pytest.mark.parametrize(
    "toml",
    [
        zone(column="3"),
        zone(range="3"),
        zone(range='"12"'),
        zone(label="3"),
        zone(vocabulary="3"),
        "zone = 3\n",
        "[[zone]]\n[[line]]\n",
        SHEET + "[presets]\nusual = 3\n",
        SHEET + "[vocabulary]\nmood = 3\n",
        SHEET + "[[vocabulary.mood]]\nfr = 'x'\n",
        SHEET + "[[line]]\nid = 'x'\n",
        SHEET + "[[state]]\nid = 'x'\nlabel = 'X'\nwhen = 3\n",
    ],
)
def test_a_file_written_any_odd_way_is_refused_or_read_and_stops_nothing(toml: str, tmp_path: Path) -> None:
    with suppress(Refusal):
        read_type(toml, "copy in a project file")
    (tmp_path / "odd.toml").write_text(toml, "utf-8")
    (tmp_path / "right.toml").write_text(SHEET.replace("retro", "right"), "utf-8")
    catalogue = load_catalogue(tmp_path)
    assert "right" in catalogue.types
    assert len(catalogue.types) + len(catalogue.refused) == 2
    assert all(sentence.startswith("odd.toml") for sentence in catalogue.refused)


def test_every_kind_of_zone_is_used_or_can_be_read() -> None:
    for name in KINDS:
        layout = 'layout = "grid"\n' if name in GRID_KINDS else ""
        column = '[{ id = "a", label = "A" }]' if name == "table" else ""
        toml = layout + zone(kind=f'"{name}"', vocabulary='"channel"', column=column)
        assert isinstance(read_type(toml, "a.toml"), CanvasType)
