"""A tree in which every text that people can edit is an attack: see `tests/attacks/README.md`."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from tests.trees import FILES, REPORT, SUMMARY, write_tree

ATTACKS = Path(__file__).parent / "attacks"
TEXTS = (ATTACKS / "texts.txt").read_text(encoding="utf-8").split("\n")[:-1]
REFUSED = (ATTACKS / "refused.txt").read_text(encoding="utf-8").split()
MARKDOWN = tuple(
    piece.strip("\n")
    for path in sorted((ATTACKS / "markdown").glob("*.md"))
    for piece in path.read_text(encoding="utf-8").split("\n=====\n")
)
_AT_ONCE = 4
"""So many attacks share a text: more would hide one another."""
_FREE = {"printed", "abbreviation", "number", "code_of_unit", "subject", "authority", "issuer", "section"}
_LANGUAGES = {"vi", "en"}
_MORE = {
    "data/units/huyen.yml": "authority: {vi: Ủy ban, en: Committee}\nnote: {vi: Lời, en: Note}\naliases: [Tên khác]\n",
    "data/units/tinh.yml": "note: {vi: Lời, en: Note}\n",
    "data/targets/huyen.yml": "  note: {vi: Lời, en: Note}\n",
    REPORT: """\
    note: {vi: Ghi, en: Note}
references:
  - {id: nd-61, name: {vi: Nghị định, en: Decree}, number: 61/2018/NĐ-CP, issuer: {vi: Chính phủ, en: Government}}
  - {id: kh, name: {vi: Kế hoạch}, number: x, subject: {vi: Về, en: On}, note: {vi: Lời, en: Note}}
published: 2022-11-21
revisions:
  - {date: 2022-11-22, change: {vi: Sửa, en: Mended}, table: main, row: "1.2"}
""",
}


def texts() -> Iterator[str]:
    """Attacks for one text after another, each text beginning with another of them."""
    for number in count():
        yield " ".join(TEXTS[(number + each) % len(TEXTS)] for each in range(_AT_ONCE))


def write_hostile_tree(folder: Path) -> Path:
    """Write the smallest tree with an attack in every text of data, and all pieces of Markdown in content."""
    attacks = texts()
    changes: dict[str, str] = {}
    for name, content in FILES.items():
        if name.endswith(".yml"):
            tree = yaml.load(content + _MORE.get(name, ""), Loader=yaml.BaseLoader)  # noqa: S506 - nothing but texts
            changes[name] = yaml.safe_dump(_attacked(tree, attacks), allow_unicode=True, sort_keys=False, width=10**9)
    report, places = "content/{}/reports/huyen/2022-Q3/", ("procedures", "assessment", "next")
    for number, piece in enumerate(MARKDOWN):
        for lang in ("vi", "en"):
            section = (report + places[number % len(places)] + ".md").format(lang)
            for name in (section, f"content/{lang}/{('index', 'about', 'method')[number % 3]}.md"):
                changes[name] = changes.get(name, FILES.get(name, "")) + f"\n\n{_mild(piece)}\n"
    changes[SUMMARY] = FILES[SUMMARY] + '\n{{ chart("on-time-rate") }}\n\n{{ table("on-time-rate") }}\n'
    return write_tree(folder, changes)


def _mild(piece: str) -> str:
    """A piece of Markdown as plain pages can have it, which know no report."""
    return piece.replace('{{ value("on-time-rate") }}', '{{ value("on-time-rate", unit="huyen", period="2022-Q3") }}')


def _attacked(value: Any, attacks: Iterator[str], key: str = "") -> Any:
    if isinstance(value, dict) and value.keys() <= _LANGUAGES and "vi" in value:
        return {lang: _text(each, attacks) for lang, each in value.items()}
    if isinstance(value, dict):
        return {name: _attacked(each, attacks, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_attacked(each, attacks, key) for each in value]
    return next(attacks) if key in _FREE or key == "aliases" else value


def _text(value: Any, attacks: Iterator[str]) -> Any:
    """A text replaced; the pattern of a unit of measure keeps its number, and a percentage its sign."""
    if isinstance(value, dict):
        return {form: _text(each, attacks) for form, each in value.items()}
    if "{}" in value:
        return value if "%" in value else f"{{}} {next(attacks)}"
    return next(attacks)
