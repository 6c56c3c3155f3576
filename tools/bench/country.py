"""Writes a synthetic country, or one province of it: the communes of today, each with made-up quarterly reports on an official form.

Units come from `reform-reports new units`, so the package `vietnam-provinces` has to be installed; every figure is drawn by chance, as in
`tools.bench.tree`. Provinces report as well: what their communes report together. A few reports are missing, and a declared schedule asks for them.
Names are real and figures are not, so such a tree is for trying things out and is never published.

Usage: python -m tools.bench.country --quarters 2 DIR                                           34 provinces, 3,321 communes
       python -m tools.bench.country --province "Tuyên Quang" --communes 120 --quarters 8 DIR   one province, so many communes
       python -m tools.bench.country --light ...                                                headline indicators alone
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml

from tools.bench.definitions import Definitions, read_definitions
from tools.bench.figures import Chance, Figures, Key
from tools.bench.places import NamedPlace
from tools.bench.quarter import Quarter, last_quarters
from tools.bench.reports import ReportWriter
from tools.bench.sums import together
from tools.bench.tree import ROOT, SEED, copy_looks, definition_files, write_file

_MISSING = 3
"""Percent of the reports of earlier quarters that never came."""
_LATE = 8
"""Percent of the reports of the last quarter that are not here yet."""
_SCHEDULE = "synthetic-quarterly"


@dataclass(frozen=True)
class Asked:
    """What is to be written: of which provinces (all of them if none is named), how many communes of each, for how many quarters."""

    quarters: int
    provinces: tuple[str, ...] = ()
    communes: int | None = None
    light: bool = False


def main() -> int:
    """Write a tree and say how large it is."""
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument(
        "--province", dest="provinces", action="append", default=[], help="only this one; may be repeated"
    )
    words.add_argument("--communes", type=int, help="at most so many communes of each province")
    words.add_argument("--quarters", type=int, default=2, help="reports of each unit (default: %(default)s)")
    words.add_argument("--light", action="store_true", help="headline indicators alone, and what they follow from")
    words.add_argument("--seed", type=int, default=SEED)
    words.add_argument("folder", type=Path, metavar="DIR", help="a folder that is empty or not there yet")
    asked = words.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        words.error(f"{asked.folder} is not empty")
    if min(asked.quarters, asked.communes or 1) < 1:
        words.error("a tree has at least one commune and one quarter")
    wanted = Asked(asked.quarters, tuple(asked.provinces), asked.communes, asked.light)
    written = write_country(asked.folder, wanted, asked.seed)
    print(f"{asked.folder}: {written.provinces} provinces, {written.communes} communes, {written.reports} reports")
    return 0


@dataclass(frozen=True)
class Written:
    """How large a tree is."""

    provinces: int
    communes: int
    reports: int


def write_country(folder: Path, asked: Asked, seed: int = SEED, project: Path = ROOT) -> Written:
    """Write the tree into a folder, with the definitions, the units and the templates of the project. Raises CalledProcessError without the list of units."""
    definitions = read_definitions(project, light=asked.light)
    for name, text in definition_files(definitions):
        write_file(folder / name, text)
    copy_looks(project, folder, units=True)
    codes = _codes(asked.provinces)
    _run(project, folder, "new", "units", *(word for each in codes for word in ("--province", each)))
    provinces = _provinces_of(_units(folder), codes)
    for province, communes in provinces.items():
        for each in communes[asked.communes :] if asked.communes else ():
            (folder / f"data/units/{each.id}.yml").unlink()
        provinces[province] = communes[: asked.communes]
    write_file(folder / "data/calendar.yml", _calendar(provinces))
    reports = _write_reports(folder, provinces, last_quarters(asked.quarters), definitions, seed)
    _run(project, folder, "translated", "--all")
    return Written(len(provinces), sum(map(len, provinces.values())), reports)


def _write_reports(
    folder: Path,
    provinces: dict[NamedPlace, list[NamedPlace]],
    quarters: Sequence[Quarter],
    definitions: Definitions,
    seed: int,
) -> int:
    figures = Figures(definitions, Chance(seed))
    writer = ReportWriter(figures, looks_back=0)
    reports = 0
    for quarter in quarters:
        chance = _LATE if quarter == quarters[-1] else _MISSING
        for province, communes in provinces.items():
            of_all: dict[Key, list[Decimal]] = defaultdict(list)
            for each in communes:
                found = figures.of(each.id, quarter)
                for key, value in found.items():
                    of_all[key].append(value)
                if figures.chance.between((1, 100), each.id, quarter, "missing") > chance:
                    write_file(folder / f"data/reports/{each.id}/{quarter}.yml", writer.text(each, quarter, found))
                    reports += 1
            summed = together(of_all, definitions)
            write_file(folder / f"data/reports/{province.id}/{quarter}.yml", writer.text(province, quarter, summed))
            reports += 1
    return reports


def _units(folder: Path) -> list[dict[str, object]]:
    return [
        yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for path in sorted((folder / "data/units").glob("*.yml"))
    ]


def _provinces_of(units: Iterable[dict[str, object]], codes: Sequence[str]) -> dict[NamedPlace, list[NamedPlace]]:
    """The provinces of some codes, each with its communes by code."""
    today = [each for each in units if "valid_to" not in each and "code" in each]
    by_code = sorted(today, key=lambda each: str(each["code"]))
    communes: dict[object, list[NamedPlace]] = defaultdict(list)
    for each in by_code:
        if each["level"] == "commune":
            communes[each["parent"]].append(_place(each))
    return {
        _place(each): communes[each["id"]] for each in by_code if each["level"] == "province" and each["code"] in codes
    }


def _place(unit: dict[str, object]) -> NamedPlace:
    names = unit["names"]
    assert isinstance(names, dict)  # noqa: S101 - written a moment ago
    return NamedPlace(str(unit["id"]), (str(names["vi"]), str(names["en"])), str(unit["level"]))


def _calendar(provinces: dict[NamedPlace, list[NamedPlace]]) -> str:
    collected = [each.id for province, communes in provinces.items() for each in (province, *communes)]
    rule = {
        "id": _SCHEDULE,
        "names": {"vi": "Báo cáo quý (mẫu)", "en": "Quarterly reports (example)"},
        "source": {"vi": "Quy định mẫu", "en": "An example, no rule"},
        "levels": ["province", "commune"],
        "collected": collected,
        "since": "2025-07-01",
        "windows": [
            {"period": period, "from": first, "to": last, "due": due}
            for period, first, last, due in (
                ("Q1", "01-01", "03-31", "04-10"),
                ("Q2", "04-01", "06-30", "07-10"),
                ("Q3", "07-01", "09-30", "10-10"),
                ("Q4", "10-01", "12-31", "01-10"),
            )
        ],
    }
    return yaml.safe_dump([rule], allow_unicode=True, sort_keys=False, width=1000)


def _codes(asked: Sequence[str]) -> list[str]:
    """The codes of the provinces that are meant; of all, where none is named. Raises ValueError for a name that no province has."""
    from generator.gazetteer.planning import find_province
    from generator.gazetteer.reading import installed_gazetteer

    gazetteer = installed_gazetteer()
    found = [find_province(gazetteer, each) for each in asked] if asked else list(gazetteer.provinces)
    if None in found:
        raise ValueError(asked)
    return [each.code for each in found if each is not None]


def _run(project: Path, folder: Path, *words: str) -> None:
    command = [sys.executable, "-m", "generator.cli", *words, "--root", str(folder.resolve())]
    subprocess.run(command, check=True, cwd=project, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
