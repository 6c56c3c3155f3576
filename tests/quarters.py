"""A tree in which one unit reports on the official quarterly form for years: its own definitions, figures made by rule.

Every figure rises and falls a little from quarter to quarter, so that each series has a course, and what the indicators bind together agrees:
rates follow from their terms, wholes from their parts, and nothing exceeds its limit. One contradiction a report is left in, as real ones have.
"""

import shutil
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import yaml

from tests.trees import FILES

ROOT = Path(__file__).parents[1]
FORM = "cchc-quarterly-2022"
UNIT = "huyen"
_DEFINED = ("areas.yml", "measures.yml", "breakdowns.yml", "indicators", f"forms/{FORM}.yml")
_SHARE = 0.7

Key = tuple[str, tuple[tuple[str, str], ...]]
"""An indicator, and the part of its breakdown."""


def write_quarters(folder: Path, first: int, last: int, units: tuple[str, ...] = (UNIT,)) -> Path:
    """Write the tree of a district, and of its province on demand, with a report for each quarter of the years `first` to `last`."""
    for name in _DEFINED:
        source, target = ROOT / "data" / name, folder / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    for name, content in FILES.items():
        if name.startswith("data/units/") or (name.startswith("content/") and "/reports/" not in name):
            _write(folder / name, str(content))
    for unit, year, quarter in product(units, range(first, last + 1), range(1, 5)):
        _write(folder / f"data/reports/{unit}/{year}-Q{quarter}.yml", _report(unit, year, quarter))
    return folder


def _report(unit: str, year: int, quarter: int) -> str:
    report = {
        "unit": unit,
        "period": f"{year}-Q{quarter}",
        "form": FORM,
        "document": {
            "title": {
                "vi": f"Báo cáo công tác cải cách hành chính quý {quarter} năm {year}",
                "en": f"Report on administrative reform in quarter {quarter} of {year}",
            },
            "number": f"{year % 100}{quarter}/BC-UBND",
            "date": f"{year + quarter // 4}-{quarter * 3 % 12 + 1:02}-05",
        },
        "tables": {"appendix": {"rows": dict(_Quarter(year, quarter).rows())}},
    }
    return yaml.safe_dump(report, allow_unicode=True, sort_keys=False)


@cache
def _rows() -> list[dict]:
    return yaml.safe_load((ROOT / f"data/forms/{FORM}.yml").read_text(encoding="utf-8"))["tables"][0]["rows"]


@cache
def _indicators() -> dict[str, dict]:
    paths = sorted((ROOT / "data/indicators").glob("*.yml"))
    return {each["id"]: each for path in paths for each in yaml.safe_load(path.read_text(encoding="utf-8"))}


def _key(row: dict) -> Key:
    return row["indicator"], tuple(sorted(row.get("breakdown", {}).items()))


class _Quarter:
    """The figures of one report, each found once, after those that it follows from."""

    def __init__(self, year: int, quarter: int) -> None:
        self.step = year * 4 + quarter
        self.quarter = quarter
        self.keys = {_key(row): number for number, row in enumerate(_rows()) if "indicator" in row}
        self.found: dict[Key, float] = {}

    def rows(self) -> Iterator[tuple[str, object]]:
        """A figure for each row that asks for one; both tiers where the indicator is told apart by tier and no other rows do it."""
        for row in _rows():
            if "indicator" in row:
                yield row["code"], self._entry(_key(row))
            elif not row.get("heading"):
                yield row["code"], "not-reported"

    def _entry(self, key: Key) -> object:
        indicator, value = _indicators()[key[0]], self._value(key)
        if indicator["measure"] == "percent":
            return f"{value:.2f}%".replace(".", ",")
        if indicator["measure"] == "yes-no":
            return "x"
        alone = not any(name == key[0] and part for name, part in self.keys)
        if "tier" in indicator.get("breakdown", []) and alone:
            district = int(value) // 3
            return {"value": int(value), "parts": {"tier": {"district": district, "commune": int(value) - district}}}
        return int(value)

    def _value(self, key: Key) -> float:
        if key not in self.found:
            self.found[key] = self._find(key)
        return self.found[key]

    def _find(self, key: Key) -> float:
        name, part = key
        indicator = _indicators()[name]
        parts = [other for other in self.keys if other[0] == name and other[1]] if not part else []
        if parts and indicator.get("sums"):
            return sum(self._value(each) for each in parts)
        written = indicator.get("formula", [])
        for formula in [written] if isinstance(written, str) else written:
            above, _, below = formula.partition(" / ")
            if {(above, part), (below, part)} <= set(self.keys):
                return 100 * self._value((above, part)) / self._value((below, part))
        wave = (self.step * 7 + self.keys[key] * 13) % 23
        limits = [
            self._value(other)
            for name in _limits(indicator)
            for other in ((name, part), (name, ()))
            if other in self.keys
        ]
        if indicator["kind"] == "cumulative":
            return int(min(limits, default=200) * (0.2 * self.quarter + wave / 1000))
        if limits:
            return int(min(limits) * (_SHARE + wave / 100))
        return 70 + wave if indicator["measure"] == "percent" else 200 + self.keys[key] + wave


def _limits(indicator: dict) -> list[str]:
    return [each if isinstance(each, str) else each["indicator"] for each in indicator.get("within", [])]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
