"""The catalogue as of a year: what was known by its end, and nothing that leads beyond."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.check import run_checks
from generator.dataset.known import day_of, known_by
from generator.load import load_catalogue
from generator.model.catalogue import Catalogue
from generator.model.edition import Edition
from tests.trees import REPORT, added, edit, faults, write_tree

LATER = "data/reports/huyen/2023.yml"
UNIT = "data/units/huyen.yml"
FORM = "data/forms/moi.yml"
CHANGES = {
    LATER: """\
unit: huyen
period: 2023
form: moi
document: {title: {vi: Báo cáo năm}, date: 2023-12}
tables:
  main:
    rows: {1: 5}
""",
    FORM: """\
id: moi
names: {vi: Biểu mới}
tables:
  - id: main
    title: {vi: Kết quả}
    rows:
      - {code: "1", label: {vi: Đúng hạn}, indicator: on-time}
""",
    "content/vi/reports/huyen/2023/summary.md": "Năm sau.\n",
    "content/en/reports/huyen/2023/summary.md": "The year after.\n",
    "content/translations.yml": "en/about.md: 0123456789abcdef\nen/reports/huyen/2023/summary.md: 0123456789abcdef\n",
    "data/targets/huyen-2024.yml": """\
- id: huyen-2024
  indicator: on-time
  unit: huyen
  period: 2024
  threshold: 9
  comparison: at-least
  stated_in: huyen/2023
  source: {vi: Kế hoạch}
- id: xa-2024
  indicator: on-time
  unit: xa
  threshold: 9
  comparison: at-least
  source: {vi: Kế hoạch}
""",
    "data/units/xa.yml": """\
id: xa
level: commune
names: {vi: Xã Mẫu}
valid_from: 2025-07-01
predecessors: [huyen]
""",
    **added(
        UNIT,
        """\
valid_to: 2025-06-30
successors: [xa]
note:
  vi: Ở miền núi. Kết thúc ngày 01/7/2025. Nay là một xã.
  en: In the mountains. Abolished on 1 July 2025. Now a commune.
""",
    ),
}


def catalogue_of(folder: Path, changes=None) -> Catalogue:
    loaded = load_catalogue(write_tree(folder, CHANGES | (changes or {})))
    assert not faults(loaded.problems)
    assert not faults(run_checks(loaded.catalogue))
    return loaded.catalogue


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        ("date: 2022-10-03\n  as_of: 2022-09-15", date(2022, 10, 3)),
        ("date: 2022-10", date(2022, 10, 31)),
        ("as_of: 2022-09-15\n  covers: {from: 2022-01-01, to: 2022-09-20}", date(2022, 9, 15)),
        ("covers: {from: 2022-01-01, to: 2022-09-20}", date(2022, 9, 20)),
        ("number: 1/BC", date(2022, 9, 30)),
    ],
)
def test_a_report_is_known_from_its_date_or_the_day_of_its_figures_or_the_last_it_covers(tmp_path, dated, day):
    catalogue = catalogue_of(tmp_path, edit(REPORT, "as_of: 2022-09-15", dated))

    assert day_of(catalogue.reports["huyen/2022-Q3"]) == day


def test_of_later_reports_nothing_is_left(tmp_path):
    known = known_by(catalogue_of(tmp_path), Edition(2022))

    assert set(known.reports) == {"huyen/2022-Q3"}
    assert {each.source.report for each in known.observations} == {"huyen/2022-Q3"}
    assert {report for _, report, _ in known.narratives} == {"huyen/2022-Q3"}
    assert set(known.forms) == {"bieu"}
    assert set(known.translated) == {"en/about.md"}
    assert set(known.targets) == {"huyen-2022"}


def test_what_is_known_has_no_faults_of_its_own(tmp_path):
    for year in (2019, 2022, 2023, 2025):
        assert not faults(run_checks(known_by(catalogue_of(tmp_path / str(year)), Edition(year))))


def test_what_became_of_a_unit_is_told_once_it_has_happened(tmp_path):
    catalogue = catalogue_of(tmp_path)

    before, after = known_by(catalogue, Edition(2024)), known_by(catalogue, Edition(2025))

    assert "xa" not in before.units
    assert before.units["huyen"].valid_to is None
    assert before.units["huyen"].successors == ()
    assert before.units["huyen"].note.root == {"vi": "Ở miền núi.", "en": "In the mountains."}
    assert after.units["huyen"] == catalogue.units["huyen"]
    assert after.units["xa"].predecessors == ("huyen",)


def test_a_name_is_the_one_of_the_time(tmp_path):
    names = "names: {vi: Huyện Mẫu (đến 30/6/2025), en: Sample District (until 30 June 2025)}\n"
    unit = CHANGES[UNIT].replace("names: {vi: Huyện Mẫu, en: Sample District}\n", names)
    catalogue = catalogue_of(tmp_path, {UNIT: unit})

    assert known_by(catalogue, Edition(2024)).units["huyen"].names.root == {"vi": "Huyện Mẫu", "en": "Sample District"}
    assert known_by(catalogue, Edition(2025)).units["huyen"].names == catalogue.units["huyen"].names


def test_a_note_that_speaks_only_of_later_years_is_left_out(tmp_path):
    note = "note: {vi: Bỏ từ năm 2025. Không còn cấp huyện., en: Known for its hills.}\n"
    known = known_by(
        catalogue_of(tmp_path, added(UNIT, f"valid_to: 2025-06-30\nsuccessors: [xa]\n{note}")), Edition(2024)
    )

    assert known.units["huyen"].note is None


def test_a_unit_without_a_first_day_took_the_place_of_others_when_they_ended(tmp_path):
    changes = {"data/units/xa.yml": CHANGES["data/units/xa.yml"].replace("valid_from: 2025-07-01\n", "")}
    catalogue = catalogue_of(tmp_path, changes)

    assert "xa" not in known_by(catalogue, Edition(2024)).units
    assert "xa" in known_by(catalogue, Edition(2025)).units


def test_a_unit_that_a_document_of_the_time_names_was_there(tmp_path):
    prose = "  - {section: III, unit: xa, indicator: on-time, value: 7}\n"
    known = known_by(catalogue_of(tmp_path, added(REPORT, prose)), Edition(2022))

    assert known.units["xa"].predecessors == ()
    assert not faults(run_checks(known))


def test_a_target_without_its_report_is_known_with_the_first_report_of_its_unit(tmp_path):
    catalogue = catalogue_of(tmp_path)

    assert "huyen-2022" in known_by(catalogue, Edition(2022)).targets
    assert "huyen-2022" not in known_by(catalogue, Edition(2021)).targets


def test_pages_of_what_was_not_known_are_named(tmp_path):
    catalogue = catalogue_of(tmp_path)

    assert known_by(catalogue, Edition(2022)).hidden == {"units/xa", "reports/huyen/2023"}
    assert known_by(catalogue, Edition(2025)).hidden == frozenset()


def test_a_year_after_everything_leaves_everything(tmp_path):
    catalogue = catalogue_of(tmp_path)

    assert known_by(catalogue, Edition(2025)) == replace(catalogue, hidden=frozenset())
