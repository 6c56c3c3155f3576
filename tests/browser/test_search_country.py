"""The whole country in the small index: whoever types a name finds the unit that is meant first, however many there are and however alike."""

import itertools

import pytest

from generator.finish.search_index import search_files
from generator.finish.search_pieces import IndexedPage
from generator.load.namesakes import TYPE_WORDS
from generator.pages.page import Facets
from tests.browser.test_search_weight import _ASK, _FRAME, _SYLLABLES

COMMUNES = 3_321
_MEANT = (
    ("units/khanh-son", "Huyện Khánh Sơn", {"former": True, "reporting": False}),
    ("units/khanh-son-commune", "Xã Khánh Sơn", {"reporting": False}),
    ("units/dai-lanh-commune", "Xã Đại Lãnh", {"reporting": False}),
    ("units/dai-lanh", "Thị trấn Đại Lãnh", {"former": True, "reporting": False}),
    ("units/van-thang", "Xã Vạn Thắng", {}),
    ("units/van-thang-town", "Thị trấn Vạn Thắng", {"former": True}),
    ("units/tay-khanh-son-commune", "Xã Tây Khánh Sơn", {}),
    ("units/dong-khanh-son-commune", "Xã Đông Khánh Sơn", {}),
    ("units/khanh-hoa-2025", "Tỉnh Khánh Hòa", {}),
    ("units/quang-tri-2025", "Tỉnh Quảng Trị", {}),
    ("units/quang-tri-ward", "Phường Quảng Trị", {}),
    ("units/quang-tri-town", "Thị xã Quảng Trị", {"former": True, "reporting": False}),
    *((f"units/department-{nth}", f"Sở thứ {nth} tỉnh Quảng Trị", {}) for nth in range(15)),
)
_REPORTS = tuple(
    IndexedPage(
        f"reports/{unit}/{year}-Q{quarter}",
        f"{name}: quý {quarter}/{year}",
        f"Báo cáo cải cách hành chính quý {quarter} năm {year}.",
        Facets(kind="Báo cáo", unit=name, entity="report", period_id=f"{year}-Q{quarter}", years=(year,)),
        (),
    )
    for unit, name in (("khanh-son-commune", "Xã Khánh Sơn"), ("dai-lanh-commune", "Xã Đại Lãnh"))
    for year in range(2020, 2026)
    for quarter in range(1, 5)
)


def _bare(name):
    return tuple(name.removeprefix(f"{each} ") for each in TYPE_WORDS if name.startswith(f"{each} "))


def _page(path, name, facets):
    return IndexedPage(
        path,
        name,
        f"Cải cách hành chính tại {name}.",
        Facets(kind="Đơn vị", unit=name, names=_bare(name), entity="unit", **{"reporting": True, **facets}),
        (),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory, root):
    made = tmp_path_factory.mktemp("country")
    pages = {path: _page(path, name, facets) for path, name, facets in _MEANT}
    names = (pair for pair in itertools.permutations(_SYLLABLES, 2) if pair != ("khánh", "sơn"))
    for number, pair in enumerate(itertools.islice(itertools.cycle(names), COMMUNES - len(_MEANT))):
        path = f"units/xa-{number}"
        pages[path] = _page(path, f"Xã {' '.join(pair).title()}", {})
    for name, text in search_files([*pages.values(), *_REPORTS]):
        path = made / "assets/search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (made / "js").symlink_to(root / "site_templates/assets/js/search")
    (made / "index.html").write_text(_FRAME, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khanh son", ["Xã Khánh Sơn", "Huyện Khánh Sơn"]),
        ("Khánh Sơn", ["Xã Khánh Sơn", "Huyện Khánh Sơn"]),
        ("huyen khanh son", ["Huyện Khánh Sơn"]),
        ("tay khanh son", ["Xã Tây Khánh Sơn"]),
        ("khanh hoa", ["Tỉnh Khánh Hòa"]),
        ("dai lanh", ["Xã Đại Lãnh", "Thị trấn Đại Lãnh"]),
        ("van thang", ["Xã Vạn Thắng", "Thị trấn Vạn Thắng"]),
        ("thi tran van thang", ["Thị trấn Vạn Thắng"]),
        ("quang tri", ["Tỉnh Quảng Trị", "Phường Quảng Trị", "Thị xã Quảng Trị"]),
        ("thi xa quang tri", ["Thị xã Quảng Trị"]),
    ],
)
@pytest.mark.browser
def test_the_unit_that_is_meant_comes_first(open_page, folder, typed, first):
    visit = open_page((folder / "index.html").as_uri(), home=folder.as_uri())

    assert visit.page.evaluate(_ASK, [typed, {}])["titles"][: len(first)] == first
