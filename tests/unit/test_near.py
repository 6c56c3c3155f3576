"""What a message suggests: only what a slip of typing leads away from, and never by the look of an id alone."""

import pytest

from generator.assembly.site import load_and_check
from generator.problems import explain, near, nearest
from tests.trees import INDICATORS, REPORT, SUMMARY, added, edit, write_tree

IDS = ("dossiers-late", "dossiers-received", "dossiers-on-time", "dossiers-on-time-rate", "dossiers-late-rate", "staff")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("dossiers-receved", ("dossiers-received",)),
        ("dosiers-late", ("dossiers-late",)),
        ("dossiers-ontime", ("dossiers-on-time",)),
        ("on-time-dossiers", ("dossiers-on-time",)),
        ("Dossiers-On-Time", ("dossiers-on-time",)),
        ("dossiers-lâte", ("dossiers-late",)),
        ("dossiers-on-tiem-rate", ("dossiers-on-time-rate",)),
        ("stafff", ("staff",)),
        # Another word is another meaning.
        ("dossiers-early", ()),
        ("dossiers-early-rate", ()),
        ("dossiers-rate", ()),
        ("dossiers", ()),
        ("dossiers-on-time-late", ()),
        ("", ()),
    ],
)
def test_an_id_is_suggested_for_a_slip_and_for_nothing_else(written, meant):
    assert nearest(written, IDS) == meant


@pytest.mark.parametrize(
    ("written", "allowed"),
    [("1.9", ("1.1", "1.2")), ("2022-Q4", ("2022-Q3",)), ("huyen/2022-Q4", ("huyen/2022-Q3",)), ("b", ("a", "c"))],
)
def test_a_number_is_never_suggested_for_another(written, allowed):
    assert nearest(written, allowed) == ()


def test_where_several_may_be_meant_all_are_named():
    assert nearest("tand", ("tans", "tant", "staff")) == ("tans", "tant")
    assert nearest("tans", ("tans", "tant")) == ("tans",)


def test_early_is_not_answered_with_late_but_with_how_to_find_it(tmp_path):
    late = edit(INDICATORS, "- id: on-time\n", "- id: dossiers-late\n")
    changes = {INDICATORS: late[INDICATORS].replace("on-time / resolved", "dossiers-early / resolved")}

    _, problems = load_and_check(write_tree(tmp_path, changes))

    (told,) = [explain(each, "en") for each in problems if each.words.get("id") == "dossiers-early"]
    assert "Did you mean" not in told
    assert "`reform-reports indicators WORD`" in told


@pytest.mark.parametrize(
    ("changes", "vietnamese", "english"),
    [
        ({SUMMARY: '{{ value("on-time-rat") }}\n'}, "“on-time-rate” (Tỷ lệ đúng hạn; phần trăm)", "“on-time-rate” (On-time rate; percent)"),
        (edit("data/units/huyen.yml", "parent: tinh", "parent: tin"), "“tinh” (Tỉnh Mẫu)", "“tinh” (Sample Province)"),
        (edit(REPORT, "form: bieu", "form: biu"), "“bieu” (Biểu mẫu)", "“bieu” (Sample form)"),
        (edit(REPORT, "commune: 900", "comune: 900"), "“commune” (Xã)", "“commune” (Commune)"),
        (edit(REPORT, "  tiers:", "  tires:"), "“tiers” (Theo cấp)", "“tiers” (By tier)"),
        (edit(INDICATORS, "breakdown: [tier]", "breakdown: [teir]"), "“tier” (Cấp)", "“tier” (Tier)"),
        (edit(INDICATORS, "measure: percent", "measure: precent"), "“percent” (phần trăm)", "“percent” (percent)"),
        (added("data/targets/huyen.yml", "  breakdown: {tier: distrct}\n"), "“district” (Cấp huyện)", "“district” (District)"),
    ],
)  # fmt: skip
def test_a_suggestion_says_what_it_suggests(tmp_path, changes, vietnamese, english):
    _, problems = load_and_check(write_tree(tmp_path, changes))

    told = [each for each in problems if each.suggestion]
    assert any(vietnamese in explain(each, "vi") for each in told), [explain(each, "vi") for each in problems]
    assert any(english in explain(each, "en") for each in told)


def test_words_of_other_lengths_are_held_against_nothing(monkeypatch):
    """Each letter that one has more is a slip already, and a bomb may be a word of a million letters."""
    monkeypatch.setattr(near, "_edits", lambda *_: pytest.fail("letters were compared"))

    assert nearest("x" * 1_000_000, ["unit", "level", "former_ids"]) == ()
