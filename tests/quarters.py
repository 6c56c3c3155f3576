"""A tree in which one unit reports on the official quarterly form for years: its own definitions, figures made by rule.

Every number rises and falls a little from quarter to quarter, so that each series has a course; what a form's formulas bind together agrees.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.trees import FILES

ROOT = Path(__file__).parents[1]
FORM = "cchc-quarterly-2022"
UNIT = "huyen"
_DEFINED = ("areas.yml", "measures.yml", "breakdowns.yml", "indicators", f"forms/{FORM}.yml")
_COMMUNE_SHARE = 3
"""Of what both tiers count together, the district has a third."""


def write_quarters(folder: Path, first: int, last: int) -> Path:
    """Write the tree of a district with a report for each quarter of the years `first` to `last`."""
    for name in _DEFINED:
        source, target = ROOT / "data" / name, folder / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    for name, content in FILES.items():
        if name.startswith("data/units/") or (name.startswith("content/") and "/reports/" not in name):
            _write(folder / name, str(content))
    for year in range(first, last + 1):
        for quarter in range(1, 5):
            _write(folder / f"data/reports/{UNIT}/{year}-Q{quarter}.yml", _report(year, quarter))
    return folder


def _report(year: int, quarter: int) -> str:
    step = year * 4 + quarter
    report = {
        "unit": UNIT,
        "period": f"{year}-Q{quarter}",
        "form": FORM,
        "document": {
            "title": {
                "vi": f"Báo cáo công tác cải cách hành chính quý {quarter} năm {year}",
                "en": f"Report on administrative reform in quarter {quarter} of {year}",
            },
            "number": f"{step % 300}/BC-UBND",
            "date": f"{year}-{quarter * 3:02}-25",
        },
        "tables": {"appendix": {"rows": dict(_rows(step))}},
    }
    return yaml.safe_dump(report, allow_unicode=True, sort_keys=False)


def _rows(step: int) -> Iterator[tuple[str, object]]:
    """A figure for each row of the form that takes one, and both tiers where its indicator is told apart by tier."""
    form = yaml.safe_load((ROOT / f"data/forms/{FORM}.yml").read_text(encoding="utf-8"))
    known = {
        each["id"]: each
        for path in sorted((ROOT / "data/indicators").glob("*.yml"))
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))
    }
    for number, row in enumerate(form["tables"][0]["rows"]):
        if "indicator" not in row:
            if not row.get("heading"):
                yield row["code"], "not-reported"
            continue
        indicator = known[row["indicator"]]
        wave = (step * 7 + number * 13) % 23
        if indicator["measure"] == "percent":
            yield row["code"], f"{70 + wave},{number % 10}%"
        elif indicator["measure"] == "yes-no":
            yield row["code"], "x"
        elif "tier" in indicator.get("breakdown", []) and "tier" not in row.get("breakdown", {}):
            total = (40 + wave) * _COMMUNE_SHARE
            yield (
                row["code"],
                {"value": total, "parts": {"tier": {"district": 40 + wave, "commune": total - 40 - wave}}},
            )
        else:
            yield row["code"], 100 + number + wave


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
