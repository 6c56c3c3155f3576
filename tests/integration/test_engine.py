"""The same small tree of two languages, built by Material and by Zensical."""

import posixpath
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.engine.material import build_trees, engine_pool
from generator.engine.model import EngineFailure, EngineJob, EngineText
from generator.engine.zensical import build_tree_with_zensical

LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
SITE_URL = "https://cchc.example.vn/goc/"

PAGES = {
    "index.md": ("Trang chủ", "Home"),
    "units/index.md": ("Đơn vị", "Units"),
    "units/khanh-son/index.md": ("Huyện Khánh Sơn", "Khánh Sơn District"),
    "reports/khanh-son/2011-2020/index.md": ("Báo cáo <2011–2020>", "Report <2011–2020>"),
}
OUTPUT = {path.replace(".md", ".html") for path in PAGES}


class Tags(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def every(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.tags if name == tag and wanted.items() <= attrs.items()]


Build = Callable[[tuple[EngineJob, ...]], tuple[EngineFailure, ...]]


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    with engine_pool(2) as pool:
        yield pool


@pytest.fixture(scope="module", autouse=True)
def site_url() -> Iterator[None]:
    # Before `pool`, whose processes inherit it.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        yield


SHARED = 'citation: {title: "Báo cáo & phụ lục"}\npreview: {file: assets/previews/x.png, alt: Ảnh}\n'


@pytest.fixture
def jobs(tmp_path: Path, root: Path) -> tuple[EngineJob, ...]:
    for number, (lang, _) in enumerate(LANGUAGES):
        for path, titles in PAGES.items():
            page = tmp_path / "docs" / lang / path
            page.parent.mkdir(parents=True, exist_ok=True)
            body = f'Nội dung của {lang}.\n\n<div class="rr-slot" data-slot="{lang}-1"></div>\n\n## Đất đai\n'
            page.write_text(
                f'---\ntitle: "{titles[number]}"\ndescription: "Một & hai"\n{SHARED}---\n# Đầu đề\n\n{body}',
                encoding="utf-8",
            )
        shutil.copytree(root / "site_templates" / "assets", tmp_path / "docs" / lang / "assets")
    return tuple(
        EngineJob(
            lang=lang,
            is_default=number == 0,
            docs_dir=tmp_path / "docs" / lang,
            site_dir=tmp_path / "site" / ("" if number == 0 else lang),
            site_name="Tên trang" if number == 0 else "Site name",
            site_description="Mô tả",
            nav=tuple((PAGES[path][number], path) for path in ("index.md", "units/index.md")),
            languages=LANGUAGES,
            text=EngineText(skip="Đến nội dung chính") if number == 0 else EngineText(),
            version="1.2.3",
        )
        for number, (lang, _) in enumerate(LANGUAGES)
    )


@pytest.fixture(params=["material", "zensical"])
def build(request: pytest.FixtureRequest, root: Path, tmp_path: Path, pool: Executor) -> Build:
    def with_zensical(jobs: tuple[EngineJob, ...]) -> tuple[EngineFailure, ...]:
        config = root / "mkdocs.yml"
        return tuple(f for job in jobs for f in build_tree_with_zensical(config, job, tmp_path / "zensical" / job.lang))

    if request.param == "zensical":
        return with_zensical
    return lambda jobs: build_trees(root / "mkdocs.yml", jobs, pool=pool)


def pages_of(job: EngineJob) -> dict[str, Tags]:
    return {path: Tags((job.site_dir / path).read_text(encoding="utf-8")) for path in OUTPUT}


def every_file(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_tree_becomes_the_same_site_in_either_engine(
    jobs: tuple[EngineJob, ...], build: Build, tmp_path: Path
) -> None:
    assert build(jobs) == ()

    for job, other, text in zip(jobs, jobs[::-1], ("Nội dung của vi.", "Nội dung của en."), strict=True):
        for path, page in pages_of(job).items():
            html = (job.site_dir / path).read_text(encoding="utf-8")
            assert text in html
            assert f'<div class="rr-slot" data-slot="{job.lang}-1"></div>' in html
            assert page.every("html")[0]["lang"] == job.lang
            assert page.every("meta", name="description")[0]["content"] == "Một & hai"
            # To the same page in the other language: relative, from wherever the page lies.
            (switch,) = page.every("a", rel="alternate")
            assert switch["hreflang"] == switch["lang"] == other.lang
            target = (job.site_dir / path).parent / switch["href"]
            assert target.resolve() == (other.site_dir / path).resolve()
            assert target.is_file()
            # What search engines are told.
            address = posixpath.dirname(path) + "/" if "/" in path else ""
            assert [tag["href"] for tag in page.every("link", rel="canonical")] == [
                SITE_URL + ("" if job.is_default else "en/") + address
            ]
            alternates = page.every("link", rel="alternate")
            assert {tag["hreflang"]: tag["href"] for tag in alternates if "hreflang" in tag} == {
                "vi": SITE_URL + address,
                "en": SITE_URL + "en/" + address,
                "x-default": SITE_URL + address,
            }
            # What feed readers and those are told to whom the page is shown.
            (feed,) = [tag for tag in alternates if tag.get("type") == "application/atom+xml"]
            folder = (job.site_dir / path).parent
            assert (folder / feed["href"]).resolve() == (job.site_dir / "feed.xml").resolve()
            assert page.every("meta", name="citation_title")[0]["content"] == "Báo cáo & phụ lục"
            (picture,) = page.every("meta", property="og:image")
            assert picture["content"] == SITE_URL + ("" if job.is_default else "en/") + "assets/previews/x.png"
            assert page.every("meta", property="og:locale")[0]["content"] == ("vi_VN" if job.is_default else "en_GB")

    assert not list(tmp_path.glob("site/**/sitemap*"))
    report = (jobs[0].site_dir / "reports/khanh-son/2011-2020/index.html").read_text(encoding="utf-8")
    assert "<title>Báo cáo &lt;2011–2020&gt; · Tên trang</title>" in report.replace("&#x2f;", "/")
    assert "Đến nội dung chính" in report
    # A page outside the navigation belongs to the entry in whose folder it lies.
    unit = Tags((jobs[0].site_dir / "units/khanh-son/index.html").read_text(encoding="utf-8"))
    assert {tag["href"] for tag in unit.every("a") if "aria-current" in tag} == {"../index.html"}


def test_pages_load_only_files_of_the_site_and_run_no_inline_script(jobs: tuple[EngineJob, ...], build: Build) -> None:
    assert build(jobs) == ()

    for job in jobs:
        for path, page in pages_of(job).items():
            loaded = [tag["src"] for name in ("script", "img", "iframe") for tag in page.every(name)]
            loaded += [tag["href"] for tag in page.every("link") if tag["rel"] not in {"canonical", "alternate"}]
            assert loaded
            for reference in loaded:
                assert ((job.site_dir / path).parent / reference).is_file(), reference
            assert not page.every("style")
            assert not [
                attrs for _, attrs in page.tags if "style" in attrs or any(name.startswith("on") for name in attrs)
            ]


def test_a_page_shown_in_another_language_says_so_to_screen_readers(jobs: tuple[EngineJob, ...], build: Build) -> None:
    page = jobs[1].docs_dir / "units/khanh-son/index.md"
    page.write_text("---\ntitle: x\ntranslated: false\nshown_lang: vi\n---\n# Huyện\n", encoding="utf-8")

    assert build(jobs) == ()

    built = Tags((jobs[1].site_dir / "units/khanh-son/index.html").read_text(encoding="utf-8"))
    assert [tag.get("lang") for tag in built.every("html") + built.every("article")] == ["en", "vi"]


def test_the_same_tree_gives_the_same_bytes(
    jobs: tuple[EngineJob, ...], root: Path, tmp_path: Path, pool: Executor
) -> None:
    assert build_trees(root / "mkdocs.yml", jobs, pool=pool) == ()
    first = every_file(tmp_path / "site")
    moved = tuple(
        replace(job, site_dir=tmp_path / "elsewhere" / job.site_dir.relative_to(tmp_path / "site")) for job in jobs
    )

    assert build_trees(root / "mkdocs.yml", moved, pool=pool) == ()

    assert every_file(tmp_path / "elsewhere") == first
    assert {"404.html", "index.html", "en/index.html"} <= first.keys()
    assert "en/404.html" not in first


def test_changed_only_builds_what_is_newer_and_leaves_the_rest(
    jobs: tuple[EngineJob, ...], root: Path, pool: Executor
) -> None:
    assert build_trees(root / "mkdocs.yml", jobs, pool=pool) == ()
    finished = jobs[0].site_dir / "units/index.html"
    finished.write_text("finished", encoding="utf-8")
    source = jobs[0].docs_dir / "units/khanh-son/index.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nMột câu mới.\n", encoding="utf-8")

    assert build_trees(root / "mkdocs.yml", jobs, changed_only=True, pool=pool) == ()

    assert finished.read_text(encoding="utf-8") == "finished"
    page = (jobs[0].site_dir / "units/khanh-son/index.html").read_text(encoding="utf-8")
    assert "Một câu mới." in page
    assert ">Đơn vị</a>" in page


def test_what_goes_wrong_comes_back_as_data(
    jobs: tuple[EngineJob, ...], root: Path, pool: Executor, tmp_path: Path
) -> None:
    page = jobs[1].docs_dir / "units/index.md"
    page.write_text("# Units\n\n[gone](gone/index.md)\n", encoding="utf-8")

    (failure,) = build_trees(root / "mkdocs.yml", jobs, pool=pool)

    assert failure.lang == "en"
    assert "units/index.md" in failure.message
    assert "gone/index.md" in failure.message

    broken = tmp_path / "mkdocs.yml"
    broken.write_text("site_name: x\ntheme: no-such-theme\n", encoding="utf-8")
    failures = build_trees(broken, jobs, pool=pool)
    assert [failure.lang for failure in failures] == ["vi", "en"]
    assert "no-such-theme" in failures[0].message


def test_without_an_address_there_are_no_absolute_links(
    jobs: tuple[EngineJob, ...], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")

    assert build_trees(root / "mkdocs.yml", jobs) == ()

    for page in pages_of(jobs[0]).values():
        assert not page.every("link", rel="canonical")
        assert {tag["type"] for tag in page.every("link", rel="alternate")} <= {"text/markdown"}
