"""The drawings of resources/icons in one colour, as text."""

from labdesk import places


def tinted(name: str, ink: str) -> str:
    """The text of the drawing in one colour; FileNotFoundError names a drawing that does not ship."""
    return (places.resources() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", ink)
