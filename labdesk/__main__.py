"""The way in: a file or nothing opens the window, a command runs without one. Each half is imported alone."""

import gc
import os
import sys

COMMANDS = ("example", "import", "export", "kit", "check", "merge", "recover", "search", "versions")
PRESS = "--press"
"""How a frozen program starts its own child process, which makes the documents (ui/press)."""


CHECKUP = "--checkup"
"""How it starts the one that looks at the open project (ui/checkup)."""


def main(argv: list[str] | None = None) -> int:
    """Run what the arguments ask for; gives the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] == PRESS:
        from labdesk.ui.press.child import main as press

        return press()
    if arguments and arguments[0] == CHECKUP:
        from labdesk.store.checkup import main as checkup

        return checkup(arguments[1:])
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-") or _mistyped(arguments[0])):
        from labdesk.cli import main as command

        return command(arguments)
    gc.disable()  # for good: app.sweep collects at the right moments, and a start is 15 ms shorter
    from labdesk.ui.plain_import import spare_typing_extensions, take_back

    take_back()
    spare_typing_extensions()
    from labdesk.app import run

    run(arguments)


def _mistyped(argument: str) -> bool:
    """A word that is neither a command nor a file: a script is told so, no window opens on it."""
    return not os.path.splitext(argument)[1] and not os.path.exists(argument)


if __name__ == "__main__":
    sys.exit(main())
