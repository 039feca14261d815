"""The same dossier through other programs, where they are installed: LibreOffice without a window, typst."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from labdesk.dossier.blocks import PageBreak
from labdesk.dossier.documents import Document
from labdesk.dossier.drawn_blocks import Picture
from labdesk.dossier.flat import flattened
from labdesk.dossier.open_text import write_odt
from labdesk.dossier.text_blocks import Bullets, Heading, Paragraph, Runs, Table

Read = Callable[[str], bytes]
ROUNDS = 3


def office(document: Document, read: Read) -> tuple[float, float] | None:
    """Seconds and peak memory (MB) of `soffice --convert-to pdf`; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "dossier.odt")
        source.write_bytes(write_odt(document, read))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        words = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        return _best(words, ROUNDS + 1)  # the first makes its profile


def typst(document: Document, read: Read) -> tuple[float, float] | None:
    """The same for `import typst` in a process of its own; None where it is not installed."""
    if importlib.util.find_spec("typst") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        names = {picture.sha for block in flattened(document.blocks) for picture in _pictures(block)}
        for name in names:
            Path(folder, f"{name}.jpg").write_bytes(read(name))
        source = Path(folder, "dossier.typ")
        source.write_text("\n\n".join(_markup(document)), "utf-8")
        made = f"import typst; typst.compile({str(source)!r}, output={folder + '/dossier.pdf'!r})"
        return _best([sys.executable, "-c", made], ROUNDS)


def _best(words: list[str], rounds: int) -> tuple[float, float]:
    """The best of some rounds, children included."""
    times, peaks = [], []
    for _round in range(rounds):
        start = time.perf_counter()
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _family(process.pid))
            time.sleep(0.01)
        times.append(time.perf_counter() - start)
        peaks.append(peak)
        if process.returncode:
            raise RuntimeError(f"{words[0]} gave {process.returncode}")
    return min(times), max(peaks)


def _family(pid: int) -> float:
    """The memory that a process and its children hold now, in MB."""
    total = 0.0
    try:
        held = Path(f"/proc/{pid}/statm").read_text().split()[1]
        total += int(held) * os.sysconf("SC_PAGE_SIZE") / 1e6
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += sum(_family(int(kid)) for kid in (task / "children").read_text().split())
    except (OSError, IndexError):
        return total  # it ended meanwhile
    return total


def _pictures(block: object) -> Iterator[Picture]:
    if isinstance(block, Picture):
        yield block


def _markup(document: Document) -> Iterator[str]:
    """The document in typst’s own language, without its layout."""
    yield '#set page(paper: "a4", margin: 20mm, numbering: "1 / 1")\n#set text(lang: "fr", size: 10.2pt)'
    for block in flattened(document.blocks):
        match block:
            case Heading():
                yield f"{'=' * block.level} {_plain(block.text)}"
            case Paragraph():
                yield _runs(block.runs)
            case Bullets():
                yield "\n".join(f"- {_runs(item)}" for item in block.items)
            case Table():
                yield _table(block)
            case Picture():
                yield f'#image("{block.sha}.jpg", width: {min(block.width, 160):.0f}mm, alt: "{block.alt}")'
            case PageBreak():
                yield "#pagebreak(weak: true)"


def _table(block: Table) -> str:
    across = max([len(block.head), *(len(row.cells) for row in block.rows)])
    head = "".join(f"[{_plain(text)}], " for text in block.head)
    rows = "\n".join("".join(f"[{_runs(cell.runs)}], " for cell in row.cells) for row in block.rows)
    return f"#table(columns: {across}, table.header({head}),\n{rows})"


def _runs(runs: Runs) -> str:
    return "".join(_plain(run.text) for run in runs)


def _plain(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "#$*_`<>@[]\\=~-+/" else sign for sign in text).replace("\n", " ")
