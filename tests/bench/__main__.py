"""`make bench`: runs every bench, or those named on the command line, and prints their figures."""

import importlib
import os
import sys
from pathlib import Path


def main(names: list[str]) -> None:
    """Every bench of this folder whose name holds one of `names`; all without names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for path in sorted(Path(__file__).parent.glob("*_bench.py")):
        if not names or any(name in path.stem for name in names):
            print(f"\n== {path.stem.removesuffix('_bench')}", flush=True)
            importlib.import_module(f"tests.bench.{path.stem}").run()


if __name__ == "__main__":
    main(sys.argv[1:])
