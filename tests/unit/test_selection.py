"""What is told in full and what is only counted: the new before the known, many of a kind in one line."""

import json

import click

from generator.model.place import Place
from generator.problems import Problem
from generator.tell import tell
from generator.tell.groups import MANY, grouped
from generator.tell.run import Run
from generator.tell.selection import everything, since, within, without_sources
from generator.tell.text import group_lines, problem_lines

FILE = "data/reports/huyen/2022-Q3.yml"


def unknown(name, line=1, file="data/units/huyen.yml"):
    return Problem("unknown-unit", Place(file, line, 1), {"id": name})


def unused(number, file="data/measures.yml"):
    return Problem("unused-entry", Place(file, number, 3), {"role": "the indicator", "id": f"x-{number}"})


def review(line):
    # A warning of the audit would do as well; what is in the sources needs a dataset.
    return Problem("repeated-figure", Place(FILE, line, 1), {"indicator": "resolved", "first": f"{FILE}:{line - 1}:1"})


def told(selection):
    return [(each.code, each.place.line) for each in selection.told]


def test_what_was_there_is_known_again_although_lines_were_added_above():
    before = [unknown("a", 3), unused(4), review(20)]
    now = [unknown("a", 13), unused(4, "data/measures.yml"), review(30), unknown("b", 1)]

    selection = since(now, before)

    assert selection.new == 1
    assert [each.words["id"] for each in selection.told] == ["b", "a"]
    assert {each.code for each in selection.known} == {"unused-entry", "repeated-figure"}


def test_the_new_stand_first_by_how_much_they_matter_and_old_errors_after_them():
    selection = since([unused(1), unknown("old"), unknown("new")], [unknown("old")])

    assert [(each.code, each.words["id"]) for each in selection.told] == [
        ("unknown-unit", "new"),
        ("unused-entry", "x-1"),
        ("unknown-unit", "old"),
    ]
    assert (selection.new, selection.known) == (2, ())


def test_one_more_of_what_was_there_already_is_new():
    assert since([unknown("a", 3), unknown("a", 9)], [unknown("a", 3)]).new == 1


def test_of_a_path_only_what_lies_there_is_told():
    selection = within(
        since([unknown("a"), unknown("b", file="data/unitsx/a.yml"), unused(1)], [unused(1)]), ["data/units"]
    )

    assert [each.words["id"] for each in selection.told] == ["a"]
    assert (selection.new, selection.known) == (1, ())
    assert len(selection.elsewhere) == 2
    assert within(everything([unknown("a")]), ["data/units/huyen.yml"]).told != ()
    assert within(everything([unknown("a")]), ["data/units/huyen"]).told == ()


def test_what_is_in_the_sources_is_counted_and_the_rest_told():
    from generator.audit import all_kinds

    (kind,) = [each for each in all_kinds() if each.code == "sum-differs"]
    source = Problem(
        kind.code, Place(FILE, 5, 1), dict.fromkeys(("figure", "printed", "follows", "arithmetic", "place"), "")
    )

    selection = without_sources([unknown("a"), source, unused(1)])

    assert [each.code for each in selection.told] == ["unknown-unit", "unused-entry"]
    assert selection.known == (source,)


def test_three_hundred_warnings_of_a_kind_are_one_line_that_says_how_to_see_them(tmp_path):
    problems = [*(unused(number, f"data/indicators/{number % 7}.yml") for number in range(300)), unknown("a")]

    single, groups = grouped(problems)

    assert single == (problems[-1],)
    assert [click.unstyle(line) for line in group_lines(groups, "en", None)] == [
        "warning: Something is defined that nothing uses: 300 times, in 7 files. Each of them: reform-reports check --all [unused-entry]"
    ]
    assert len(list(problem_lines(single, "vi", tmp_path, None))) + len(list(group_lines(groups, "vi", None))) < 5


def test_few_warnings_and_all_errors_are_told_one_by_one():
    few, errors = [unused(number) for number in range(MANY)], [unknown(f"a{number}") for number in range(3 * MANY)]

    assert grouped([*few, *errors]) == ((*few, *errors), ())


def test_hosts_get_the_new_first_and_the_known_as_a_number():
    """They show ten annotations of a severity, the first ones."""
    old = [unused(number) for number in range(3)]
    selection = since([*old, unknown("new", 9)], old)

    lines = tell("github", Run(selection.told, "en", known=selection.known, new=selection.new)).split("\n")

    assert len(lines) == 2
    assert lines[0].startswith("::error file=data/units/huyen.yml,line=9,")
    assert lines[1] == "::notice::Known before: 3 warnings. Each of them: reform-reports check --all"


def test_hosts_get_errors_before_warnings_and_many_of_a_kind_once():
    problems = [*(unused(number) for number in range(300)), unknown("a")]

    lines = tell("github", Run(problems, "en", brief=True)).split("\n")

    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]
    assert "300 times" in lines[1]


def test_machines_that_compare_for_themselves_get_all_and_which_is_new():
    """A report that leaves the known out would tell them that it was mended."""
    old = [unused(1)]
    selection = since([*old, unknown("new")], old)
    run = Run(selection.told, "en", known=selection.known, new=selection.new)

    (sarif,) = json.loads(tell("sarif", run))["runs"]
    assert [each["baselineState"] for each in sarif["results"]] == ["new", "unchanged"]
    assert [each["new"] for each in json.loads(tell("json", run))["problems"]] == [True, False]
    assert [each["severity"] for each in json.loads(tell("gitlab", run))] == ["critical", "info"]
    assert [each["new"] for each in json.loads(tell("json", Run(old, "en")))["problems"]] == [None]
