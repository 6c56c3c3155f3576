"""Old addresses lead on: to the newest edition that has a page, or to what the thing is called now."""

import pytest

from generator.assembly.site import load_and_check
from generator.finish.redirects import former_path, redirects
from generator.model.edition import Edition
from generator.model.shelf import Shelf, ShelvedEdition
from tests.trees import INDICATORS, added, edit, write_tree

UNIT = "data/units/huyen.yml"


def edition(written, *pages):
    return ShelvedEdition(Edition.parse(written), frozenset(pages))


def led(pages, shelf=(), former=None):
    found = redirects(pages, Shelf(tuple(shelf)), former or {})
    return {each.path: each.target for each in found}


def test_a_page_that_is_gone_leads_to_the_newest_edition_that_has_it():
    shelf = [edition("2023", "", "units/a"), edition("2022", "", "units/a", "units/b")]

    assert led({"vi": ["", "units/c"]}, shelf) == {
        "units/a": "archive/2023/units/a",
        "units/b": "archive/2022/units/b",
    }


def test_a_page_that_is_there_is_never_hidden():
    assert led({"vi": ["", "units/a"]}, [edition("2023", "", "units/a")]) == {}


def test_each_language_leads_to_its_own():
    shelf = [edition("2023", "", "en", "units/a", "en/units/a")]

    assert led({"vi": ["", "units/a"], "en": [""]}, shelf) == {"en/units/a": "archive/2023/en/units/a"}


def test_the_archive_of_an_edition_leads_nowhere():
    assert led({"vi": [""]}, [edition("2023", "", "archive/2021")]) == {}


def test_the_address_leads_on_from_where_the_page_was():
    (found,) = redirects({"vi": [""]}, Shelf((edition("2023", "", "reports/a/2022-Q3"),)), {})

    assert found.href == "../../../archive/2023/reports/a/2022-Q3/index.html"
    assert str(found.edition) == "2023"


def test_pages_of_a_renamed_unit_lead_to_the_new_ones():
    pages = ["units/new", "reports/new/2022-Q3", "reports/new/2022-Q3/audit", "embed/units/new/chart-x", "units/newer"]

    assert led({"vi": pages}, former={"units": {"old": "new"}}) == {
        "units/old": "units/new",
        "reports/old/2022-Q3": "reports/new/2022-Q3",
        "reports/old/2022-Q3/audit": "reports/new/2022-Q3/audit",
        "embed/units/old/chart-x": "embed/units/new/chart-x",
    }


def test_the_current_page_of_a_renamed_unit_comes_before_an_archived_one():
    shelf = [edition("2023", "", "units/old", "reports/old/2019")]

    assert led({"vi": ["", "units/new"]}, shelf, {"units": {"old": "new"}}) == {
        "units/old": "units/new",
        "reports/old/2019": "archive/2023/reports/old/2019",
    }


def test_ids_of_units_and_of_indicators_are_not_mixed_up():
    assert former_path("indicators/x", "units", "x", "y") is None
    assert former_path("indicators/x", "indicators", "x", "y") == "indicators/y"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (added(UNIT, "former_ids: [tinh]\n"), f"{UNIT}:5:1"),
        (edit(INDICATORS, "id: on-time\n", "id: on-time\n  former_ids: [resolved]\n"), f"{INDICATORS}:9:3"),
    ],
    ids=["unit", "indicator"],
)
def test_a_former_id_is_not_in_use(tmp_path, changes, place):
    _, problems = load_and_check(write_tree(tmp_path, changes))

    assert ("former-id-in-use", place) in [(each.code, str(each.place)) for each in problems]


def test_a_former_id_is_claimed_once(tmp_path):
    changes = added(UNIT, "former_ids: [old]\n") | added("data/units/tinh.yml", "former_ids: [old]\n")

    _, problems = load_and_check(write_tree(tmp_path, changes))

    assert [each.code for each in problems] == ["former-id-twice"]
