"""The benchmark's trees: made through the project's own formats, the same every time, and without a fault."""

from pathlib import Path

import pytest

from generator.assembly.site import load_and_check
from generator.model.observation import stated_count
from tools.bench.size import Size, of_pages, of_reports
from tools.bench.tree import write_tree

SMALL = Size(communes=2, quarters=3)


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tree")
    write_tree(folder, SMALL)
    return folder


def data_and_content(folder: Path) -> dict[str, str]:
    files = (path for name in ("data", "content") for path in (folder / name).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in files}


def test_check_finds_nothing_in_it_not_even_a_warning_or_a_contradiction(tree):
    assert load_and_check(tree)[1] == ()


def test_a_report_states_a_figure_for_each_indicator_of_the_form(tree):
    catalogue, _ = load_and_check(tree)

    assert len(catalogue.reports) == SMALL.reports
    assert stated_count(catalogue.observations) == SMALL.reports * 97


def test_a_report_has_narratives_in_both_languages_that_name_figures_and_show_a_chart(tree):
    narratives = load_and_check(tree)[0].narratives

    assert len(narratives) == SMALL.reports * 2 * 2
    for (_, _, section), narrative in narratives.items():
        assert "{{ value(" in narrative.source
        assert ("{{ chart(" in narrative.source) == (section == "procedures")


def test_the_same_seed_gives_the_same_tree_and_another_one_other_figures(tree, tmp_path):
    write_tree(tmp_path / "again", SMALL)
    write_tree(tmp_path / "other", SMALL, seed=2)

    assert data_and_content(tmp_path / "again") == data_and_content(tree)
    assert data_and_content(tmp_path / "other").keys() == data_and_content(tree).keys()
    assert data_and_content(tmp_path / "other") != data_and_content(tree)


def test_a_commune_reports_the_same_in_a_larger_tree(tree, tmp_path):
    write_tree(tmp_path / "larger", Size(communes=3, quarters=4))

    larger = data_and_content(tmp_path / "larger")
    for name, text in data_and_content(tree).items():
        if name.startswith(("data/reports/", "content/vi/reports/")):
            assert larger[name] == text


def test_no_two_units_have_an_id_or_a_name_in_common(tree):
    from tools.bench.places import communes_of, provinces_of

    country = Size(communes=3321)
    places = (*provinces_of(country), *communes_of(country))

    assert len({each.id for each in places}) == len(places)
    assert len({each.name for each in places}) == len(places)


@pytest.mark.parametrize("pages", [1_000, 10_000, 50_000])
def test_a_size_by_pages_is_met_within_a_commune(pages):
    size = of_pages(pages)
    made = 2 * (102 + size.provinces + size.communes * (1 + 3 * size.quarters))

    assert abs(made - pages) <= 1 + 3 * size.quarters + 2 * size.provinces


def test_a_size_by_reports_is_that_of_the_table():
    assert of_reports(192) == Size(communes=24, quarters=8)
