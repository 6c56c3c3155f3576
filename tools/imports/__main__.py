"""Imports the tables of the reports in tests/importing in every format that can be made here, and prints how their cells were placed.

`python -m tools.imports [--write] [SUFFIX…]`: `.txt .html .docx .xlsx .odt .ods .xls .doc .rtf` and `.pdf` (printed by Chromium). What needs LibreOffice or Chromium
is left out where that is missing. `--write` puts the table into docs/performance.md. `python -m tools.imports damage [SEEDS=40]` damages the tables by chance first.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.importing.document import Document
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.file import read_document
from generator.importing.reading.text import read_text
from generator.load import load_catalogue
from generator.model.period import Period
from tools.imports.compare import Verdict, compare
from tools.imports.damage import damaged
from tools.imports.formats import converted, docx_of, html_of, pdf_of, with_spans, xlsx_of

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = ROOT / "tests" / "importing"
REPORTS = {
    "ngan-son-2022-q3": "ngan-son/2022-Q3",
    "tran-de-2023": "tran-de/2023",
    "khanh-son-2011-2020": "khanh-son/2011-2020",
    "cu-chi-2020-q1": "cu-chi/2020-Q1",
}
MAKERS: dict[str, Callable[[Document], bytes]] = {
    ".html": lambda document: html_of(document).encode(),
    ".docx": docx_of,
    ".xlsx": xlsx_of,
    ".odt": lambda document: converted(docx_of(document), ".docx", "odt"),
    ".ods": lambda document: converted(xlsx_of(document), ".xlsx", "ods"),
    ".xls": lambda document: converted(xlsx_of(document), ".xlsx", "xls"),
    ".doc": lambda document: converted(docx_of(document), ".docx", "doc"),
    ".rtf": lambda document: converted(docx_of(document), ".docx", "rtf"),
    ".pdf": lambda document: pdf_of(html_of(document)),
}


_OF_OFFICE = {".odt", ".ods", ".xls", ".doc", ".rtf"}
BEGIN, END = "<!-- imports: written by `python -m tools.imports --write` from here -->", "<!-- imports: to here -->"
HEAD = """\
| report | format | cells | right | wrong without a warning | left for a person | CPU s | MB |
|---|---|---|---|---|---|---|---|"""


def damage(seeds: int) -> int:
    """Damage every report by so many seeds and print how its cells were placed; 1 where one was placed wrongly without a word."""
    catalogue = load_catalogue(ROOT).catalogue
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    cells: Counter[Verdict] = Counter()
    for name, report in REPORTS.items():
        unit, _, period = report.partition("/")
        plain = read_text(name, (TEXTS / f"{name}.txt").read_text(encoding="utf-8"))
        for seed in range(seeds):
            spoilt, names = damaged(with_spans(plain) if seed % 2 else plain, seed)
            outcome = outcome_of(spoilt, unit, Period.parse(period), catalogue.forms, words)
            found = list(compare(outcome, catalogue.reports[report], catalogue))
            cells.update(each.verdict for each in found)
            for each in found:
                if each.verdict is Verdict.WRONG:
                    print(
                        f"{name}, seed {seed} ({', '.join(names)}): {each.table}/{each.row} {each.column}", flush=True
                    )
    print("| documents | cells | right | wrong without a warning | left for a person |\n|---|---|---|---|---|")
    numbers = (
        len(REPORTS) * seeds,
        sum(cells.values()),
        cells[Verdict.RIGHT],
        cells[Verdict.WRONG],
        cells[Verdict.LEFT],
    )
    print("| " + " | ".join(map(str, numbers)) + " |")
    return 1 if cells[Verdict.WRONG] else 0


def main(wanted: list[str]) -> int:
    """Measure every report in every format, each in a process of its own, and print the table; `--write` also puts it into the page."""
    suffixes = [each for each in wanted if each.startswith(".")] or [".txt", *MAKERS]
    made: list[str] = []
    with TemporaryDirectory() as folder:
        for name in REPORTS:
            for suffix in suffixes:
                if suffix in _OF_OFFICE and shutil.which("soffice") is None:
                    continue
                path = _made(name, suffix, Path(folder))
                done = subprocess.run(
                    [sys.executable, "-m", "tools.imports", "one", name, str(path)],
                    cwd=ROOT,
                    stdout=subprocess.PIPE,
                    text=True,
                    check=True,
                )
                made.append(done.stdout.strip())
                print(made[-1], flush=True)
    if "--write" in wanted:
        write_table(made, ROOT / "docs" / "performance.md")
    return 0


def write_table(rows: Sequence[str], page: Path) -> None:
    """Put the table in the place of the last one. Raises ValueError where the page has no marks."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page} lacks the marks between which results are written")
    page.write_text(f"{before}{BEGIN}\n\n{HEAD}\n" + "\n".join(rows) + f"\n\n{END}{after}", encoding="utf-8")


def _made(name: str, suffix: str, folder: Path) -> Path:
    """A report's tables as a file of a format."""
    source = TEXTS / f"{name}.txt"
    if suffix == ".txt":
        return source
    path = folder / f"{name}{suffix}"
    path.write_bytes(MAKERS[suffix](with_spans(read_text(name, source.read_text(encoding="utf-8")))))
    return path


def measure(name: str, path: Path) -> str:
    """A line of the table: what is made of a report in a file."""
    catalogue = load_catalogue(ROOT).catalogue
    unit, _, period = REPORTS[name].partition("/")
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    begun = _worked()
    outcome = outcome_of(read_document(path), unit, Period.parse(period), catalogue.forms, words)
    seconds = _worked() - begun
    cells = Counter(each.verdict for each in compare(outcome, catalogue.reports[REPORTS[name]], catalogue))
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1000
    numbers = (sum(cells.values()), cells[Verdict.RIGHT], cells[Verdict.WRONG], cells[Verdict.LEFT])
    return f"| {name} | {path.suffix} | " + " | ".join(map(str, numbers)) + f" | {seconds:.1f} | {peak} |"


def _worked() -> float:
    """Processor seconds of this process and of those that read files for it."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["damage", *more]:
            sys.exit(damage(int(more[0]) if more else 40))
        case ["one", name, path]:
            print(measure(name, Path(path)))
        case more:
            sys.exit(main(more))
