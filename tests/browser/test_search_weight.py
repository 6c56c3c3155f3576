"""What a question costs on a site of ten thousand pages, where the small index answers."""

import random
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.finish.search_index import search_files
from generator.finish.search_pieces import IndexedPage, parts_of
from generator.pages.page import Facets

PAGES = 10_000
MOST = 100_000
"""Bytes that a question may load."""
_SYLLABLES = [
    "an",
    "bình",
    "cường",
    "đại",
    "đông",
    "hà",
    "hòa",
    "hưng",
    "khánh",
    "kim",
    "lâm",
    "long",
    "lộc",
    "mỹ",
    "nam",
    "ninh",
    "phú",
    "phước",
    "quang",
    "sơn",
    "tân",
    "thanh",
    "thành",
    "thạnh",
    "thọ",
    "thuận",
    "tiên",
    "trung",
    "trường",
    "vân",
    "việt",
    "vĩnh",
    "xuân",
    "yên",
    "ngọc",
    "lạc",
    "đức",
    "nghĩa",
    "hải",
    "giang",
]
_SUBJECTS = (
    "Hồ sơ giải quyết đúng hạn",
    "Thủ tục hành chính",
    "Cán bộ, công chức",
    "Dịch vụ công trực tuyến",
    "Tinh giản biên chế",
)
_FRAME = '<!doctype html><meta charset="utf-8">' + "".join(
    f'<script src="js/{name}.js"></script>' for name in ("fold", "question", "guess", "lookup", "small")
)
_ASK = """async ([text, filters]) => {
  window.engine = window.engine || await rrSearch.startSmall({home: new URL("./", location.href)});
  const answer = await engine.search(rrSearch.question(text), filters);
  const first = await answer.read(0, 10);
  return {total: answer.total, titles: first.map(each => each.title), parts: first.flatMap(each => each.parts.map(part => part.title))};
}"""


def _pages():
    """Communes with a page for each of four quarters, each citing documents, and indicators: named as in Vietnam."""
    chance = random.Random(1)  # noqa: S311 - the same pages each time
    while True:
        name = " ".join(chance.sample(_SYLLABLES, 2)).title()
        number = chance.randrange(PAGES)
        unit = f"xa-{number}"
        facets = {"units": (unit,), "years": (2024,), "unit": f"Xã {name}"}
        heads = "".join(f'<h2 id="a{nth}">{subject}</h2>' for nth, subject in enumerate(_SUBJECTS))
        yield IndexedPage(
            f"units/{unit}",
            f"Xã {name}",
            f"Cải cách hành chính tại xã {name}: số liệu chính, biểu đồ và báo cáo.",
            Facets(
                kind="Đơn vị",
                names=(f"UBND xã {name}", f"Ủy ban nhân dân xã {name}", str(number)),
                reporting=True,
                **facets,
            ),
            tuple(parts_of(heads)),
        )
        for quarter in range(1, 5):
            documents = "".join(
                f'<li id="ref-{nth}">Kế hoạch {chance.randrange(900)}/KH-UBND ngày {chance.randrange(1, 29)}/3/2024 của UBND tỉnh về cải cách hành chính</li>'
                for nth in range(12)
            )
            yield IndexedPage(
                f"reports/{unit}/2024-Q{quarter}",
                f"Xã {name}: quý {quarter}/2024",
                f"Báo cáo cải cách hành chính của xã {name}, quý {quarter}/2024.",
                Facets(
                    kind="Báo cáo",
                    period=f"quý {quarter}/2024",
                    entity="report",
                    period_id=f"2024-Q{quarter}",
                    names=(f"{chance.randrange(900)}/BC-UBND",),
                    **facets,
                ),
                tuple(parts_of(heads + documents)),
            )


@pytest.fixture(scope="module")
def folder(tmp_path_factory, root):
    """An index of so many pages, on a disk, with the scripts of the search beside it."""
    made = tmp_path_factory.mktemp("weight")
    pages = {}
    for page in _pages():
        pages.setdefault(page.path, page)
        if len(pages) == PAGES:
            break
    for name, text in search_files(list(pages.values())):
        path = made / "assets/search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (made / "js").symlink_to(root / "site_templates/assets/js/search")
    (made / "index.html").write_text(_FRAME, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("question", "filters", "first"),
    [
        ("khanhson", {}, "Xã"),
        ("Khánh Sown quys 3 2024", {}, "Xã Khánh Sơn: quý 3/2024"),
        ("hoof sow ddungs hajn", {}, None),
        ("KH 123", {}, None),
        ("xã", {}, "Xã"),
        ("ủy ban nhân dân xã khánh sơn", {}, "Xã Khánh Sơn"),
        ("Xã Khánh Sơn", {}, "Xã Khánh Sơn"),
        ("khanh son quy 3 2024", {}, "Xã Khánh Sơn: quý 3/2024"),
        ("hồ sơ giải quyết đúng hạn", {}, None),
        ("123/KH-UBND", {}, "Xã"),
        ("cải cách hành chính quý 2/2024", {}, "Xã"),
        ("kh", {}, None),
        ("", {"year": "2024"}, "Xã"),
        ("phú", {"year": "2024"}, "Xã"),
        ("khongcotunaynhuvay", {}, None),
    ],
)
@pytest.mark.browser
def test_a_question_loads_little(open_page, folder, question, filters, first):
    visit = open_page((folder / "index.html").as_uri(), home=folder.as_uri())
    loaded = []
    visit.page.on("request", lambda request: loaded.append(Path(unquote(urlsplit(request.url).path)).stat().st_size))

    answer = visit.page.evaluate(_ASK, [question, filters])

    assert sum(loaded) < MOST
    if first is not None:
        assert answer["titles"][0].startswith(first)
        assert len(answer["titles"]) >= min(10, answer["total"])
    visit.assert_clean()
