"""The arguments of each command, and argparse's own sentences in French."""

import argparse
import os
import re
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from labdesk.cli import checking, exporting, gathering, importing, versioning, wall
from labdesk.cli.reporting import UNUSABLE
from labdesk.words import LANGUAGES, _

LONGEST = 255
"""Bytes of a file name on the disks of Linux; of letters on those of Windows."""
Run = Callable[[argparse.Namespace], int]
PAPERS = ("A4", "A3", "A2", "A1", "A0")
TILED = tuple(
    f"{sheet}/{tile}" for sheet in ("A0", "A1", "A2", "A3") for tile in ("A4", "A3") if sheet != tile
)
"""« A0/A4 »: a sheet of the first paper, printed on pieces of the second."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks French and takes no abbreviated option."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **settings)  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = _("à donner"), _("au choix")
        self.add_argument("-h", "--help", action="help", help=_("afficher cette aide"))

    def format_usage(self) -> str:
        """« Usage : labdesk … »."""
        return super().format_usage().replace("usage: ", _("Usage : "), 1)

    def format_help(self) -> str:
        """The same head, then each argument."""
        return super().format_help().replace("usage: ", _("Usage : "), 1)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """A value that is not among the choices: they are told as one types them (argparse quotes them)."""
        if action.choices is not None and value not in action.choices:
            said = _("« {value} » n’est pas possible ; choix : {choices}")
            choices = ", ".join(str(choice) for choice in action.choices)
            raise argparse.ArgumentError(action, said.format(value=value, choices=choices))

    def error(self, message: str) -> NoReturn:
        """Wrong usage: the line to type, what is wrong, exit code 2."""
        self.exit(UNUSABLE, f"{self.format_usage()}{in_french(message)}\n")


def in_french(message: str) -> str:
    """What argparse says, in the language of the moment."""
    said = (
        (r"^argument ([^:]*): ", r"\1 : "),
        (r"the following arguments are required: ", _("il manque : ")),
        (r"unrecognized arguments: ", _("argument inconnu : ")),
        (r"expected one argument", _("une valeur est attendue")),
        (r"expected at least one argument", _("au moins une valeur est attendue")),
        (r"not allowed with argument (\S+)", _("ne va pas avec {option}")),
        (r"ignored explicit argument ['\"](.*)['\"]", _("« {value} » n’est pas attendu ici")),
    )
    for pattern, words in said:
        found = re.search(pattern, message)
        if found:
            names = re.findall(r"{(\w+)}", words)
            filled = words.format(**dict(zip(names, found.groups(), strict=False))) if names else words
            message = message.replace(found.group(), found.expand(filled) if "\\1" in filled else filled, 1)
    return f"{message[:1].upper()}{message[1:]}."


def file_name(typed: str) -> Path:
    """A path whose names a disk can hold: asked for, a longer one would be an error of the system."""
    path = Path(typed)
    long = next((part for part in path.parts if len(os.fsencode(part)) > LONGEST), None)
    if long is not None:
        raise argparse.ArgumentTypeError(_("« {name}… » est un nom trop long").format(name=long[:40]))
    return path


def parser() -> Parser:
    """Every command with its arguments; each names the function that runs it."""
    whole = Parser(
        prog="labdesk",
        description=_("LabDesk sans fenêtre. Sans commande, « labdesk FICHIER » ouvre la fenêtre."),
    )
    whole.add_argument(
        "--version", action="version", version=f"LabDesk {_version()}", help=_("afficher la version")
    )
    commands = whole.add_subparsers(dest="command", metavar=_("COMMANDE"), required=True, parser_class=Parser)

    def command(name: str, run: Run, help: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help)
        made.set_defaults(run=run)
        return made

    made = command("example", importing.example, _("écrire le projet exemple"))
    made.add_argument("out", type=file_name, metavar=_("SORTIE.labdesk"))
    made = command("import", importing.bring_in, _("faire un projet d’un fichier JSON, mermaid, CSV ou PDF"))
    made.add_argument("source", type=file_name, metavar="SOURCE")
    made.add_argument("out", type=file_name, metavar=_("SORTIE.labdesk"))
    _export_arguments(command("export", exporting.export, _("écrire le dossier ou les données d’un projet")))
    made = command(
        "kit", wall.kit, _("écrire le kit mural : canevas vierges, autorisations, notice, gommettes")
    )
    made.add_argument("folder", type=file_name, metavar=_("DOSSIER"))
    made.add_argument(
        "--paper",
        choices=tuple(name for name in (*PAPERS, *TILED) if not name.startswith("A4")),
        default="A0",
        metavar="FORMAT",
        help=_("le papier des canevas : A3 à A0, ou A0/A4 pour une affiche A0 sur des feuilles A4"),
    )
    made.add_argument("--lang", choices=LANGUAGES, default="fr", help=_("la langue des feuilles"))
    made = command("check", checking.check, _("vérifier le fichier et le dossier d’un projet"))
    made.add_argument("file", type=file_name, metavar=_("FICHIER"))
    made.add_argument("--json", action="store_true", help=_("répondre en JSON"))
    made = command(
        "versions",
        versioning.versions,
        _("montrer les versions exportées, et ce qui a changé depuis l’une d’elles"),
    )
    made.add_argument("file", type=file_name, metavar=_("FICHIER"))
    made.add_argument(
        "--since",
        metavar="V",
        help=_("dire ce qui a changé depuis cette version : son nom, sa date, ou « last »"),
    )
    made = command("merge", gathering.merge, _("réunir les copies d’un même projet dans la première"))
    made.add_argument("file", type=file_name, metavar=_("FICHIER"))
    made.add_argument("others", type=file_name, nargs="+", metavar=_("AUTRE"))
    made = command("recover", gathering.recover, _("sauver ce qui peut l’être d’un fichier abîmé"))
    made.add_argument("damaged", type=file_name, metavar=_("ABÎMÉ"))
    made.add_argument("out", type=file_name, metavar=_("SORTIE.labdesk"))
    made = command("search", gathering.search, _("chercher des mots dans tous les projets"))
    made.add_argument("words", nargs="+", metavar=_("MOT"))
    made.add_argument(
        "--in", dest="folder", type=file_name, metavar=_("DOSSIER"), help=_("dans les projets de ce dossier")
    )
    return whole


def _export_arguments(made: argparse.ArgumentParser) -> None:
    made.add_argument("file", type=file_name, metavar=_("FICHIER"))
    made.add_argument(
        "out", type=file_name, metavar=_("SORTIE"), help=_(".pdf .docx .odt .json .md .mmd .csv .txt ou .png")
    )
    made.add_argument("--profile", metavar="P", help=_("le profil de financement (sinon celui du projet)"))
    made.add_argument(
        "--final",
        action="store_true",
        help=_("sans la mention « projet » ; refusé s’il reste un point bloquant"),
    )
    kind = made.add_mutually_exclusive_group()
    kind.add_argument("--note", action="store_true", help=_("la note pour décision"))
    kind.add_argument("--report", action="store_true", help=_("le compte rendu d’atelier"))
    kind.add_argument("--canvas", metavar="ID", help=_("un seul canevas, par son identifiant ou son titre"))
    made.add_argument(
        "--paper",
        choices=(*PAPERS, *TILED),
        metavar="FORMAT",
        help=_("le papier d’un canevas : A4 à A0, ou A0/A4 pour une affiche A0 sur des feuilles A4"),
    )
    made.add_argument("--easy", action="store_true", help=_("facile à lire : grands caractères, une colonne"))
    made.add_argument("--lang", choices=LANGUAGES, default="fr", help=_("la langue du document"))
    made.add_argument(
        "--embed-project",
        action="store_true",
        help=_("joindre le projet au PDF, sans ce qui est réservé au laboratoire"),
    )
    made.add_argument(
        "--agree",
        action="append",
        default=[],
        metavar=_("CHAMP"),
        help=_("laisser sortir un champ qui demande un accord (« stakeholders » ; plusieurs fois possible)"),
    )
    made.add_argument(
        "--changes-since",
        metavar="V",
        help=_("ajouter la page « Ce qui a changé » depuis cette version : son nom, sa date, ou « last »"),
    )
    kept = made.add_mutually_exclusive_group()
    kept.add_argument("--keep-as", metavar=_("NOM"), default="", help=_("nommer la version gardée"))
    kept.add_argument("--no-keep", action="store_true", help=_("ne pas garder de version dans le projet"))


def _version() -> str:
    try:
        return version("labdesk")
    except PackageNotFoundError:
        return ""
