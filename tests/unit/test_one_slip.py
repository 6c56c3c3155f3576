"""One slip, one message: what follows from a mistake is not told beside it, and the place is where the mistake is."""

import pytest

from generator.assembly.site import load_and_check
from generator.load.translations import RECORD
from tests.trees import FILES, INDICATORS, REPORT, SUMMARY, added, edit, write_tree

UNIT = "data/units/huyen.yml"
TOO_LARGE = 1_000_001
LINKED = added(SUMMARY, "\n[Về trang này](../../../about.md)\n") | {RECORD: "en/about.md: 0123456789abcdef\n"}
SPOILED = {
    "too large": b"# " + b"x" * TOO_LARGE,
    "not UTF-8": b"id: \xff",
    "a hidden character": "Một\u202e hai\n".encode(),
}


def told(folder, changes):
    return [(each.code, str(each.place)) for each in load_and_check(write_tree(folder, changes))[1]]


@pytest.mark.parametrize("spoiled", SPOILED)
@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_that_cannot_be_read_is_told_and_nothing_that_it_would_have_said_is_missing(tmp_path, name, spoiled):
    found = told(tmp_path, {name: SPOILED[spoiled]})

    assert [place.split(":")[0] for _, place in found] == [name]


def test_a_page_that_cannot_be_read_is_linked_to_all_the_same(tmp_path):
    changes = LINKED | {RECORD: None, "content/vi/about.md": b"x" * TOO_LARGE, "content/en/about.md": None}

    assert told(tmp_path, changes) == [("file-too-large", "content/vi/about.md")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # A comma inside braces, once and twice.
        (edit(UNIT, "Huyện Mẫu", "Huyện Mẫu, tỉnh Mẫu"), ("comma-in-braces", f"{UNIT}:4:24")),
        (edit(UNIT, "Huyện Mẫu", "Huyện Mẫu, tỉnh Mẫu, cũ"), ("comma-in-braces", f"{UNIT}:4:24")),
        # An unclosed quote ends at the next one, lines below.
        (edit(REPORT, '"1.190"', '"1.190'), ("yaml-quote", f"{REPORT}:11:12")),
        (edit(REPORT, '"97,5%", not', '"97,5%, not'), ("yaml-quote", f"{REPORT}:17:11")),
        (edit(UNIT, "vi: Huyện Mẫu", 'vi: "Huyện Mẫu'), ("yaml-quote", f"{UNIT}:4:13")),
        # A backslash is no matter of quotes.
        (edit(UNIT, "Huyện Mẫu", '"Huyện \\q"'), ("yaml-syntax", f"{UNIT}:4:20")),
        # Tags and anchors that would be ignored.
        (edit(REPORT, "1.1: 1200", "1.1: !!str 1200"), ("yaml-tag", f"{REPORT}:10:12")),
        (edit(UNIT, "names: {", "names: !ten {"), ("yaml-tag", f"{UNIT}:4:8")),
        (edit(REPORT, "1.1: 1200", "1.1: &so 1200"), ("yaml-alias", f"{REPORT}:10:12")),
        # A misspelt row, table or key is not missing as well.
        (edit(REPORT, "1.4: x", "1.5: x"), ("unknown-row", f"{REPORT}:13:7")),
        (edit(REPORT, "  tiers:", "  theo-cap:"), ("unknown-table", f"{REPORT}:19:5")),
        (edit(UNIT, "level:", "levle:"), ("unknown-key", f"{UNIT}:2:1")),
        # A form that does not exist: its figures are no further mistakes.
        (edit(REPORT, "form: bieu", "form: biu"), ("unknown-form", f"{REPORT}:3:1")),
        # A key of a text that is no language.
        (edit(UNIT, "en: Sample", "english: Sample"), ("unknown-language", f"{UNIT}:4:24")),
        (edit(INDICATORS, "measure: percent", "measure: phan-tram"), ("unknown-measure", f"{INDICATORS}:17:3")),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_and_where_it_was_made(tmp_path, changes, expected):
    assert told(tmp_path, changes) == [expected]


CIRCLE = {
    f"data/units/{name}.yml": (
        f"id: {name}\nlevel: commune\nparent: huyen\nnames: {{vi: Xã {name}, en: {name} Commune}}\n"
        f"predecessors: [{before}]\nsuccessors: [{after}]\n{life}"
    )
    for name, before, after, life in (
        ("mot", "ba", "hai", "valid_from: 2025-07-01\n"),
        ("hai", "mot", "ba", "valid_to: 2020-12-31\n"),
        ("ba", "hai", "mot", "valid_from: 2010-01-01\n"),
    )
}


def test_a_circle_of_lineage_is_told_once_whatever_its_units_say_of_time(tmp_path):
    assert told(tmp_path, CIRCLE) == [("circle-of-lineage", "data/units/ba.yml:6:1")]


def test_lineage_without_end_takes_no_time_to_look_through(tmp_path):
    """A long line of units, and one long circle: each unit is looked at a few times, however many there are."""
    number = 300
    line = {
        f"data/units/u{each}.yml": (
            f"id: u{each}\nlevel: commune\nparent: huyen\nnames: {{vi: Xã {each}, en: Commune {each}}}\n"
            f"predecessors: [u{(each - 1) % number}]\nsuccessors: [u{(each + 1) % number}]\n"
        )
        for each in range(number)
    }

    assert [code for code, _ in told(tmp_path, line)] == ["circle-of-lineage"]
