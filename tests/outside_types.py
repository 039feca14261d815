"""Canvas types of a lab’s own, made up for tests: TOML files that nothing in LabDesk knows of."""

from labdesk import places

SEASONS = """
id = "saisons"
layout = "grid"
place = "journeys"
icon = "calendar"
title_zone = "name"
label = { fr = "Roue des saisons", en = "Wheel of seasons" }
plural = { fr = "Roues des saisons", en = "Wheels of seasons" }

[presets]
default = ["peaks", "mood"]

[[zone]]
id = "name"
kind = "text_short"
label = { fr = "Nom de la roue", en = "Name" }

[[zone]]
id = "phases"
kind = "axis"
label = { fr = "Saisons", en = "Seasons" }

[[zone]]
id = "steps"
kind = "axis"
label = { fr = "Mois", en = "Months" }

[[zone]]
id = "peaks"
kind = "grid_notes"
label = { fr = "Pics d’activité", en = "Peaks" }
question = { fr = "Quand tout le monde vient-il ?", en = "When does everyone come?" }
colour = "rose"

[[zone]]
id = "mood"
kind = "grid_score"
label = { fr = "Charge des agents", en = "Load" }
range = [-2, 2]
vocabulary = "emotion"
word = true
"""
"""A grid."""

WISHES = """
id = "souhaits"
place = "{place}"
label = {{ fr = "Arbre à souhaits", en = "Wish tree" }}

[[zone]]
id = "title"
kind = "text_short"
label = {{ fr = "Nom de l’arbre", en = "Name" }}
span = 2

[[zone]]
id = "wishes"
kind = "notes"
label = {{ fr = "Souhaits", en = "Wishes" }}
question = {{ fr = "Que voudriez-vous trouver ici dans un an ?", en = "What would you like to find?" }}
colour = "mint"
span = 2

[[zone]]
id = "means"
kind = "table"
label = {{ fr = "Moyens", en = "Means" }}
span = 4

[[zone.column]]
id = "what"
kind = "text_short"
label = {{ fr = "Quoi", en = "What" }}

[[zone.column]]
id = "cost"
kind = "money"
label = {{ fr = "Coût", en = "Cost" }}
"""

POSTER = """
id = "affiche"
version = 1
place = "prototypes"
label = { fr = "Affiche", en = "Poster" }
[[state]]
id = "seen"
when = "photos"
label = { fr = "Vue", en = "Seen" }
[[state]]
id = "new"
when = ""
label = { fr = "Neuve", en = "New" }
[[zone]]
id = "name"
kind = "text_short"
label = { fr = "Nom", en = "Name" }
[[zone]]
id = "today"
kind = "photos"
card = "0..1"
pair = "tomorrow"
label = { fr = "Aujourd’hui", en = "Today" }
[[zone]]
id = "tomorrow"
kind = "photos"
card = "0..1"
label = { fr = "Demain", en = "Tomorrow" }
[[zone]]
id = "photos"
kind = "photos"
label = { fr = "Photos", en = "Photos" }
"""
"""A card with two states and a pair of photos."""

RESERVED = """
id = "reserve"
label = { fr = "Fiche réservée", en = "Reserved" }
[[zone]]
id = "name"
kind = "text_short"
label = { fr = "Nom", en = "Name" }
[[zone]]
id = "rivals"
kind = "table"
export = "never"
label = { fr = "Rivaux", en = "Rivals" }
[[zone.column]]
id = "who"
kind = "text_short"
label = { fr = "Qui", en = "Who" }
[[zone]]
id = "why"
kind = "chain"
export = "never"
label = { fr = "Pourquoi", en = "Why" }
[[zone]]
id = "mood"
kind = "text"
export = "ask"
label = { fr = "Humeur", en = "Mood" }
"""
"""A sheet some of which leaves in no document, and some only when one is asked."""

WRONG = """
id = "casse"
label = "Cassé"

[[zone]]
id = "humeur"
kind = "barometre"
label = "Humeur"
"""
"""A file with a kind of zone that does not exist."""


def wishes(place: str) -> str:
    """A sheet, begun in this place."""
    return WISHES.format(place=place)


def drop_in(name: str, toml: str) -> None:
    """The file lies in the lab’s own folder at the next start."""
    folder = places.own_canvases()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(toml, "utf-8")
