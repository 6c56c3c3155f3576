"""What the page of a unit, and the list of units, lead on to."""

import re

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.model.edition import Edition
from generator.model.shelf import Shelf, ShelvedEdition
from generator.pages.kinds import unit, units
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.render import page_context
from tests.trees import faults, write_tree

ENDED = "valid_to: 2025-06-30\n"
UNITS = {
    "data/units/old.yml": f"id: old\nlevel: district\nnames: {{vi: Huyện Cũ, en: Old District}}\n{ENDED}successors: [new]\n",
    "data/units/new.yml": "id: new\nlevel: commune\nnames: {vi: Xã Mới, en: New Commune}\nvalid_from: 2025-07-01\npredecessors: [old]\n",
    "data/units/office.yml": f"id: office\nlevel: department\nparent: old\nnames: {{vi: Phòng, en: Office}}\n{ENDED}",
}


@pytest.fixture
def made(tmp_path, root):
    """The pages that a kind makes of the units above, in English, by path, with their slots filled."""

    def make(kind, changes=None, shelf=None):
        catalogue, problems = load_and_check(write_tree(tmp_path, UNITS | (changes or {})))
        assert faults(problems) == ()
        slots = SlotStore()
        templates = root / "site_templates" / "pages"
        context = page_context(Dataset.of(catalogue), "en", templates, slots, None, shelf=shelf)
        return {page.path: fill_slots(page.make(context).body, slots.contents) for page in kind.plan(context)}

    return make


def test_a_unit_that_ended_without_successor_leads_on_to_those_of_its_parent(made):
    """That this site has none does not mean that there is none: a note may tell of a merger."""
    pages = made(unit)

    said = "This site has no unit that took its place. In the place of Old District, to which it belonged:"
    assert said in pages["units/office"]
    assert '<a href="../new/index.html">New Commune</a>.' in pages["units/office"].split(said)[1]
    assert "no unit that took its place" not in pages["units/old"] + pages["units/new"]
    assert "successor" not in pages["units/office"]


def test_both_sides_of_a_change_lead_to_each_other_at_the_top_of_their_pages(made):
    pages = made(unit)

    (before,) = _notices(pages["units/old"])
    (after,) = _notices(pages["units/new"])
    assert "existed until 30 June 2025" in before
    assert '<a href="../new/index.html">New Commune</a>' in before
    assert "has existed since 1 July 2025" in after
    assert '<a href="../old/index.html">Old District</a>' in after


def test_a_unit_whose_end_nobody_gives_is_not_said_to_have_ended_with_its_parent(made):
    open_end = {"data/units/office.yml": UNITS["data/units/office.yml"].replace(ENDED, "")}

    (notice,) = _notices(made(unit, open_end)["units/office"])

    assert "Old District, to which this unit belonged, existed until 30 June 2025." in notice
    assert "Until when the unit itself existed is not known here." in notice
    assert "This unit existed" not in notice
    assert '<a href="../new/index.html">New Commune</a>' in notice


@pytest.mark.parametrize(
    ("editions", "shown"), [(["2025", "2024", "2020"], "2024"), (["2025"], None), (["2024", "2024.2"], "2024.2")]
)
def test_a_former_unit_leads_to_the_last_edition_in_which_it_existed(made, editions, shown):
    held = (ShelvedEdition(Edition.parse(each), frozenset({"en/units/old"})) for each in editions)
    shelf = Shelf(tuple(sorted(held, key=lambda each: each.edition, reverse=True)))

    page = made(unit, shelf=shelf)["units/old"]

    assert re.findall(r'href="../../../archive/([^/]+)/en/units/old/index.html"', page) == ([shown] if shown else [])


def test_the_list_tells_units_of_today_from_former_ones_with_what_took_their_place(made):
    open_end = {"data/units/office.yml": UNITS["data/units/office.yml"].replace(ENDED, "")}
    today, former = made(units, open_end)["units"].split("## Former units")

    assert "New Commune" in today
    assert "Old District" not in today
    assert "Office" not in today
    assert "until 30 June 2025" in former
    assert re.search(r'Old District.*?In its place now:\s*<a href="new/index.html">New Commune</a>', former, re.DOTALL)
    assert "of Old District, which existed until 30 June 2025; end not known" in former


def test_a_unit_whose_end_nobody_gives_is_told_from_those_that_ended_with_its_parent(made):
    open_end = {"data/units/office.yml": UNITS["data/units/office.yml"].replace(ENDED, "")}

    assert re.search(r"Office</a> <span[^>]*>end not known</span>", made(unit, open_end)["units/old"])
    assert "end not known" not in made(unit)["units/old"]
    assert "end not known" not in made(unit)["units/new"]


def _notices(page):
    return re.findall(r'<div class="rr-notice.*?</div>', page, re.DOTALL)
