"""The example that ships: a complete fictional project, with its pictures."""

from labdesk import places
from labdesk.exchange.imported import Imported
from labdesk.exchange.project_json import read_file

FILE = "example_attractivite.json"


def example() -> Imported:
    """The example as an import: `bear` or `make` writes it into a new file."""
    return read_file(places.resources() / "examples" / FILE)
