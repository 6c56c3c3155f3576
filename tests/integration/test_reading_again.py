"""A tree that is read again after an edit is told of as if it were read for the first time, mistakes included; what nobody edited is not looked at."""

import os
import random
from pathlib import Path

import pytest

from generator.assembly.site import read_tree
from generator.audit import audit
from generator.recall.known import Known
from tests.trees import FILES, FORM, INDICATORS, REPORT, SUMMARY, edit, write_tree
from tests.vintages import frozen

EDITS = int(os.environ.get("RR_EDITS", "40"))
UNIT, ENGLISH = "data/units/huyen.yml", SUMMARY.replace("/vi/", "/en/")
SECOND = "data/reports/huyen/2022-Q2.yml"
OTHER = FILES[REPORT].replace("2022-Q3", "2022-Q2").replace("09-15", "06-15")

STATES = (
    {REPORT: FILES[REPORT], SECOND: OTHER, UNIT: FILES[UNIT], SUMMARY: FILES[SUMMARY], FORM: FILES[FORM]},
    edit(REPORT, "1200", "1300"),
    edit(REPORT, "1200", "1.200"),
    edit(REPORT, "1.1: 1200", "1.1: [1200"),
    edit(REPORT, "form: bieu", "form: biu"),
    {REPORT: f"# xem\n{FILES[REPORT]}"},
    {REPORT: None},
    {SECOND: OTHER.replace("1200", "900")},
    {SECOND: OTHER.replace("2022-Q2", "2022-Q3")},
    {SECOND: None},
    edit(SUMMARY, FILES[SUMMARY], 'Ông Trần Văn Mẫu {{ value("on-time-rat") }} 31/2/2022.\n'),
    edit(SUMMARY, FILES[SUMMARY], '{{ chart("on-time-rate") }}\n\n{{ chart("on-time-rate") }} 123456\n'),
    {ENGLISH: None},
    {ENGLISH: "The rate rose from 81.8 to 75 percent.\n"},
    edit(UNIT, "parent: tinh", "parent: tin"),
    edit(UNIT, ", en: Sample District", ""),
    {UNIT: None},
    edit(INDICATORS, "- id: resolved", "- id: resolve"),
    edit(INDICATORS, "on-time / resolved", "resolved / on-time"),
    edit("data/measures.yml", "type: count", "type: decimal"),
    edit(FORM, 'code: "1.1"', 'code: "1.9"'),
    {"content/vi/about.md": 'Số <u>1</u> {{ value("on-time-rate", unit="huyen") }}\n'},
    frozen("2023"),
)
"""States of a few files; each may follow upon any other."""


def test_whatever_is_edited_is_told_of_as_if_read_for_the_first_time(tmp_path):
    chance, known = random.Random(20261129), Known()  # noqa: S311 - the same edits on every run
    tree = write_tree(tmp_path, {SECOND: OTHER})
    codes = set()
    for _ in range(EDITS):
        for name, content in chance.choice(STATES).items():
            _write(tree / name, content)
        dataset, problems = read_tree(tree, known)
        known.forget_unused()
        anew, as_told_anew = read_tree(tree)

        assert problems == as_told_anew
        assert [each.place for each in problems] == [each.place for each in as_told_anew]
        assert audit(dataset) == audit(anew)
        assert dataset.catalogue == anew.catalogue
        codes |= {each.code for each in problems}
    assert len(codes) > 10, "mistakes of many kinds were among the edits"


def _write(path: Path, content: str | bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(
    ("changes", "looked_at"),
    [({}, set()), (edit(REPORT, "1200", "1300"), {"huyen/2022-Q3"}), ({SECOND: None}, set())],
    ids=["nothing", "a figure", "a report that goes"],
)
def test_a_portion_that_nobody_edited_is_not_looked_at_again(tmp_path, monkeypatch, changes, looked_at):
    known, seen = Known(), set()
    tree = write_tree(tmp_path, {SECOND: OTHER})
    read_tree(tree, known)
    remember = Known.remember
    monkeypatch.setattr(Known, "remember", lambda self, name, *made: seen.add(name) or remember(self, name, *made))

    for name, content in changes.items():
        _write(tree / name, content)
    read_tree(tree, known)

    assert {name[1] for name in seen if name[0] in {"checks", "audit"}} == looked_at
