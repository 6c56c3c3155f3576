"""Entries of the edited files: what is refused, and what the refusal says."""

import pytest

from generator.assembly.site import load_and_check
from generator.problems import explain
from tests.trees import FORM, INDICATORS, REPORT, added, edit, write_tree

UNIT, MEASURES, GLOSSARY = "data/units/huyen.yml", "data/measures.yml", "content/glossary.yml"


def told(folder, changes, name):
    """What is said of a file, in English."""
    _, problems = load_and_check(write_tree(folder, changes))
    return [
        f"{each.place.line}:{each.place.column} {explain(each, 'en')}" for each in problems if each.place.file == name
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            added(REPORT, "entri: partial\n"),
            "25:1 “entri” is not known here. Did you mean “entry”? docs/formats.md lists the keys of each file.",
        ),
        (
            edit(REPORT, "as_of: 2022", "asof: 2022"),
            "6:3 “asof” is not known here. Did you mean “as_of”? Allowed: as_of, covers, date, note, number, printed_date, title. docs/formats.md lists the keys of each file.",
        ),
        (
            edit(REPORT, "title: {vi: Báo cáo mẫu, en: Sample report}", "number: 12/BC"),
            "5:3 “title” is missing. Add it; docs/formats.md shows an example.",
        ),
        (edit(REPORT, "period: 2022-Q3\n", ""), "1:1 “period” is missing. Add it; docs/formats.md shows an example."),
        (
            edit(REPORT, "{vi: Báo cáo mẫu, en: Sample report}", "Báo cáo mẫu"),
            "5:10 “Báo cáo mẫu” is not a mapping (key: value). docs/formats.md shows an example.",
        ),
        (
            edit(REPORT, "{vi: Báo cáo mẫu, en: Sample report}", "{en: Sample report}"),
            "5:10 The Vietnamese text (vi) is missing. Write it as {vi: …, en: …}.",
        ),
        (
            edit(REPORT, "1200", "{value: [1200]}"),
            "10:20 “[…]” is not a text. docs/formats.md shows an example.",
        ),
        (
            edit(REPORT, "1200", "{status: none}"),
            "10:21 “none” may not stand here. Allowed: reported, none-occurred, not-applicable, not-reported. Write one of the words that docs/formats.md names for this key.",
        ),
        (
            edit(REPORT, "[2020, 2021]", "[2020, 2021-Q5]"),
            "15:21 “2021-Q5” is not a period. Write it like 2025-08, 2020-Q1, 2020-H1, 2022-9M, 2023 or 2011-2020.",
        ),
        (
            edit(REPORT, "2022-09-15", "2022-09-31"),
            "6:10 “2022-09-31” is not a day that exists. Look at the paper again. Where it prints such a day, give year and month alone, and the rest under note.",
        ),
        (
            added(REPORT, "    value: 5\n"),
            "22:5 Give either value or values. value is for one period, values for several.",
        ),
        (
            edit(REPORT, '    values: {2018: "81,8%", 2019: "83,3%"}\n', ""),
            "22:5 Give either value or values. value is for one period, values for several.",
        ),
    ],
)  # fmt: skip
def test_a_slip_in_a_report_is_explained(tmp_path, changes, message):
    assert message in told(tmp_path, changes, REPORT)


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        (UNIT, edit(UNIT, "names", "name"), "4:1 “name” is not known here. Did you mean “names”?"),
        (UNIT, edit(UNIT, "names: {vi: Huyện Mẫu, en: Sample District}\n", ""), "1:1 “names” is missing. Add it; docs/formats.md shows an example."),
        (UNIT, edit(UNIT, "en: Sample", "english: Sample"), "4:24 “english” is not the code of a language. "),
        (UNIT, edit(UNIT, "vi: Huyện Mẫu", "vi: ''"), "4:9 “” is not a text. docs/formats.md shows an example."),
        (UNIT, edit(UNIT, "vi: Huyện Mẫu", "vi: [a]"), "4:13 “[…]” is not a text. docs/formats.md shows an example."),
        (UNIT, added(UNIT, "valid_to: 30/6/2025\n"), "5:11 “30/6/2025” is a date, but not written as dates are here: year, month, day, each with all its digits. Write 2025-06-30."),
        (UNIT, added(UNIT, "aliases: Mau\n"), "5:10 “Mau” is not a list. docs/formats.md shows an example."),
        (UNIT, {UNIT: "huyen\n"}, "1:1 “huyen” is not a mapping (key: value). docs/formats.md shows an example."),
        (UNIT, {UNIT: "[a, b]\n"}, "1:1 “[…]” is not a mapping (key: value). docs/formats.md shows an example."),
        (FORM, edit(FORM, "heading: true", "heading: maybe"), "7:64 “maybe” is not true or false. "),
        (FORM, edit(FORM, "columns: periods", "columns: years"), "14:14 “years” may not stand here. Allowed: periods."),
        (FORM, edit(FORM, "{code: district, label", "{code: district, period: Q7, label"), "20:34 “Q7” may not stand here. "),
        (MEASURES, edit(MEASURES, "type: yes-no", "type: boolean"), "10:9 “boolean” may not stand here. "),
        (MEASURES, added(MEASURES, "  minimum: không\n"), "13:12 “không” is not a number. "),
        (INDICATORS, edit(INDICATORS, "kind: stock", "kind: stok"), "12:9 “stok” may not stand here. Did you mean “stock”? "),
        (INDICATORS, edit(INDICATORS, "- id: resolved", "- id: Đã-giải-quyết"), "1:7 “Đã-giải-quyết” cannot be an id. "),
        (GLOSSARY, {GLOSSARY: "- TTHC\n"}, "1:3 “TTHC” is not a mapping (key: value). "),
        (GLOSSARY, {GLOSSARY: "TTHC\n"}, "1:1 “TTHC” is not a list. "),
    ],
)  # fmt: skip
def test_a_slip_in_another_file_is_explained(tmp_path, name, changes, message):
    assert any(each.startswith(message) for each in told(tmp_path, changes, name)), told(tmp_path, changes, name)


@pytest.mark.parametrize(
    "written", ["Huyen", "huyện", "khanh son", "khanh_son", "-huyen", "huyen-", "a--b", "../x", "hu yen"]
)
def test_an_id_is_words_of_plain_letters_joined_by_hyphens(tmp_path, written):
    _, problems = load_and_check(write_tree(tmp_path, edit(UNIT, "id: huyen", f'id: "{written}"')))

    assert ("bad-id", f"{UNIT}:1:5") in [(each.code, str(each.place)) for each in problems]


def test_every_slip_of_an_entry_is_told_at_once(tmp_path):
    changes = {UNIT: "id: Huyện\nlevel: town\nvalid_to: soon\ncolour: red\n"}

    _, problems = load_and_check(write_tree(tmp_path, changes))

    assert [(each.code, each.place.line) for each in problems if each.place.file == UNIT] == [
        ("missing-key", 1),
        ("bad-id", 1),
        ("not-allowed", 2),
        ("not-a-date", 3),
        ("unknown-key", 4),
    ]


def test_one_bad_entry_of_a_list_leaves_the_others(tmp_path):
    catalogue, problems = load_and_check(write_tree(tmp_path, edit(INDICATORS, "kind: stock", "kind: stok")))

    assert list(catalogue.indicators) == ["resolved", "on-time-rate"]
    assert "not-allowed" in {each.code for each in problems}
