"""On PYTHONPATH, in every Python that starts: no socket can be made. Each process says it was guarded."""

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn


class Refused(socket.socket):
    """A socket that cannot be."""

    def __init__(self, *_arguments: object, **_named: object) -> None:
        refuse()


def refuse(*_arguments: object, **_named: object) -> NoReturn:
    """What a firewall without exceptions does; the test reads the file."""
    asked = Path(os.environ["GUARDED"]) / f"asked-{os.getpid()}"
    asked.write_text(" ".join(sys.argv), "utf-8")
    raise OSError("no network here")


socket.socket = Refused  # type: ignore[misc]
socket.create_connection = refuse
socket.getaddrinfo = refuse
socket.gethostbyname = refuse
(Path(os.environ["GUARDED"]) / f"guarded-{os.getpid()}").write_text(" ".join(sys.orig_argv), "utf-8")
