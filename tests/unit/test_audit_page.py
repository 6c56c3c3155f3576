"""The pages that list contradictions: each figure says where it stands, and of which period where a finding has several."""

from pathlib import Path

import pytest

from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.pages.marks.flags import LOOK, SIGN, flag_link, flag_note
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
    (found,) = [each for each in (*told.contradictions, *told.notes) if each.anchor.startswith(code)]
    return [f"{each.value} {each.place}" for each in found.figures]


def test_figures_of_one_row_say_their_periods(tmp_path):
    form = edit(FORM, "Rate}, indicator: on-time-rate}\n  - id: tiers", "Count}, indicator: resolved}\n  - id: tiers")
    row = edit(
        REPORT,
        'columns: [2020, 2021]\n    rows:\n      1: ["97,5%", not-reported]',
        "columns: [2018, 2019, 2020, 2021]\n    rows:\n      1: [1230, 12, 19, 33]",
    )
    row = {REPORT: row[REPORT].replace("1.1: 1200", "1.1: not-reported")}

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


def marks(tmp_path, lang):
    """The marks beside the figures of a row in which one leaps, as a page shows them and as another leads to them."""
    report = edit(REPORT, 'columns: [2020, 2021]\n    rows:\n      1: ["97,5%", not-reported]', LEAP)[REPORT]
    report = report.replace('1.3: "99,17%"', "1.3: not-reported")
    report = report.replace('{2018: "81,8%", 2019: "83,3%"}', '{2011-2015: "83,3%"}')
    dataset = Dataset.of(load_catalogue(write_tree(tmp_path, {REPORT: report})).catalogue)
    figures = [each for each in dataset.catalogue.observations if each.source.table == "years"]
    return [
        (str(each.period), flag_note(each, dataset, lang, "reports/huyen/2022-Q3"), flag_link(each, dataset, lang, ""))
        for each in figures
    ]


LEAP = 'columns: [2017, 2018, 2019, 2020, 2021]\n    rows:\n      1: ["90%", "92%", 0, "91%", "93%"]'


@pytest.mark.parametrize(("lang", "label"), [("vi", "Nên xem lại"), ("en", "Worth a look")])
def test_what_is_worth_a_look_has_a_mark_and_a_word_of_its_own(tmp_path, lang, label):
    shown = {period: (note, way) for period, note, way in marks(tmp_path, lang)}

    assert [period for period, (note, _) in shown.items() if note] == ["2019"]
    note, way = shown["2019"]
    for each in (note, way):
        assert f'<span aria-hidden="true">{LOOK}</span><span class="rr-sr">{label}' in each
        assert SIGN not in each
        assert "Contradiction" not in each
        assert "Mâu thuẫn" not in each
    assert 'id="look-t-years-1_3"' in note
    assert "audit/#jump-t-years-1_3" in way.replace("index.html", "")
