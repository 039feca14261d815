"""A project as JSON: what is read comes back, whatever the window stores survives, mistakes are named."""

import json
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labdesk.exchange import project_json
from labdesk.exchange.imported import built
from labdesk.exchange.json_text import same
from tests.exchange.deeds import random_project, said
from tests.exchange.projects import json_projects

EXAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "example_attractivite.json"


def there_and_back(value: Any) -> Any:
    imported = project_json.read(json.dumps(value), "essai.json")
    return json.loads(project_json.write(built(imported.gesture)).text)


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)
@given(json_projects())
def test_what_is_imported_is_exported_the_same(value: Any) -> None:
    again = there_and_back(value)
    assert same(again, value), json.dumps([value, again], ensure_ascii=False, indent=1)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.integers(1, 60))
def test_all_that_the_window_stores_survives_a_journey_through_json(seed: int, deeds: int) -> None:
    project = random_project(Random(seed), deeds)
    written = project_json.write(project)
    again = built(project_json.read(written.text, "essai.json").gesture, "abc")
    assert {row for row in said(again) if row[0] != "aside"} == said(project), written.text
    assert same(json.loads(project_json.write(again).text), json.loads(written.text))
