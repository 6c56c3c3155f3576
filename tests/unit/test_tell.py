"""What machines are told: each form says the same problems, complete, escaped, and in a layout that its readers accept."""

import json
import re

import jsonschema
import pytest

from generator.assembly.site import load_and_check
from generator.model.place import Place
from generator.problems import Problem, fails
from generator.tell import FORMS, tell
from generator.tell.run import Run
from tests.trees import FILES, write_tree

PROBLEMS = (
    Problem("missing-translation", Place("content/vi/about.md"), {"lang": "en", "path": "about.md"}),
    Problem("unknown-unit", Place("data/units/a b.yml", 3, 9), {"id": "100%\r\n::error::x"}, suggestion=("huyen",)),
    Problem("unknown-unit", Place("data/units/a b.yml", 5, 9), {"id": "100%\r\n::error::x"}, allowed=("huyen", "tinh")),
    Problem("internal-error", Place(""), {"stage": "check", "detail": "x", "log": "x.log"}),
)
RUN = Run(PROBLEMS, "en", reports=5, figures=1929)

# What is used of SARIF 2.1.0, with the names and types of the standard; anything else would be a slip.
_TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {
            "type": "object",
            "required": ["tool"],
            "additionalProperties": False,
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "language": {"type": "string", "pattern": "^[a-zA-Z]{2}$"},
                "tool": {"type": "object", "required": ["driver"], "additionalProperties": False, "properties": {"driver": {
                    "type": "object",
                    "required": ["name"],
                    "additionalProperties": False,
                    "properties": {
                        "name": {"type": "string"},
                        "version": {"type": "string"},
                        "rules": {"type": "array", "uniqueItems": True, "items": {
                            "type": "object",
                            "required": ["id"],
                            "additionalProperties": False,
                            "properties": {
                                "id": {"type": "string"},
                                "shortDescription": _TEXT, "fullDescription": _TEXT, "help": _TEXT,
                                "defaultConfiguration": {"type": "object", "properties": {"level": _LEVEL}, "additionalProperties": False},
                                "properties": {"type": "object"},
                            },
                        }},
                    },
                }}},
                "results": {"type": "array", "items": {
                    "type": "object",
                    "required": ["message"],
                    "additionalProperties": False,
                    "properties": {
                        "ruleId": {"type": "string"},
                        "ruleIndex": {"type": "integer", "minimum": 0},
                        "level": _LEVEL,
                        "message": _TEXT,
                        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
                        "locations": {"type": "array", "minItems": 1, "items": {
                            "type": "object", "required": ["physicalLocation"], "additionalProperties": False, "properties": {"physicalLocation": {
                                "type": "object",
                                "required": ["artifactLocation"],
                                "additionalProperties": False,
                                "properties": {
                                    "artifactLocation": {"type": "object", "additionalProperties": False, "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"}}},
                                    "region": {"type": "object", "additionalProperties": False, "properties": {
                                        "startLine": {"type": "integer", "minimum": 1},
                                        "startColumn": {"type": "integer", "minimum": 1},
                                    }},
                                },
                            }},
                        }},
                    },
                }},
            },
        }},
    },
}  # fmt: skip


def test_json_follows_its_published_layout(root):
    told = json.loads(tell("json", RUN))

    jsonschema.validate(told, json.loads((root / "docs/check-output.schema.json").read_text(encoding="utf-8")))
    assert told["summary"] == {"error": 3, "warning": 1, "contradiction": 0, "note": 0, "reports": 5, "figures": 1929}
    assert told["problems"][1]["suggestion"] == "huyen"
    assert [each["line"] for each in told["problems"]] == [None, 3, 5, None]


def test_sarif_has_a_rule_for_every_result_and_nothing_that_the_standard_does_not_know():
    told = json.loads(tell("sarif", RUN))
    jsonschema.validate(told, SARIF)
    (run,) = told["runs"]

    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [each.code for each in PROBLEMS]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "error", "error"]
    assert run["results"][1]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/units/a%20b.yml"},
        "region": {"startLine": 3, "startColumn": 9},
    }
    assert "locations" not in run["results"][3]


def test_an_annotation_is_one_line_whatever_the_data_say():
    lines = tell("github", RUN).split("\n")

    assert len(lines) == len(PROBLEMS)
    assert lines[0] == (
        "::error file=data/units/a b.yml,line=3,col=9,title=Unknown unit [unknown-unit]::"
        "There is no unit “100%25‹U+000D›‹U+000A›::error::x”.%0ADid you mean “huyen”? Units are files in data/units."
    )
    assert lines[-1].startswith("::warning file=content/vi/about.md,title=")
    assert all(re.fullmatch(r"::(error|warning|notice) [^:]*::.*", line) for line in lines)


def test_a_title_cannot_end_the_properties_of_an_annotation():
    run = Run((Problem("unknown-file", Place("data/a,line=9:x\n.yml")),), "en")

    assert "file=data/a%2Cline=9%3Ax%0A.yml,title=" in tell("github", run)


def test_gitlab_gets_a_place_and_a_fingerprint_of_its_own_for_every_problem():
    told = json.loads(tell("gitlab", RUN))

    assert len({each["fingerprint"] for each in told}) == len(PROBLEMS)
    assert {each["severity"] for each in told} == {"minor", "critical"}
    assert all(each["location"]["path"] and each["location"]["lines"]["begin"] >= 1 for each in told)


def test_a_fingerprint_survives_lines_added_above():
    moved = Run((Problem("unknown-unit", Place("data/units/a b.yml", 30, 9), PROBLEMS[1].words),), "vi")

    assert json.loads(tell("gitlab", moved))[0]["fingerprint"] == json.loads(tell("gitlab", RUN))[1]["fingerprint"]


def test_a_fingerprint_survives_lines_added_above_both_of_two(tmp_path):
    """A problem that names another place does so by its line: `“id” stands here already in line 1`."""
    areas = FILES["data/areas.yml"]
    twice = {"data/areas.yml": areas + areas, "data/units/huyen.yml": FILES["data/units/huyen.yml"] + "id: huyen\n"}
    seen = []
    for lines in ("", "# one\n# two\n"):
        root = write_tree(tmp_path, {name: lines + text for name, text in twice.items()})
        problems = load_and_check(root)[1]
        assert {"duplicate-id", "duplicate-key"} <= {each.code for each in problems}
        seen.append([each["fingerprint"] for each in json.loads(tell("gitlab", Run(problems, "vi")))])

    assert seen[0] == seen[1]


@pytest.mark.parametrize("form", FORMS)
def test_files_are_named_as_the_folder_of_the_command_sees_them(form):
    assert "reports/tree/content/vi/about.md" in tell(form, Run(PROBLEMS, "en", prefix="reports/tree"))


@pytest.mark.parametrize("form", FORMS)
def test_a_name_that_is_no_text_can_be_told(form):
    run = Run((Problem("unknown-file", Place("data/\udcff.yml")),), "vi")

    assert tell(form, run).encode()


@pytest.mark.parametrize(("form", "nothing"), [("github", ""), ("gitlab", "[]")])
def test_no_problems_are_told_too(form, nothing):
    assert tell(form, Run((), "en")) == nothing


def test_warnings_stand_in_the_way_only_of_the_strict():
    assert not fails(PROBLEMS[:1])
    assert fails(PROBLEMS[:1], strict=True)
    assert fails(PROBLEMS)
    assert not fails((), strict=True)
