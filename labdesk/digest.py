"""SHA-256 for whoever is there at the start of the window.

`hashlib` gives the same digits, and maps OpenSSL for them: 3.5 MB and 3 ms at each start. Python carries an
implementation of its own, which `hashlib` itself falls back on; a Python without it gets OpenSSL's.
"""

import importlib
from collections.abc import Callable
from typing import Protocol


class Digest(Protocol):
    """What we ask of a hash."""

    def hexdigest(self) -> str:
        """64 hexadecimal digits."""


def _sha256() -> Callable[[bytes], Digest]:
    for module in ("_sha2", "_sha256", "hashlib"):  # Python ≥ 3.12, 3.11, any
        try:
            found: Callable[[bytes], Digest] = importlib.import_module(module).sha256
        except ImportError:
            continue
        return found
    raise ImportError


sha256 = _sha256()
"""`sha256(bytes).hexdigest()`, as in `hashlib`."""
