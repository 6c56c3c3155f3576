"""The smallest tree of `data/` and `content/` that has one of everything, and how a test says what it changes in it.

write_tree(tmp_path, {"data/units/huyen.yml": "id: xa\n"})              # replaces a file
write_tree(tmp_path, edit("data/units/huyen.yml", "district", "town"))  # replaces a piece of one
write_tree(tmp_path, {"content/en/about.md": None})                     # leaves a file out
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.problems import Problem, Severity

REPORT = "data/reports/huyen/2022-Q3.yml"
FORM = "data/forms/bieu.yml"
INDICATORS = "data/indicators/procedures.yml"
SUMMARY = "content/vi/reports/huyen/2022-Q3/summary.md"

FILES: Mapping[str, str] = {
    "data/areas.yml": """\
- id: procedures
  names: {vi: Thủ tục, en: Procedures}
  definition: {vi: Giải quyết hồ sơ., en: Handling of dossiers.}
  headline: [on-time-rate]
""",
    "data/measures.yml": """\
- id: percent
  type: decimal
  names: {vi: phần trăm, en: percent}
  pattern: {vi: "{} %", en: "{}%"}
- id: dossier
  type: count
  names: {vi: hồ sơ, en: dossiers}
  pattern: {vi: "{} hồ sơ", en: {one: "{} dossier", other: "{} dossiers"}}
- id: yes-no
  type: yes-no
  names: {vi: có/không, en: yes/no}
  words: {"yes": ["x", "có", "1"], "no": ["0", "00", "không"]}
- id: text
  type: text
  names: {vi: lời văn, en: words}
""",
    "data/breakdowns.yml": """\
- id: tier
  names: {vi: Cấp, en: Tier}
  categories:
    - {id: district, names: {vi: Cấp huyện, en: District}}
    - {id: commune, names: {vi: Cấp xã, en: Commune}}
""",
    INDICATORS: """\
- id: resolved
  names: {vi: Hồ sơ đã giải quyết, en: Dossiers resolved}
  definition: {vi: Số hồ sơ đã giải quyết xong., en: Dossiers decided.}
  measure: dossier
  kind: flow
  better: neither
  breakdown: [tier]
- id: on-time
  names: {vi: Hồ sơ đúng hạn, en: Dossiers on time}
  definition: {vi: Số hồ sơ giải quyết đúng hạn., en: Dossiers decided in time.}
  measure: dossier
  kind: stock
  better: neither
- id: on-time-rate
  names: {vi: Tỷ lệ đúng hạn, en: On-time rate}
  definition: {vi: Tỷ lệ hồ sơ đúng hạn., en: Share of dossiers on time.}
  measure: percent
  kind: flow
  better: higher
  formula: on-time / resolved
  related: [resolved]
""",
    "data/units/tinh.yml": "id: tinh\nlevel: province\nnames: {vi: Tỉnh Mẫu, en: Sample Province}\n",
    "data/units/huyen.yml": """\
id: huyen
level: district
parent: tinh
names: {vi: Huyện Mẫu, en: Sample District}
""",
    FORM: """\
id: bieu
names: {vi: Biểu mẫu, en: Sample form}
tables:
  - id: main
    title: {vi: Kết quả, en: Results}
    rows:
      - {code: "1", label: {vi: Hồ sơ, en: Dossiers}, heading: true}
      - {code: "1.1", label: {vi: Đã giải quyết, en: Resolved}, indicator: resolved}
      - {code: "1.2", label: {vi: Đúng hạn, en: On time}, indicator: on-time}
      - {code: "1.3", label: {vi: Tỷ lệ, en: Rate}, indicator: on-time-rate}
      - {code: "1.4", label: {vi: Khảo sát, en: Survey}, measure: yes-no, not_indicator: {vi: Mô tả, en: Description}}
  - id: years
    title: {vi: Qua các năm, en: Over the years}
    columns: periods
    rows:
      - {code: "1", label: {vi: Tỷ lệ, en: Rate}, indicator: on-time-rate}
  - id: tiers
    title: {vi: Theo cấp, en: By tier}
    columns:
      - {code: district, label: {vi: Huyện, en: District}, breakdown: {tier: district}}
      - {code: commune, label: {vi: Xã, en: Commune}, breakdown: {tier: commune}}
    rows:
      - {code: "1", label: {vi: Đã giải quyết, en: Resolved}, indicator: resolved}
""",
    REPORT: """\
unit: huyen
period: 2022-Q3
form: bieu
document:
  title: {vi: Báo cáo mẫu, en: Sample report}
  as_of: 2022-09-15
tables:
  main:
    rows:
      1.1: 1200
      1.2: "1.190"
      1.3: "99,17%"
      1.4: x
  years:
    columns: [2020, 2021]
    rows:
      1: ["97,5%", not-reported]
  tiers:
    rows:
      1: {district: 300, commune: 900}
prose:
  - section: II.2
    indicator: on-time-rate
    values: {2018: "81,8%", 2019: "83,3%"}
""",
    "data/targets/huyen.yml": """\
- id: huyen-2022
  indicator: on-time-rate
  unit: huyen
  period: 2022
  threshold: "95%"
  comparison: at-least
  source: {vi: Kế hoạch, en: Plan}
""",
    "content/glossary.yml": """\
- id: administrative-procedure
  abbreviation: TTHC
  term: {vi: thủ tục hành chính, en: administrative procedure}
  definition: {vi: Trình tự giải quyết một việc., en: How a matter is settled.}
""",
    SUMMARY: 'Huyện giải quyết đúng hạn {{ value("on-time-rate") }} hồ sơ TTHC.\n',
    "content/en/reports/huyen/2022-Q3/summary.md": 'On time: {{ value("on-time-rate") }}.\n',
    **{
        f"content/{lang}/{name}.md": f"# {title}\n\n{text}\n"
        for lang, text in (("vi", "Lời giới thiệu."), ("en", "An introduction."))
        for name, title in (("index", "Home"), ("about", "About"), ("method", "Method"))
    },
}

Changes = Mapping[str, str | bytes | None]


def write_tree(folder: Path, changes: Changes | None = None) -> Path:
    """Write the smallest tree with changes: the text or bytes of a file, or None to leave it out."""
    for name, content in {**FILES, **(changes or {})}.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def edit(name: str, old: str, new: str) -> dict[str, str]:
    """The change that replaces the one place where `old` stands in a file of the smallest tree."""
    assert FILES[name].count(old) == 1, f"{old!r} stands {FILES[name].count(old)} times in {name}"
    return {name: FILES[name].replace(old, new)}


def added(name: str, more: str) -> dict[str, str]:
    """The change that adds lines to the end of a file of the smallest tree."""
    return {name: FILES[name] + more}


def faults(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The errors and warnings among problems: a tree may state what contradicts itself where a test is about something else."""
    return tuple(each for each in problems if each.severity in (Severity.ERROR, Severity.WARNING))
