"""docs/controle.md: every rule, where it is shown, why it is checked. `python -m tests.domain.rule_table`."""

from pathlib import Path

from labdesk.domain.completeness import RULES, Rule, reason
from labdesk.domain.funding import load_sections
from tests.domain.breaks import BROKEN, BROKEN_CREDITS, HARMLESS, HARMLESS_CREDITS

PAGE = Path(__file__).parents[2] / "docs" / "controle.md"
SEVERITIES = {"blocking": "bloquant", "to_check": "à vérifier", "advice": "conseil"}
HEAD = """# Ce que contrôle le relecteur
Chaque règle dit ce qui serait rejeté, conduit à l’endroit et explique pourquoi. Bloquant : pas d’export
définitif. À vérifier : la section n’est pas prête. Conseil : dit une fois, jamais en travers. Un plafond que
personne n’a relu avec l’appel à projets ne bloque rien.

Les deux dernières colonnes comptent les dossiers d’essai : ceux que la règle doit remarquer (chacun ne montre
qu’elle), ceux qui en sont tout près et qu’elle doit laisser en paix. Cette page est écrite par
`python -m tests.domain.rule_table`.

| règle | gravité | section | pourquoi | fautifs | en paix |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_line(rule) for rule in sorted(RULES, key=lambda rule: rule.id))


def _line(rule: Rule) -> str:
    sections = load_sections()
    shown = next((sections[name].label.fr for name in rule.sections if name in sections), "toutes")
    broken = sum(name == rule.id for name, _change in (*BROKEN, *BROKEN_CREDITS))
    left = sum(name == rule.id for name, _change in (*HARMLESS, *HARMLESS_CREDITS))
    cells = (rule.id, SEVERITIES[rule.severity], shown, reason(rule.id), str(broken), str(left))
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
