"""Marks of values: the same for equal values, others for all others."""

from dataclasses import dataclass, fields, replace
from decimal import Decimal

import pytest

from generator.audit import audit
from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.model.place import Place
from generator.model.text import text
from generator.problems import Problem
from generator.recall.marks import Marks
from tests.trees import REPORT, edit, write_tree


@dataclass(frozen=True)
class _Pair:
    one: object
    other: object = None


VALUES = (
    None, True, 1, Decimal(1), Decimal("1.0"), "1", "", b"", ("1",), ("1", ""), (("1",), ""), {}, {"1": ""}, frozenset(), frozenset({"1"}),
    text("1"), text("1", en="1"), _Pair("1"), _Pair("1", ""), _Pair(("1", None)), Place("1"), Place("2"),
)  # fmt: skip


def test_no_two_different_values_have_one_mark():
    marks = [Marks().mark(value) for value in VALUES]

    assert len(set(marks)) == len(VALUES) - 1, "a place is known by its file, which is a text"
    assert Marks().mark(Place("1")) == Marks().mark("1")


def test_where_in_a_file_a_value_stands_is_no_part_of_its_mark():
    assert Marks().mark(_Pair(Place("a.yml", 1, 1))) == Marks().mark(_Pair(Place("a.yml", 9, 9)))
    assert Marks().mark(_Pair(Place("a.yml"))) != Marks().mark(_Pair(Place("b.yml")))


def test_what_cannot_be_compared_has_no_mark():
    with pytest.raises(TypeError, match="object"):
        Marks().mark(_Pair(object()))


def test_a_finding_that_says_something_else_has_another_mark(tmp_path):
    """All of it counts, whatever its fields are called."""
    catalogue = load_catalogue(write_tree(tmp_path, edit(REPORT, "99,17%", "98%"))).catalogue
    found = next(each for each in audit(Dataset.of(catalogue)) if each.figures)
    mark = Marks().mark(found)

    others = {
        "problem": Problem(found.problem.code, found.problem.place, {**found.problem.words, "follows": "1"}),
        "figures": (),
        "printed": "x",
        "follows": "x",
        "steps": ("x",),
        "acknowledged": text("x"),
        "marked": 7,
    }
    assert {each.name for each in fields(Finding)} == others.keys()
    for name, other in others.items():
        assert Marks().mark(replace(found, **{name: other})) != mark, name
