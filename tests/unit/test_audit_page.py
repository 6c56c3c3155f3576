"""The pages that list contradictions: each figure says where it stands, and of which period where a finding has several."""

from pathlib import Path

from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
from generator.pages.sources.audit import audit_of
from tests.trees import FORM, REPORT, edit, write_tree

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "site_templates" / "pages"


def places(tmp_path, changes, code):
    """Where the figures of the one finding of a kind stand, as the list says it."""
    catalogue = load_catalogue(write_tree(tmp_path, changes)).catalogue
    context = page_context(Dataset.of(catalogue), "en", TEMPLATES, SlotStore(), None, site_url="")
    told = audit_of(catalogue.reports["huyen/2022-Q3"], context, "audit")
    (found,) = [each for each in told.contradictions if each.anchor.startswith(code)]
    return [f"{each.value} {each.place}" for each in found.figures]


def test_figures_of_one_row_say_their_periods(tmp_path):
    form = edit(FORM, "Rate}, indicator: on-time-rate}\n  - id: tiers", "Count}, indicator: resolved}\n  - id: tiers")
    row = edit(
        REPORT,
        'columns: [2020, 2021]\n    rows:\n      1: ["97,5%", not-reported]',
        "columns: [2018, 2019, 2020, 2021]\n    rows:\n      1: [1230, 12, 19, 33]",
    )

    assert places(tmp_path, form | row, "jump") == [
        "1,230 2018, appendix, row 1",
        "12 2019, appendix, row 1",
        "19 2020, appendix, row 1",
        "33 2021, appendix, row 1",
    ]


def test_figures_of_one_period_do_not_repeat_it(tmp_path):
    assert places(tmp_path, edit(REPORT, '"99,17%"', '"97,19%"'), "rate-differs") == [
        "97.19% appendix, row 1.3",
        "1,190 appendix, row 1.2",
        "1,200 appendix, row 1.1",
    ]
