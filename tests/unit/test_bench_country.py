"""The synthetic country: units of today from the published list, reports through the project's own formats, and nothing in it that `check` finds."""

import json

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.belonging import has_reported
from generator.dataset.dataset import Dataset
from generator.dataset.unit_sums import unit_sums
from tests.unit.test_new_units import PACKAGE
from tools.bench.country import Asked, write_country
from tools.bench.sample import kind_of

_COMMUNES = ("Sơn Hạ", "Sơn Hà", "Tân Phú", "An Khê", "Bình Lâm")
LIST = [
    {
        "name": f"Tỉnh {province}",
        "code": code,
        "division_type": "tỉnh",
        "wards": [
            {"name": f"Xã {name}", "code": 30000 + 100 * code + number, "codename": "x", "division_type": "xã"}
            for number, name in enumerate(_COMMUNES)
        ],
    }
    for code, province in ((4, "Mẫu"), (5, "Thử"))
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """One province of four communes with three quarters each, written from a list of two provinces of five."""
    package = tmp_path_factory.mktemp("list") / "vietnam_provinces"
    package.mkdir()
    (package / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    (package / "list.json").write_text(json.dumps(LIST), encoding="utf-8")
    folder = tmp_path_factory.mktemp("country")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(package.parent))
        patch.setenv("PYTHONPATH", str(package.parent))
        written = write_country(folder, Asked(quarters=3, provinces=("Mẫu",), communes=4, light=True))
    return folder, written


def test_it_has_the_province_asked_for_with_so_many_communes_and_reports_that_check_finds_nothing_in(tree):
    folder, written = tree
    catalogue, problems = load_and_check(folder)

    assert problems == ()
    assert (written.provinces, written.communes) == (1, 4)
    assert len(catalogue.reports) == written.reports
    assert {each.split("/")[1] for each in catalogue.reports} == {"2025-Q2", "2025-Q3", "2025-Q4"}


def test_a_province_reports_what_its_communes_report_together(tree):
    dataset = Dataset.of(load_and_check(tree[0])[0])
    (province,) = (each for each in dataset.catalogue.units.values() if each.code == "04")
    inside = [each.id for each in dataset.catalogue.units.values() if each.parent == province.id]

    sums = list(unit_sums(dataset, inside, province.id, lambda _: True))

    assert has_reported(dataset, province.id)
    complete = [each for each in sums if not each.missing]
    assert complete
    assert all(each.own is not None and each.total == each.own.exact for each in complete)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "home"),
        ("units", "units"),
        ("units/khanh-son", "units/…"),
        ("units/khanh-son/procedures", "units/…/area"),
        ("units/khanh-hoa/side-by-side/on-time-rate", "units/…/side-by-side/…"),
        ("reports/khanh-son/2025-Q4", "reports/…"),
        ("reports/khanh-son/2025-Q4/audit", "reports/…/audit"),
        ("indicators/on-time", "indicators/…"),
    ],
)
def test_pages_are_counted_by_their_kind(path, kind):
    assert kind_of(path) == kind
