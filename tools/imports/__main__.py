"""Imports the tables of the reports in tests/importing in every format that can be made here, and prints how their cells were placed.

`python -m tools.imports [SUFFIX…]`: `.txt .html .docx .xlsx .odt .ods .xls .doc .rtf` and `.pdf` (printed by Chromium). What needs LibreOffice or Chromium
is left out where that is missing. Nothing is written but temporary files. `python -m tools.imports damage [SEEDS=40]` damages the tables by chance first.
"""

from __future__ import annotations

import resource
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.importing.document import Document
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.file import read_document
from generator.importing.reading.text import read_text
from generator.load import load_catalogue
from generator.model.catalogue import Catalogue
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


def main(suffixes: list[str]) -> None:
    """Print a table, a line for every report and format."""
    catalogue = load_catalogue(ROOT).catalogue
    print("| report | format | cells | right | wrong without a warning | left for a person | seconds | MB |")
    print("|---|---|---|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for name in REPORTS:
            for suffix in suffixes or [".txt", *MAKERS]:
                if suffix in {".odt", ".ods", ".xls", ".doc", ".rtf"} and shutil.which("soffice") is None:
                    continue
                _measure(name, suffix, Path(folder), catalogue)


def _measure(name: str, suffix: str, folder: Path, catalogue: Catalogue) -> None:
    source = TEXTS / f"{name}.txt"
    path = source
    if suffix != ".txt":
        path = folder / f"{name}{suffix}"
        path.write_bytes(MAKERS[suffix](with_spans(read_text(name, source.read_text(encoding="utf-8")))))
    unit, _, period = REPORTS[name].partition("/")
    begun = time.monotonic()
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    outcome = outcome_of(read_document(path), unit, Period.parse(period), catalogue.forms, words)
    seconds = time.monotonic() - begun
    cells = Counter(each.verdict for each in compare(outcome, catalogue.reports[REPORTS[name]], catalogue))
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1000
    numbers = (sum(cells.values()), cells[Verdict.RIGHT], cells[Verdict.WRONG], cells[Verdict.LEFT])
    print(f"| {name} | {suffix} | " + " | ".join(map(str, numbers)) + f" | {seconds:.1f} | {peak} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["damage"]:
        sys.exit(damage(int(sys.argv[2]) if len(sys.argv) > 2 else 40))  # noqa: PLR2004 - what stands behind the word
    main(sys.argv[1:])
