"""A project as JSON: what is read comes back, whatever the window stores survives, mistakes are named."""

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from labdesk.exchange import project_json
from labdesk.exchange.json_text import same
from labdesk.exchange.project_json import built
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
