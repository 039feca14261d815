"""The command line: everything the program does without a window. Sentences on stderr, results on stdout."""

import argparse
import sys

from labdesk.cli import arguments, reporting
from labdesk.cli.reporting import BLOCKED, DONE, UNUSABLE, Blocked
from labdesk.errors import Refusal
from labdesk.words import _

__all__ = ["BLOCKED", "DONE", "UNUSABLE", "main"]


def main(argv: list[str]) -> int:
    """Run one command and give its exit code: 0 done, 1 blocking findings, 2 wrong usage or unreadable."""
    reporting.make_printable()
    try:
        given = arguments.parser().parse_args(argv)
    except SystemExit as end:  # help was asked for, or the usage was told
        return end.code if isinstance(end.code, int) else UNUSABLE
    return _calmly(given)


def _calmly(given: argparse.Namespace) -> int:
    """Known troubles are told in a sentence; of a bug a report is written."""
    try:
        code: int = given.run(given)
        sys.stdout.flush()
        return code
    except Blocked as refusal:
        reporting.tell(refusal.sentence, *refusal.details)
        return BLOCKED
    except Refusal as refusal:  # its details are what the system said, in English and for a report
        reporting.tell(refusal.sentence)
        return UNUSABLE
    except BrokenPipeError:  # the reader had enough
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        reporting.tell(_("Arrêté. Rien n’a été écrit à moitié."))
        return UNUSABLE
    except Exception as bug:
        reporting.tell(reporting.written_down(bug))
        return UNUSABLE
