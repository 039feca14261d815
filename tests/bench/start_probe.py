"""One start of one window, told as JSON: ms from the birth of the process to its first complete paint."""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

BIRTH = "LABDESK_BENCH_BIRTH"


def bare() -> None:
    """The reference: a PySide6 window with a label, and nothing else."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Bonjour"))
    window.resize(1366, 696)
    window.show()
    tell(app)


def product(arguments: list[str]) -> None:
    """The product as `labdesk [file]` starts it; its event loop is replaced by what is measured."""
    from PySide6.QtWidgets import QApplication

    def measured() -> int:
        app = QApplication.instance()
        tell(app)
        return 0

    QApplication.exec = staticmethod(measured)  # type: ignore[method-assign]
    from labdesk.__main__ import main

    main(arguments)


def tell(app: Any) -> None:
    """Paint all there is to paint, then say how long it took."""
    for _round in range(4):
        app.processEvents()
    told = {
        "ms": (time.time() - float(os.environ[BIRTH])) * 1000,
        "mb": resident() / 1e6,
        "modules": sorted({name.partition(".")[0] for name in sys.modules}),
    }
    print(json.dumps(told), flush=True)
    os._exit(0)


def resident() -> int:
    """Bytes of memory of this process alone (PSS), or 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    if sys.argv[1:] == ["bare"]:
        bare()
    else:
        product(sys.argv[2:])
