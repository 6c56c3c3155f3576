"""The words of a problem: filled in, in order, with the nearest value and its place."""

import re

import pytest

from generator.assembly.site import load_and_check
from generator.model.place import Place
from generator.problems import KINDS, Problem, explain, message, place_label, remedy
from tests.trees import REPORT, SUMMARY, edit, write_tree

UNIT = "data/units/huyen.yml"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_kind_is_filled_in_whatever_its_words_hold(kind, lang):
    names = re.findall(r"(?<!\{)\{([a-z]+)\}", kind.message + kind.remedy)
    # Some words are messages themselves.
    words = {name: "a list" if name in {"expected", "role", "function"} else "{x} %s" for name in names}
    problem = Problem(kind.code, Place("data/areas.yml", 1, 2), words)

    shown = message(problem, lang) + remedy(problem, lang)

    assert not re.search(r"\{(?!x)[a-z]+\}", shown)
    assert all(name.isidentifier() for name in words)


def test_the_nearest_value_and_the_allowed_ones_are_named(tmp_path):
    _, problems = load_and_check(write_tree(tmp_path, edit(UNIT, "level: district", "level: Distrct")))

    (problem,) = [each for each in problems if each.code == "not-allowed"]
    assert explain(problem, "en") == (
        "“Distrct” may not stand here. Did you mean “district”? "
        "Allowed: province, district, commune, department, sector, service. "
        "Write one of the words that docs/formats.md names for this key."
    )
    assert "district" in explain(problem, "vi")
    assert "Allowed" not in explain(problem, "vi")


def test_the_nearest_value_is_found_without_accents(tmp_path):
    changes = {SUMMARY: '{{ value("ôn-time-rate") }}\n'}

    _, (problem,) = load_and_check(write_tree(tmp_path, changes))

    assert problem.suggestion == ("on-time-rate",)


def test_of_many_allowed_values_only_the_nearest_is_named():
    allowed = tuple(f"x-{number}" for number in range(50))

    told = remedy(Problem("unknown-unit", Place("f"), {"id": "x"}, suggestion=("x-1",), allowed=allowed), "en")

    assert told == "Did you mean “x-1”? Units are files in data/units."


def test_all_problems_are_told_together_in_the_order_of_files_and_lines(tmp_path):
    changes = edit(REPORT, "1200", "1.2") | edit(UNIT, "parent: tinh", "parent: tin") | {"content/en/about.md": None}
    changes[REPORT] = changes[REPORT].replace("1.4: x", "1.4: v")

    _, problems = load_and_check(write_tree(tmp_path, changes))

    assert [(problem.code, str(problem.place)) for problem in problems] == [
        ("missing-translation", "content/vi/about.md"),
        ("count-with-decimals", f"{REPORT}:10:12"),
        ("not-a-word", f"{REPORT}:13:12"),
        ("unknown-unit", f"{UNIT}:3:1"),
    ]


def test_a_place_is_named_in_words_for_those_who_do_not_know_the_colons():
    assert place_label(Place("data/areas.yml", 3, 5), "en") == "data/areas.yml, line 3, column 5"
    assert place_label(Place("data/areas.yml"), "en") == "data/areas.yml"
    assert str(Place("data/areas.yml", 3, 5)) == "data/areas.yml:3:5"


def test_a_kind_that_does_not_exist_cannot_be_used():
    with pytest.raises(KeyError):
        Problem("no-such-kind", Place("f"))
