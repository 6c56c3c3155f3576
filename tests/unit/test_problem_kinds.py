"""Every kind of problem: the smallest mistake that causes it, where it is shown, and its words in both languages."""

import re

import pytest

from generator.assembly.site import load_and_check
from generator.load.translations import RECORD
from generator.problems import KINDS, Severity, explain
from generator.problems.kinds import archive, building, shelf, snapshot
from tests.other_offices import FORM as FORM_06
from tests.other_offices import REPORT as REPORT_06
from tests.other_offices import edit_06
from tests.trees import FILES, FORM, INDICATORS, REPORT, SUMMARY, added, edit, write_tree
from tests.vintages import frozen

UNIT, AREAS, MEASURES = "data/units/huyen.yml", "data/areas.yml", "data/measures.yml"
TARGET, BREAKDOWNS, GLOSSARY = "data/targets/huyen.yml", "data/breakdowns.yml", "content/glossary.yml"
SYNONYMS = "content/synonyms.yml"
SECOND = "data/reports/huyen/2022-Q4.yml"
PROSE_VALUES = 'values: {2018: "81,8%", 2019: "83,3%"}'
REVISED = """\
published: 2026-11-21
revisions:
  - date: {date}
    change: {{vi: Sửa số}}
    {figure}
"""
CORRECTED = """\
corrections:
  - {{{figure}, expects: "{expects}", value: {value}, kind: printing, reason: {{vi: In sai}}}}
"""
SEVERAL = edit(
    FORM,
    "indicator: on-time}",
    'pattern: "{a1}/{b1}", figures: [{code: a1, indicator: on-time}, {code: b1, indicator: resolved}]}',
)
BY_TIER = 'code: "1", label: {vi: Đã giải quyết, en: Resolved}, indicator: resolved'
LIMITED = edit(MEASURES, 'en: "{}%"}\n', 'en: "{}%"}\n  maximum: 100\n')
VINTAGE = "data/vintages/2023"
SNAPSHOT = frozen("2023")
SITE = "data/site.yml"
HOSTED = "repository:\n  kind: gitlab\n  url: https://git.example.gov.vn/reports\n"
CALENDAR, WINDOW = "data/calendar.yml", "{period: Q1, from: 12-15, to: 03-14, due: 03-20}"
PAINTED = 'colours:\n  light: {masthead: "#0c4a4e", link: "#00626a"}\n  dark: {masthead: "#0a3336", link: "#7ed3cb"}\n'
OTHER = "unit: huyen\nperiod: {period}\ndocument: {{title: {{vi: Báo cáo}}}}\n"


def altered(name, old, new, edition="2023"):
    """The two files of a snapshot, one of them with a piece replaced once."""
    files = {
        key: content.decode() if isinstance(content, bytes) else content for key, content in frozen(edition).items()
    }
    assert old in files[name]
    return files | {name: files[name].replace(old, new, 1)}


def heirs(of_the_old, of_the_new):
    """A unit and its successor, each with a line about its life."""
    new = f"id: moi\nlevel: district\nnames: {{vi: Huyện Mới, en: New District}}\npredecessors: [huyen]\n{of_the_new}\n"
    return added(UNIT, f"{of_the_old}\nsuccessors: [moi]\n") | {"data/units/moi.yml": new}


def calendar(window, more=""):
    """A calendar of one rule with one window."""
    rule = f"- id: rule\n  names: {{vi: Chế độ}}\n  source: {{vi: Công văn}}\n  windows: [{window}]\n"
    return {CALENDAR: rule + (f"  {more}\n" if more else "")}


MISTAKES = [
    # Files
    ("no-root", {name: None for name in FILES if name.startswith("data/")}, "data"),
    ("not-utf8", {UNIT: "id: huyen\nnames: Huyện".encode("utf-16-le")}, f"{UNIT}:2:22"),
    ("empty-file", {UNIT: "# chỉ có lời dẫn\n"}, UNIT),
    ("empty-file", {SUMMARY: " \n\n<!-- -->\n"}, f"{SUMMARY}:1:1"),
    ("bad-day-of-year", calendar("{period: Q1, from: 02-29, to: 03-14, due: 03-20}"), f"{CALENDAR}:4:32"),
    ("bad-day-of-year", calendar('{period: month, from: "31", to: "14", due: "20"}'), f"{CALENDAR}:4:35"),
    ("days-of-window", calendar('{period: Q1, from: "15", to: "14", due: "20"}'), f"{CALENDAR}:4:13"),
    ("unknown-unit", calendar(WINDOW, "collected: [huyenn]"), f"{CALENDAR}:5:3"),
    ("ends-before-beginning", calendar(WINDOW, "since: 2022-01-01\n  until: 2021-01-01"), f"{CALENDAR}:6:3"),
    ("look-alike-letter", edit(UNIT, "vi: Huyện", "vi: Huy\u1ec7n \u00d0ông"), f"{UNIT}:4:19"),
    ("conflict-marks", added(SUMMARY, "<<<<<<< HEAD\nMột\n=======\nHai\n>>>>>>> main\n"), f"{SUMMARY}:2:1"),
    ("conflict-marks", added(UNIT, "<<<<<<< HEAD\nnote: {vi: A}\n=======\n"), f"{UNIT}:5:1"),
    ("misplaced-file", edit(UNIT, "id: huyen", "id: xa"), f"{UNIT}:1:1"),
    ("misplaced-file", {SECOND: OTHER.format(period="2022-H1")}, f"{SECOND}:1:1"),
    ("unknown-file", {"data/unit.yml": "id: x\n"}, "data/unit.yml"),
    ("unknown-file", {"data/units/xa.yaml": "id: xa\n"}, "data/units/xa.yaml"),
    ("unknown-file", {"content/vi/contact.md": "# Liên hệ\n"}, "content/vi/contact.md"),
    ("unknown-file", {"content/images/readme.md": "# Ảnh\n"}, "content/images/readme.md"),
    ("unknown-file", {"content/vi/reports/huyen/summary.md": "Lời.\n"}, "content/vi/reports/huyen/summary.md"),
    ("file-too-large", {UNIT: "# " + "x" * 1_000_000}, UNIT),
    ("file-too-large", {SUMMARY: "x\n\n" * 20_000}, SUMMARY),
    ("hidden-character", {SUMMARY: "Một\nhai\u202e ba\n"}, f"{SUMMARY}:2:4"),
    ("hidden-character", edit(UNIT, "Huyện Mẫu", '"Huyện\\u200b Mẫu"'), f"{UNIT}:4:13"),
    # YAML
    ("yaml-tab", edit(UNIT, "parent: tinh", "parent:\n\ttinh"), f"{UNIT}:4:1"),
    ("odd-space", edit(UNIT, "level: district", "\u00a0 level: district"), f"{UNIT}:2:1"),
    ("odd-space", edit(REPORT, "      1.2:", "  \u00a0   1.2:"), f"{REPORT}:11:3"),
    ("odd-space", edit(UNIT, "parent: tinh", "parent:\u202ftinh"), f"{UNIT}:3:8"),
    ("odd-space", edit(UNIT, "parent: tinh", "parent\u3000: tinh"), f"{UNIT}:3:7"),
    ("odd-space", edit(AREAS, "- id: procedures", "-\u00a0id: procedures"), f"{AREAS}:1:2"),
    ("yaml-documents", added(UNIT, "---\nid: xa\n"), f"{UNIT}:5:1"),
    ("yaml-documents", {UNIT: "# Lời dẫn\n---\n" + FILES[UNIT] + "...\nid: xa\n"}, f"{UNIT}:7:1"),
    ("yaml-quote", edit(UNIT, "tinh", '"tinh'), f"{UNIT}:3:9"),
    ("yaml-bracket", edit(UNIT, "District}", "District"), f"{UNIT}:4:8"),
    ("yaml-indent", added(UNIT, "  \n- note\n"), f"{UNIT}:6:1"),
    ("yaml-no-colon", edit(UNIT, "parent: tinh", "parent"), f"{UNIT}:3:1"),
    ("yaml-colon", edit(UNIT, "tinh", "tinh: ơ"), f"{UNIT}:3:13"),
    ("yaml-syntax", edit(UNIT, "tinh", "@tinh"), f"{UNIT}:3:9"),
    ("yaml-alias", edit(UNIT, "tinh", "*tinh"), f"{UNIT}:3:9"),
    ("yaml-deep", {UNIT: "[" * 100_000 + "]" * 100_000}, f"{UNIT}:1:30"),
    ("too-many-values", {UNIT: "- a\n" * 100_001}, UNIT),
    ("text-too-long", edit(UNIT, "Huyện Mẫu", "x" * 10_001), f"{UNIT}:4:13"),
    ("yaml-tag", edit(REPORT, "1.1: 1200", "1.1: !!int 1200"), f"{REPORT}:10:12"),
    ("yaml-tag", edit(UNIT, "names: {", "!ten names: {"), f"{UNIT}:4:1"),
    ("yaml-alias", edit(UNIT, "tinh", "&tinh tinh"), f"{UNIT}:3:9"),
    ("comma-in-braces", edit(UNIT, "Huyện Mẫu", "Huyện Mẫu, tỉnh Mẫu"), f"{UNIT}:4:24"),
    ("duplicate-key", added(UNIT, "parent: tinh\n"), f"{UNIT}:5:1"),
    # Shape
    ("unknown-key", edit(UNIT, "parent:", "parents:"), f"{UNIT}:3:1"),
    ("missing-key", edit(UNIT, "level: district\n", ""), f"{UNIT}:1:1"),
    ("wrong-type", edit(UNIT, "{vi: Huyện Mẫu, en: Sample District}", "Huyện Mẫu"), f"{UNIT}:4:8"),
    ("wrong-type", {AREAS: "id: procedures\n"}, f"{AREAS}:1:1"),
    ("not-allowed", edit(UNIT, "level: district", "level: distrct"), f"{UNIT}:2:8"),
    ("bad-id", edit(UNIT, "id: huyen", "id: Huyện"), f"{UNIT}:1:5"),
    ("reserved-id", edit(UNIT, "id: huyen", "id: con"), f"{UNIT}:1:5"),
    ("reserved-id", edit(INDICATORS, "- id: on-time\n", "- id: com1\n"), f"{INDICATORS}:8:7"),
    ("path-not-portable", {"data/targets/aux.yml": FILES[TARGET], TARGET: None}, "data/targets/aux.yml"),
    ("path-not-portable", {"data/targets/Huyen.yml": "[]\n"}, TARGET),
    ("id-too-long", edit(UNIT, "id: huyen", f"id: {'x' * 81}"), f"{UNIT}:1:5"),
    ("curly-quotes", edit(UNIT, "id: huyen", "id: “huyen”"), f"{UNIT}:1:5"),
    ("curly-quotes", edit(UNIT, "level: district", "level: ”district”"), f"{UNIT}:2:8"),
    ("curly-quotes", edit(REPORT, "2022-09-15", "‘2022-09-15’"), f"{REPORT}:6:10"),
    ("curly-quotes", edit(REPORT, '"99,17%"', "“99,17%”"), f"{REPORT}:12:12"),
    ("curly-quotes", edit(REPORT, "1.4: x", "1.4: “x”"), f"{REPORT}:13:12"),
    ("bad-code", edit(FORM, 'code: "1.2"', 'code: "1\\" onclick=x"'), f"{FORM}:9:16"),
    ("bad-period", edit(REPORT, "period: 2022-Q3", "period: Q3/2022"), f"{REPORT}:2:9"),
    ("bad-period", edit(REPORT, '2018: "81,8%"', 'Q1: "81,8%"'), f"{REPORT}:24:14"),
    ("bad-date", edit(REPORT, "2022-09-15", "2022-02-29"), f"{REPORT}:6:10"),
    ("bad-date", edit(REPORT, "2022-09-15", "31/9/2022"), f"{REPORT}:6:10"),
    ("date-form", edit(REPORT, "2022-09-15", "15/9/2022"), f"{REPORT}:6:10"),
    ("not-a-date", edit(REPORT, "2022-09-15", "cuối tháng 9"), f"{REPORT}:6:10"),
    ("date-out-of-range", edit(REPORT, "2022-09-15", "0001-09-15"), f"{REPORT}:6:10"),
    ("date-out-of-range", edit(REPORT, "  as_of:", "  date: 9999-10-01\n  as_of:"), f"{REPORT}:6:9"),
    ("date-out-of-range", added(REPORT, "published: 2999-11-21\n"), f"{REPORT}:25:12"),
    ("date-out-of-range", added(UNIT, "valid_from: 1020-07-01\n"), f"{UNIT}:5:13"),
    ("dated-elsewhere", edit(REPORT, "  as_of: 2022-09-15", "  date: 2002-09-20"), f"{REPORT}:6:3"),
    ("dated-elsewhere", edit(REPORT, "  as_of: 2022-09-15", "  date: 2062-09-20"), f"{REPORT}:6:3"),
    ("figures-elsewhere", edit(REPORT, "2022-09-15", "2002-09-15"), f"{REPORT}:6:3"),
    ("figures-elsewhere", edit(REPORT, "  as_of: 2022-09-15", "  covers: {from: 2002-06-15, to: 2022-09-14}"), f"{REPORT}:6:12"),
    ("ends-before-beginning", edit(REPORT, "  as_of: 2022-09-15", "  covers: {from: 2022-09-14, to: 2022-06-15}"), f"{REPORT}:6:30"),
    ("ends-before-beginning", added("data/units/tinh.yml", "valid_from: 2025-07-01\nvalid_to: 2025-06-30\n"), "data/units/tinh.yml:5:1"),
    ("date-without-day", added(REPORT, "published: 2026-11\n"), f"{REPORT}:25:12"),
    ("table-and-row", added(REPORT, REVISED.format(date="2026-12-01", figure='row: "1.1"')), f"{REPORT}:27:5"),
    ("published-too-early", edit(REPORT, "document:\n", "published: 2022-09-19\ndocument:\n  date: 2022-09-20\n"), f"{REPORT}:4:1"),
    ("revised-too-early", added(REPORT, REVISED.format(date="2026-11-20", figure="indicator: resolved")), f"{REPORT}:27:5"),
    ("revised-unpublished", added(REPORT, REVISED.format(date="2026-12-01", figure="indicator: resolved").replace("published: 2026-11-21\n", "")), f"{REPORT}:25:1"),
    ("unknown-table", added(REPORT, REVISED.format(date="2026-12-01", figure='table: mian\n    row: "1.1"')), f"{REPORT}:29:5"),
    ("unknown-row", added(REPORT, REVISED.format(date="2026-12-01", figure='table: main\n    row: "1.9"')), f"{REPORT}:30:5"),
    ("unknown-indicator", added(REPORT, REVISED.format(date="2026-12-01", figure="indicator: resolve")), f"{REPORT}:29:5"),
    ("correction-unmatched", added(REPORT, CORRECTED.format(figure='table: main, row: "1.9"', expects="1200", value="1210")), f"{REPORT}:26:5"),
    ("correction-unmatched", added(REPORT, CORRECTED.format(figure="section: II.2", expects="1200", value="1210")), f"{REPORT}:26:5"),
    ("correction-ambiguous", added(REPORT, CORRECTED.format(figure='table: tiers, row: "1"', expects="300", value="310")), f"{REPORT}:26:5"),
    ("correction-obsolete", added(REPORT, CORRECTED.format(figure='table: main, row: "1.1"', expects="1.100", value="1210")), f"{REPORT}:26:31"),
    ("not-a-number", added(REPORT, CORRECTED.format(figure='table: main, row: "1.1"', expects="1200", value="12.1.1")), f"{REPORT}:26:55"),
    ("text-without-vi", edit(UNIT, "{vi: Huyện Mẫu, en", "{en"), f"{UNIT}:4:8"),
    ("unknown-language", edit(UNIT, "en: Sample", "english: Sample"), f"{UNIT}:4:24"),
    ("value-or-values", added(REPORT, "    value: 5\n"), f"{REPORT}:22:5"),
    ("duplicate-id", edit(MEASURES, "- id: dossier", "- id: percent"), f"{MEASURES}:5:3"),
    ("duplicate-report", {SECOND: OTHER.format(period="2022-Q3")}, f"{SECOND}:1:1"),
    # Figures
    ("blank-figure", edit(REPORT, "1.1: 1200", "1.1:"), f"{REPORT}:10:7"),
    ("blank-figure", edit(REPORT, "1.1: 1200", "1.1: {status: reported}"), f"{REPORT}:10:12"),
    ("blank-figure", edit(REPORT, "1.1: 1200", "1.1: {}"), f"{REPORT}:10:12"),
    ("blank-figure", edit(REPORT, "1.1: 1200", "1.1: {all: }"), f"{REPORT}:10:12"),
    ("blank-figure", edit(REPORT, "not-reported]", "~]"), f"{REPORT}:17:10"),
    ("blank-figure", edit(REPORT, "commune: 900", "commune: "), f"{REPORT}:20:26"),
    ("ambiguous-rate", edit(REPORT, "99,17%", "99.170%"), f"{REPORT}:12:12"),
    ("count-with-decimals", edit(REPORT, "1200", "12,5"), f"{REPORT}:10:12"),
    ("below-measure", edit(REPORT, "1200", "-5"), f"{REPORT}:10:12"),
    ("below-measure", edit(REPORT, "1200", '{value: 1200, parts: {tier: {district: "-3"}}}'), f"{REPORT}:10:51"),
    ("below-measure", added(REPORT, CORRECTED.format(figure='table: main, row: "1.1"', expects="1200", value="-12")), f"{REPORT}:26:55"),
    ("beyond-measure", LIMITED | edit(REPORT, '"99,17%"', '"9917%"'), f"{REPORT}:12:12"),
    ("beyond-measure", LIMITED | edit(REPORT, "81,8%", "818%"), f"{REPORT}:24:20"),
    ("beyond-measure", LIMITED | edit(TARGET, '"95%"', '"950%"'), f"{TARGET}:5:14"),
    ("figure-too-long", edit(REPORT, "1200", "123456789012345678901"), f"{REPORT}:10:12"),
    ("not-a-number", edit(REPORT, "1200", "hàng nghìn"), f"{REPORT}:10:12"),
    ("rough-number-unread", edit(REPORT, "1200", "khoảng 1200 bộ"), f"{REPORT}:10:12"),
    ("range-ends", edit(REPORT, "1200", "{value: 1200, qualifier: range}"), f"{REPORT}:10:12"),
    ("not-a-word", edit(REPORT, "1.4: x", "1.4: v"), f"{REPORT}:13:12"),
    ("wrong-number-of-cells", edit(REPORT, '"97,5%",', "97,5,"), f"{REPORT}:17:10"),
    ("unknown-table", edit(REPORT, "  tiers:", "  tier:"), f"{REPORT}:19:5"),
    ("value-and-status", edit(REPORT, "1.4: x", "1.4: {value: x, status: none-occurred}"), f"{REPORT}:13:12"),
    ("unit-ended", added("data/units/huyen.yml", "valid_to: 2021-12-31\n"), f"{REPORT}:1:1"),
    ("unit-not-begun", added("data/units/huyen.yml", "valid_from: 2023-01-01\n"), f"{REPORT}:1:1"),
    ("personal-data", added(SUMMARY, "\nĐơn của ông Trần Văn Mẫu.\n"), f"{SUMMARY}:3:9"),
    ("broken-link", added(SUMMARY, "[x](/units/huyen/) [y](/en/units/huyn/)\n"), f"{SUMMARY}:2:24"),
    ("broken-link", added(SUMMARY, "[x](/reports/huyen/2022-Q3/audit/#x) [y](/reports/huyen/2022-Q4)\n"), f"{SUMMARY}:2:42"),
    ("broken-link", added(SUMMARY, "\nSee [x](nowhere.md).\n"), f"{SUMMARY}:3:9"),
    ("broken-link", added(SUMMARY, "\nSee [x][y].\n\n[y]: nowhere.md\n"), f"{SUMMARY}:3:5"),
    ("broken-link", added(SUMMARY, "\nSee <a href='nowhere.md'>x</a>.\n"), f"{SUMMARY}:3:14"),
    ("broken-link", added(SUMMARY, "\n[x](/about/) [x](/en/search/?q=a) [x](/) [x](/abuot/)\n"), f"{SUMMARY}:3:46"),
    ("broken-link", added(SUMMARY, "\n[x](#summary) [x](?q) [x](https://vi.example) [x](phu-luc.pdf)\n"), f"{SUMMARY}:3:51"),
    ("unknown-row", edit(REPORT, "1.4: x", "1.4: x\n      1.5: 1"), f"{REPORT}:14:7"),
    ("unknown-column", edit(REPORT, "commune: 900", "comune: 900"), f"{REPORT}:20:34"),
    ("missing-columns", edit(REPORT, "    columns: [2020, 2021]\n", ""), f"{REPORT}:15:5"),
    ("needless-columns", edit(REPORT, "  main:\n", "  main:\n    columns: [2020]\n"), f"{REPORT}:9:5"),
    ("heading-with-value", edit(REPORT, "1.4: x", "1.4: x\n      1: 1"), f"{REPORT}:14:7"),
    ("missing-row", edit(REPORT, "      1.4: x\n", ""), f"{REPORT}:9:5"),
    ("missing-table", edit(REPORT, "  tiers:\n    rows:\n      1: {district: 300, commune: 900}\n", ""), f"{REPORT}:7:1"),
    ("no-form", edit(REPORT, "form: bieu\n", ""), f"{REPORT}:6:1"),
    # Forms as printed
    ("unknown-group", edit_06(FORM_06, "Total}, group: received,", "Total}, group: recieved,"), f"{FORM_06}:12:70"),
    ("groups-in-a-ring", edit_06(FORM_06, "en: Received}}", "en: Received}, group: in-period}"), f"{FORM_06}:9:9"),
    ("group-torn-apart", edit_06(FORM_06, "en: Online}, group: in-period,", "en: Online},"), f"{FORM_06}:14:9"),
    ("bad-identity", edit_06(FORM_06, "3=4+5", "3=4+"), f"{FORM_06}:16:5"),
    ("identity-without-column", edit_06(FORM_06, "3=4+5", "3=4+7"), f"{FORM_06}:16:5"),
    ("unknown-part-of-total", edit_06(FORM_06, "total_of: [units]", "total_of: [unit]"), f"{FORM_06}:20:74"),
    ("pattern-without-figures", edit(FORM, "indicator: on-time}", 'indicator: on-time, pattern: "{a1}/{b1}"}'), f"{FORM}:9:79"),
    ("cell-unlike-pattern", SEVERAL | edit(REPORT, '"1.190"', '"1.190 trên 1.200"'), f"{REPORT}:11:12"),
    ("unknown-figure", edit(REPORT, '"1.190"', "{figures: {a: 1}}"), f"{REPORT}:11:26"),
    ("unknown-list", edit_06(REPORT_06, "      fields:", "      felds:"), f"{REPORT_06}:10:5"),
    ("listed-row-without-meaning", edit_06(REPORT_06, "breakdown: {procedure-field: land}, ", ""), f"{REPORT_06}:14:11"),
    ("listed-row-without-figures", edit_06(REPORT_06, ", values: [20, 5, 15, 20]", ""), f"{REPORT_06}:14:11"),
    ("unlike-in-one-chart", edit(INDICATORS, "  related: [resolved]\n", "  unlike: [on-time]\n") | {SUMMARY: '{{ chart("on-time-rate", "on-time") }}\n'}, f"{SUMMARY}:1:1"),
    ("unknown-rule", edit(REPORT, "form: bieu\n", "form: bieu\nrule: kiem-soat\n"), f"{REPORT}:4:1"),
    ("each-year-of-what", edit(TARGET, "  threshold", "  each_year: true\n  threshold"), f"{TARGET}:5:3"),
    # References
    ("unknown-stating-report", added("data/targets/huyen.yml", "  stated_in: huyen/2022\n"), "data/targets/huyen.yml:8:3"),
    ("unknown-unit", edit(UNIT, "parent: tinh", "parent: tin"), f"{UNIT}:3:1"),
    ("unknown-area", {"data/indicators/procedure.yml": "[]\n"}, "data/indicators/procedure.yml"),
    ("unknown-measure", edit(FORM, "measure: yes-no", "measure: yes-or-no"), f"{FORM}:11:58"),
    ("unknown-indicator", edit(AREAS, "[on-time-rate]", "[on-time-rat]"), f"{AREAS}:4:3"),
    ("unknown-form", edit(REPORT, "form: bieu", "form: biu"), f"{REPORT}:3:1"),
    ("unknown-breakdown", edit(INDICATORS, "[tier]", "[tiers]"), f"{INDICATORS}:7:3"),
    ("unknown-category", edit(FORM, "{tier: commune}", "{tier: comune}"), f"{FORM}:21:55"),
    ("unknown-category", edit(REPORT, "1200", "{value: 1200, parts: {tier: {distric: 1200}}}"), f"{REPORT}:10:50"),
    ("undeclared-breakdown", edit(FORM, "indicator: on-time}", "indicator: on-time, breakdown: {tier: district}}"), f"{FORM}:9:79"),
    ("undeclared-breakdown", edit(INDICATORS, "  kind: stock\n", "  kind: stock\n  sums: [tier]\n"), f"{INDICATORS}:13:3"),
    ("bad-formula", edit(INDICATORS, "on-time / resolved", "on-time/resolved"), f"{INDICATORS}:20:3"),
    ("bad-formula", edit(INDICATORS, "on-time / resolved", "[on-time / resolved, 100 - late, a * b]"), f"{INDICATORS}:20:3"),
    ("circular-formula", edit(INDICATORS, "on-time / resolved", "100 - on-time-rate"), f"{INDICATORS}:20:3"),
    ("bound-not-comparable", edit(INDICATORS, "  formula: on-time / resolved\n", "  within: [resolved]\n"), f"{INDICATORS}:20:12"),
    ("unknown-indicator", edit(INDICATORS, "  kind: stock\n", "  kind: stock\n  within: [{indicator: resolve, as: plan}]\n"), f"{INDICATORS}:13:12"),
    ("unknown-indicator", edit(INDICATORS, "on-time / resolved", "[on-time / resolved, 100 - late-rate]"), f"{INDICATORS}:20:3"),
    ("row-without-meaning", edit(FORM, "indicator: on-time}", "}"), f"{FORM}:9:9"),
    ("row-without-measure", edit(FORM, "measure: yes-no, ", ""), f"{FORM}:11:9"),
    ("indicator-and-none", edit(FORM, "measure: yes-no, not", "indicator: on-time, not"), f"{FORM}:11:78"),
    ("row-and-column-disagree", edit(FORM, "breakdown: {tier: district}}", "indicator: on-time}"), f"{FORM}:23:63"),
    ("row-and-column-disagree", edit(FORM, BY_TIER, f"{BY_TIER}, breakdown: {{tier: commune}}"), f"{FORM}:23:84"),
    ("undeclared-breakdown", edit(FORM, BY_TIER, BY_TIER.replace("resolved", "on-time")), f"{FORM}:20:60"),
    ("duplicate-row", edit(FORM, 'code: "1.2"', 'code: "1.1"'), f"{FORM}:9:10"),
    ("circle-of-units", added("data/units/tinh.yml", "parent: huyen\n"), "data/units/tinh.yml:4:1"),
    ("one-sided-lineage", added(UNIT, "successors: [tinh]\n"), f"{UNIT}:5:1"),
    ("own-lineage", added(UNIT, "successors: [huyen]\npredecessors: [huyen]\n"), f"{UNIT}:5:1"),
    ("circle-of-lineage", added(UNIT, "successors: [tinh]\npredecessors: [tinh]\n") | added("data/units/tinh.yml", "successors: [huyen]\npredecessors: [huyen]\n"), f"{UNIT}:5:1"),
    ("successor-before", heirs("valid_to: 2025-06-30", "valid_from: 2020-07-01"), f"{UNIT}:6:1"),
    ("successor-over", heirs("valid_to: 2025-06-30", "valid_to: 2020-06-30"), f"{UNIT}:6:1"),
    ("successor-over", heirs("valid_from: 2025-07-01", "valid_to: 2025-06-30"), f"{UNIT}:6:1"),
    ("kind-of-other-level", added(UNIT, "kind: ward\n"), f"{UNIT}:5:1"),
    ("units-alike", {"data/units/xa.yml": FILES[UNIT].replace("id: huyen", "id: xa")}, "data/units/xa.yml:4:1"),
    ("units-alike", {"data/units/xa.yml": FILES[UNIT].replace("id: huyen", "id: xa").replace("Huyện Mẫu", "Huyện Mới")}, "data/units/xa.yml:4:1"),
    ("target-without-unit", edit(TARGET, "  unit: huyen\n", ""), f"{TARGET}:1:3"),
    ("target-threshold", edit(TARGET, '  threshold: "95%"\n', ""), f"{TARGET}:1:3"),
    ("target-threshold", edit(TARGET, "threshold:", "threshold_from: on-time-rate\n  threshold:"), f"{TARGET}:1:3"),
    ("unknown-indicator", edit(TARGET, 'threshold: "95%"', "threshold_from: on-tine-rate"), f"{TARGET}:5:3"),
    ("plan-in-other-measure", edit(TARGET, 'threshold: "95%"', "threshold_from: resolved"), f"{TARGET}:5:3"),
    ("undeclared-breakdown", {TARGET: FILES[TARGET].replace("on-time-rate", "resolved").replace('threshold: "95%"', "breakdown: {tier: district}\n  threshold_from: on-time")}, f"{TARGET}:6:3"),
    # Markdown
    ("unknown-area", {SUMMARY.replace("summary", "institutions"): "Lời.\n"}, SUMMARY.replace("summary", "institutions")),
    ("front-matter", {SUMMARY: "---\ntitle: Tóm tắt\n---\n\nLời.\n"}, f"{SUMMARY}:1:1"),
    ("html-left-out", added(SUMMARY, "\nMột <u>hai</u>\n"), f"{SUMMARY}:3:5"),
    ("tag-as-text", added(SUMMARY, "\nMột <hai>\n"), f"{SUMMARY}:3:5"),
    ("attribute-left-out", added(SUMMARY, "\nMột <b class=x>hai</b>\n"), f"{SUMMARY}:3:5"),
    ("link-left-out", added(SUMMARY, "\nMột [hai](tel:113)\n"), f"{SUMMARY}:3:5"),
    ("picture-left-out", added(SUMMARY, "\nMột ![hai](ba.png)\n"), f"{SUMMARY}:3:5"),
    ("stars-shown", added(SUMMARY, "\nMột **hai:**ba\n"), f"{SUMMARY}:3:5"),
    ("stars-between-digits", added(SUMMARY, "\nMột 5*3*2\n"), f"{SUMMARY}:3:6"),
    ("tildes-shown", added(SUMMARY, "\nMột a~b~c\n"), f"{SUMMARY}:3:6"),
    ("indented-code", added(SUMMARY, "\n    Một\n"), f"{SUMMARY}:3:5"),
    ("odd-space-in-text", added(SUMMARY, "\n-\u00a0Một\n"), f"{SUMMARY}:3:2"),
    ("footnote-unused", added(SUMMARY, "\n[^1]: Một\n"), f"{SUMMARY}:3:1"),
    ("text-left-out", added(SUMMARY, "\n[Một]: hai\n"), f"{SUMMARY}:3:1"),
    # Narratives
    ("unknown-report", {"content/vi/reports/huyen/2021/summary.md": "Lời.\n"}, "content/vi/reports/huyen/2021/summary.md"),
    ("unknown-section", {"content/vi/reports/huyen/2022-Q3/sumary.md": "Lời.\n"}, "content/vi/reports/huyen/2022-Q3/sumary.md"),
    ("broken-expression", {SUMMARY: 'Đúng hạn {{ value("on-time-rate }}.\n'}, f"{SUMMARY}:1:10"),
    ("unknown-value", {SUMMARY: 'Năm ngoái:\n{{ value("on-time-rate", period="1999") }}\n'}, f"{SUMMARY}:2:1"),
    ("empty-chart", {SUMMARY: 'Số liệu:\n\n{{ chart("on-time") }}\n'}, f"{SUMMARY}:3:1"),
    ("unknown-shape", {SUMMARY: 'Số liệu: {{ chart("on-time-rate", shape="wohle") }}\n'}, f"{SUMMARY}:1:10"),
    ("repeated-chart", {SUMMARY: '{{ chart("on-time-rate") }}\n\n{{ chart("on-time-rate") }}\n'}, f"{SUMMARY}:3:1"),
    (
        "repeated-chart",
        {SUMMARY.replace("summary", "next"): '{{ chart("on-time-rate") }}\n', SUMMARY: '{{ chart("on-time-rate") }}\n'},
        f"{SUMMARY}:1:1",
    ),
    ("too-many-expressions", {SUMMARY: '{{ value("on-time-rate") }}\n' * 201}, f"{SUMMARY}:201:1"),
    ("paragraph-too-complex", {SUMMARY: "Một.\n\n" + "[" * 5_001}, f"{SUMMARY}:3:4997"),
    ("paragraph-too-complex", {SUMMARY: "> " * 41 + "a"}, f"{SUMMARY}:1:81"),
    ("paragraph-too-complex", {SUMMARY: "|a" * 1_000 + "\n" + "|-" * 1_000 + "\nb" * 9}, f"{SUMMARY}:4:1"),
    ("unknown-expression", {SUMMARY: 'Đúng hạn {{ valeu("on-time-rate") }}.\n'}, f"{SUMMARY}:1:10"),
    ("unknown-argument", {SUMMARY: '{{ value("on-time-rate", teir="district") }}\n'}, f"{SUMMARY}:1:1"),
    ("missing-translation", {"content/en/about.md": None}, "content/vi/about.md"),
    ("untranslated-text", edit(UNIT, "Huyện Mẫu, en: Sample District", "Huyện Mẫu"), f"{UNIT}:4:1"),
    ("stale-translation", {RECORD: "en/about.md: 0123456789abcdef\n"}, "content/en/about.md:1:1"),
    ("unrecorded-translation", {RECORD: "en/about.md: 0123456789abcdef\n"}, "content/en/method.md:1:1"),
    # Frozen tables
    ("bad-edition", altered(f"{VINTAGE}.yml", "'2023'", "2023-2"), f"{VINTAGE}.yml:1:10"),
    ("edition-without-change", altered(f"{VINTAGE}.2.yml", "change:\n  vi: Bổ sung\n", "", "2023.2"), f"{VINTAGE}.2.yml:1:1"),
    ("bad-checksum", altered(f"{VINTAGE}.yml", "bbb", "xyz"), f"{VINTAGE}.yml:11:11"),
    ("wrong-type", altered(f"{VINTAGE}.yml", "files: 900", "files: -9"), f"{VINTAGE}.yml:6:8"),
    ("unknown-key", altered(f"{VINTAGE}.yml", "files:", "file:"), f"{VINTAGE}.yml:6:1"),
    ("missing-key", altered(f"{VINTAGE}.yml", "reports: 1\n", ""), f"{VINTAGE}.yml:1:1"),
    ("misplaced-file", altered(f"{VINTAGE}.yml", "'2023'", "'2022'"), f"{VINTAGE}.yml:1:1"),
    ("vintage-alone", {f"{VINTAGE}.yml": SNAPSHOT[f"{VINTAGE}.yml"]}, f"{VINTAGE}.yml"),
    ("vintage-alone", {f"{VINTAGE}.csv": SNAPSHOT[f"{VINTAGE}.csv"]}, f"{VINTAGE}.csv"),
    ("vintage-altered", SNAPSHOT | {f"{VINTAGE}.yml": f"{SNAPSHOT[f'{VINTAGE}.yml']}table: {'0' * 128}\n"}, f"{VINTAGE}.csv"),
    ("vintage-misnamed", {"data/vintages/2023-final.csv": "x"}, "data/vintages/2023-final.csv"),
    ("unread-file", {"data/vintages/old/2023.csv": "x"}, "data/vintages/old/2023.csv"),
    ("unknown-file", {"data/vintages/2023.yaml": "x"}, "data/vintages/2023.yaml"),
    ("empty-file", SNAPSHOT | {f"{VINTAGE}.csv": ""}, f"{VINTAGE}.csv"),
    ("vintage-columns", altered(f"{VINTAGE}.csv", "figure,unit", "unit,figure"), f"{VINTAGE}.csv:1:1"),
    ("vintage-cells", altered(f"{VINTAGE}.csv", "reported,83.3,", "reported,83.3"), f"{VINTAGE}.csv:3:1"),
    ("vintage-cell", altered(f"{VINTAGE}.csv", "reported,83.3,", 'reported,"83,3",'), f"{VINTAGE}.csv:3:82"),
    ("vintage-cell", altered(f"{VINTAGE}.csv", "reported,83.3,", "not-reported,83.3,"), f"{VINTAGE}.csv:3:86"),
    ("vintage-duplicate", altered(f"{VINTAGE}.csv", "rate.2019.ii-2", "rate.2018.ii-2"), f"{VINTAGE}.csv:3:1"),
    ("vintage-csv", altered(f"{VINTAGE}.csv", "reported,83.3,", 'reported,83.3,"'), f"{VINTAGE}.csv:3:1"),
    ("hidden-character", altered(f"{VINTAGE}.csv", "reported,83.3,", "reported,,x\u202e"), f"{VINTAGE}.csv:3:84"),
    # The site
    ("unknown-key", {SITE: "contacts: cchc@example.gov.vn\n"}, f"{SITE}:1:1"),
    ("not-allowed", {SITE: HOSTED.replace("kind: gitlab", "kind: git-lab")}, f"{SITE}:2:9"),
    ("bad-address", {SITE: HOSTED.replace("https://", "")}, f"{SITE}:3:8"),
    ("bad-address", {SITE: HOSTED.replace("/reports", "/reports/")}, f"{SITE}:3:8"),
    ("bad-branch", {SITE: f"{HOSTED}  branch: '-x y'\n"}, f"{SITE}:4:11"),
    ("bad-mail-address", {SITE: "contact: cchc at example.gov.vn\n"}, f"{SITE}:1:10"),
    ("bad-link-pattern", {SITE: f"{HOSTED}  links: {{edit: 'javascript:alert(1)'}}\n"}, f"{SITE}:4:17"),
    ("bad-colour", {SITE: PAINTED.replace("#00626a", "#00626")}, f"{SITE}:2:38"),
    ("low-contrast", {SITE: PAINTED.replace("#00626a", "#66aaaa")}, f"{SITE}:2:32"),
    ("not-allowed", {SITE: "emblem: logo.svg\n"}, f"{SITE}:1:9"),
    ("missing-emblem", {SITE: "emblem: emblem.png\n"}, f"{SITE}:1:1"),
    ("bad-emblem", {SITE: "emblem: emblem.svg\n", "data/emblem.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>\n<script/></svg>"}, "data/emblem.svg:2:1"),
    ("newer-format", {SITE: "format: 99\n"}, f"{SITE}:1:1"),
    ("old-format", {SITE: "format: 1\n"}, f"{SITE}:1:1"),
    # Twice, or for nothing
    ("repeated-figure", edit(REPORT, PROSE_VALUES, f'{PROSE_VALUES}\n  - section: II.2\n    indicator: on-time-rate\n    period: 2018\n    value: "81,8%"'), f"{REPORT}:28:12"),
    ("document-cited-twice", added(REPORT, "references:\n  - {id: a, name: {vi: Luật}}\n  - {id: b, name: {vi: Luật}}\n"), f"{REPORT}:27:5"),
    ("duplicate-code", added(UNIT, "code: '01'\n") | {"data/units/xa.yml": "id: xa\nlevel: district\nnames: {vi: Xã}\ncode: '01'\n"}, "data/units/xa.yml:4:1"),
    ("duplicate-name", edit(INDICATORS, "Dossiers on time", "Dossiers resolved"), f"{INDICATORS}:9:3"),
    ("synonym-twice", {SYNONYMS: "- official: {vi: đúng hạn, en: on time}\n  said: [đúng hẹn]\n- official: {vi: trễ hạn, en: late}\n  said: [Đúng  hẹn]\n"}, f"{SYNONYMS}:4:3"),
    ("synonym-of-itself", {SYNONYMS: "- official: {vi: đúng hạn, en: on time}\n  said: [On-time]\n"}, f"{SYNONYMS}:2:3"),
    ("synonym-without-words", {SYNONYMS: "- official: {vi: đúng hạn, en: on time}\n  said: ['…']\n"}, f"{SYNONYMS}:2:3"),
    ("unused-entry", added(MEASURES, "- {id: day, type: count, names: {vi: ngày}}\n"), f"{MEASURES}:13:3"),
    ("unread-file", {"data/reports/scan.pdf": "x"}, "data/reports/scan.pdf"),
    ("former-id-in-use", added(UNIT, "former_ids: [tinh]\n"), f"{UNIT}:5:1"),
    ("former-id-twice", added(UNIT, "former_ids: [cu]\n") | added("data/units/tinh.yml", "former_ids: [cu]\n"), "data/units/tinh.yml:4:1"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "changes", "place"), MISTAKES, ids=[f"{each[0]} {each[2]}" for each in MISTAKES])
def test_a_mistake_is_told_where_it_stands_and_in_the_readers_language(tmp_path, code, changes, place):
    _, problems = load_and_check(write_tree(tmp_path, changes))

    found = {(problem.code, str(problem.place)): problem for problem in problems}
    assert (code, place) in found
    vietnamese, english = (explain(found[code, place], lang) for lang in ("vi", "en"))
    assert vietnamese != english
    for told in (vietnamese, english):
        assert told
        assert "\n" not in told
        assert not re.search(r"\{[a-z]+\}", told)
        # Only where braces are the advice itself.
        assert "{{" not in told or code == "broken-expression"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path):
    write_tree(tmp_path, {AREAS: None, f"{AREAS}/readme.txt": "x"})

    _, problems = load_and_check(tmp_path)

    assert ("unreadable-file", AREAS) in [(problem.code, str(problem.place)) for problem in problems]


def test_the_smallest_tree_has_no_problems(tmp_path):
    assert load_and_check(write_tree(tmp_path))[1] == ()


def test_every_mistake_has_a_test():
    tested = {code for code, _, _ in MISTAKES} | {"unreadable-file", "symbolic-link", "day-to-come"}
    # Builds, snapshots, bags and their commands cause these, and have tests of their own.
    elsewhere = {kind.code for theme in (building, snapshot, archive, shelf) for kind in theme.KINDS}

    assert KINDS.keys() - tested == elsewhere - tested
    assert tested <= KINDS.keys()


def test_only_what_readers_can_do_without_lets_the_build_go_on():
    assert {kind.code for kind in KINDS.values() if kind.severity is Severity.WARNING} == {
        "old-format",
        "look-alike-letter",
        "html-left-out",
        "tag-as-text",
        "attribute-left-out",
        "link-left-out",
        "picture-left-out",
        "stars-shown",
        "stars-between-digits",
        "tildes-shown",
        "indented-code",
        "footnote-unused",
        "odd-space-in-text",
        "text-left-out",
        "missing-translation",
        "untranslated-text",
        "stale-translation",
        "unrecorded-translation",
        "repeated-figure",
        "document-cited-twice",
        "duplicate-code",
        "duplicate-name",
        "synonym-twice",
        "synonym-of-itself",
        "synonym-without-words",
        "unused-entry",
        "unread-file",
        # Verification goes on, and the snapshot may be whole.
        "bag-unknown-algorithm",
        "signature-unchecked",
        "signature-expired",
        # It is left out; nothing that readers had is lost.
        "snapshot-unrecorded",
    }
