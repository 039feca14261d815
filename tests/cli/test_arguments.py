"""What was typed wrong is told in plain French."""

import pytest

from labdesk.__main__ import COMMANDS
from labdesk.cli import DONE, UNUSABLE
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export",), "Il manque : FICHIER, SORTIE."),
        (("export", "a.labdesk", "b.pdf", "--inconnu"), "Argument inconnu : --inconnu."),
        (("export", "a.labdesk", "b.pdf", "--paper"), "--paper : une valeur est attendue."),
        (
            ("export", "a.labdesk", "b.pdf", "--paper", "A9"),
            "--paper : « A9 » n’est pas possible ; choix : A4, A3, A2, A1, A0, A0/A4, ",
        ),
        (("export", "a.labdesk", "b.pdf", "--paper", "l'A9"), "--paper : « l'A9 » n’est pas possible"),
        (
            ("export", "a.labdesk", "b.pdf", "--lang", "de"),
            "« de » n’est pas possible ; choix : fr, en.",
        ),
        (("export", "a.labdesk", "b.pdf", "--note=l'une"), "--note : « l'une » n’est pas attendu ici."),
        (("ouvre",), "COMMANDE : « ouvre » n’est pas possible ; choix : example, import, export, "),
        (("check", "a" * 300 + ".labdesk"), "FICHIER : « " + "a" * 40 + "… » est un nom trop long."),
        (("example", "é" * 130 + ".labdesk"), "est un nom trop long."),
        (("export", "a.labdesk", "b.pdf", "--note", "--report"), "--report : ne va pas avec --note."),
        (("export", "a.labdesk", "b.rtf"), "LabDesk exporte en .pdf"),
        (("export", "a.labdesk", "b.pdf", "--paper", "A3"), "--paper ne va pas avec cet export."),
        (("export", "a.labdesk", "b.csv", "--final"), "--final ne va pas avec cet export."),
        (("export", "a.labdesk", "b.docx", "--embed-project"), "--embed-project ne va pas avec cet export."),
        (("export", "a.labdesk", "b.pdf", "--profile", "inconnu"), "Le profil « inconnu » n’existe pas ici"),
        (("example", "exemple.zip"), "le nom d’un projet finit par .labdesk"),
        (("search", "mot", "--in", "absent"), "n’est pas un dossier"),
    ],
)
def test_wrong_usage_is_told_in_french(run: Run, words: tuple[str, ...], told: str) -> None:
    code, given, said = run(*words)
    assert (code, given) == (UNUSABLE, "")
    assert told in " ".join(said.split()).replace("\u202f", " ").replace("\u00a0", " ")


def test_help_is_in_french(run: Run) -> None:
    code, given, said = run("--help")
    assert (code, said) == (DONE, "")
    assert "Usage" in given
    for english in ("positional", "options:", "show this", "usage:"):
        assert english not in given
    assert "sans la mention" in " ".join(run("export", "--help")[1].split())


@pytest.mark.parametrize("command", COMMANDS)
def test_no_refusal_and_no_help_keeps_a_word_or_a_sign_of_python(run: Run, command: str) -> None:
    said = [run(command)[2], run(command, "--zzz")[2], *run(command, "--help")[1:]]
    said.append(run(command, "un", "deux", "trois", "--lang", "x", "--paper", "x")[2])
    for word in ("usage:", "options", "positional", "choose from", "argument ", "required", "invalid", "['"):
        assert word not in "\n".join(said).replace("argument inconnu", "")
    assert "'" not in "".join(said)
