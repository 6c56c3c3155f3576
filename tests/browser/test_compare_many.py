"""Compare where there are too many units to list: they are found by typing, peers are offered, and what is not chosen is not loaded."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.comparing import choices
from generator.pages.comparing.comparison_files import comparison_scripts
from generator.pages.kinds import compare
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.render import page_context
from tests.trees import faults, write_tree
from tests.unit.test_country import place, report

_FRAME = '<!doctype html><html lang="vi"><meta charset="utf-8"><body>{}</body></html>'
# Name, dossiers: the peers of Khánh Sơn are those that handle about as many.
COMMUNES = {
    "khanh-son": ("Xã Khánh Sơn", "1.000"),
    "dien-dien": ("Xã Diên Điền", "1.010"),
    "cam-an": ("Xã Cam An", "990"),
    "van-ninh": ("Xã Vạn Ninh", "9.000"),
    "dat-do": ("Xã Đất Đỏ", "8.000"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory, root):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choices, "MANY", 2)
        yield _written(tmp_path_factory.mktemp("many"), root)


def _written(made: Path, root: Path) -> Path:
    files: dict[str, str | None] = {}
    for unit, (name, dossiers) in COMMUNES.items():
        files |= place(unit, "commune", "tinh") | report(unit, resolved=dossiers, on_time_rate="95%")
        files[f"data/units/{unit}.yml"] = files[f"data/units/{unit}.yml"].replace(f"Xã {unit.title()}", name)
    catalogue, problems = load_and_check(
        write_tree(
            made / "tree",
            {
                **files,
                "data/reports/huyen/2022-Q3.yml": None,
                "data/targets/huyen.yml": None,
                "content/vi/reports/huyen/2022-Q3/summary.md": None,
                "content/en/reports/huyen/2022-Q3/summary.md": None,
            },
        )
    )
    assert faults(problems) == ()
    dataset, slots = Dataset.of(catalogue), SlotStore()
    context = page_context(dataset, "vi", root / "site_templates" / "pages", slots, None)
    (planned,) = compare.plan(context)
    page = made / "site" / "compare" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(_FRAME.format(fill_slots(planned.make(context).body, slots.contents)), encoding="utf-8")
    for path, text in comparison_scripts(dataset, "vi"):
        target = made / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    shutil.copytree(root / "site_templates/assets/js", made / "site/assets/js")
    return made / "site"


@pytest.fixture
def visited(open_page, folder):
    visit = open_page(
        (folder / "compare/index.html").as_uri() + "?indicator=resolved&units=khanh-son", home=folder.as_uri()
    )
    visit.page.locator("#rr-compare-units input").first.wait_for()
    return visit.page


def _offered(page):
    return page.locator("#rr-compare-units input").evaluate_all("boxes => boxes.map(box => box.value)")


@pytest.mark.browser
def test_peers_with_about_as_many_dossiers_are_offered_beside_what_is_chosen(visited):
    assert visited.locator("#rr-compare-units input:checked").evaluate_all("all => all.map(each => each.value)") == [
        "khanh-son"
    ]
    ranked = visited.evaluate(
        "async () => { const known = {units: (await new Promise(done => { const timer = setInterval(() => { if (window.rrComparisons.choices) { clearInterval(timer); done(window.rrComparisons.choices); } }, 20); }))"
        ".units.map(unit => [unit[0], unit[1], unit[2], '', unit[3], unit[4], unit[5]])};"
        " return window.rrCompareChoices(known).peers('khanh-son', 2, known.units.map(unit => unit[0])); }"
    )
    assert sorted(ranked) == ["cam-an", "dien-dien"]


@pytest.mark.browser
@pytest.mark.parametrize(("typed", "unit"), [("dat do", "dat-do"), ("Vạn", "van-ninh"), ("xa dien dien", "dien-dien")])
def test_a_unit_is_found_by_typing_with_or_without_accents(visited, typed, unit):
    visited.locator("#rr-compare-find").fill(typed)

    assert unit in _offered(visited)
    visited.locator(f"#rr-compare-units input[value={unit}]").check()
    expect(visited.locator("#rr-compare-output tbody tr")).to_have_count(2)


@pytest.mark.browser
def test_two_units_are_chosen_by_typing_and_enter(visited):
    for side, typed in (("one", "khanh son"), ("two", "cam an")):
        visited.locator(f"#rr-compare-{side}-find").fill(typed)
        visited.locator(f"#rr-compare-{side}-find").press("Enter")

    expect(visited.locator("#rr-compare-title")).to_have_text("Xã Khánh Sơn và Xã Cam An")


@pytest.mark.browser
def test_only_units_that_are_chosen_are_loaded(visited):
    loaded = visited.evaluate("performance.getEntriesByType('resource').map(each => each.name)")

    units = [each for each in loaded if "/assets/compare/units/" in each]
    assert all("/khanh-son/" in each for each in units)
    assert not visited.locator("select option", has_text="Vạn Ninh").count()
