"""A pytest plugin that makes PySide6 impossible to import: `-p no:pytest-qt -p tests.without_qt`."""

import sys

for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None  # type: ignore[assignment]  # importlib's own way to say "not there"
