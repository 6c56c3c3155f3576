"""Pages dressed one by one are those that the engine makes of the whole tree."""

from pathlib import Path

import pytest

from generator.assembly.layout import SitePaths, engine_jobs
from generator.dataset.dataset import Dataset
from generator.engine.dresser import Dresser, EngineError
from generator.engine.material import build_trees
from generator.load import load_catalogue
from generator.pages.kinds.home import description
from generator.pages.markup.slots import SlotStore
from generator.pages.render import all_pages, page_context


@pytest.fixture(scope="module")
def trees(tmp_path_factory, root):
    """The docs trees of the real reports, what the engine makes of them, and the dressers of both languages."""
    work = tmp_path_factory.mktemp("work")
    paths = SitePaths.of(root, work)
    dataset = Dataset.of(load_catalogue(root).catalogue)
    languages = dataset.catalogue.languages
    pages = {}
    for lang in languages:
        context = page_context(dataset, lang, paths.templates / "pages", SlotStore(), None)
        pages[lang] = {page.file: page.markdown() for page in all_pages(context) if _is_told(page.path)}
        for name, text in pages[lang].items():
            (paths.docs / lang / name).parent.mkdir(parents=True, exist_ok=True)
            (paths.docs / lang / name).write_text(text, encoding="utf-8", newline="\n")
    jobs = engine_jobs(paths, dataset.catalogue, {lang: description(lang) for lang in languages})
    assert build_trees(paths.config, jobs) == ()
    return pages, {job.lang: job for job in jobs}, paths


def _is_told(path: str) -> bool:
    """Every kind of page; of the many indicators, those that begin alike are enough."""
    return not path.startswith("indicators/") or path.startswith("indicators/dossiers")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_is_byte_for_byte_that_of_the_whole_tree(trees, lang):
    pages, jobs, paths = trees
    dresser, built = Dresser(paths.config, jobs[lang]), Path(jobs[lang].site_dir)

    different = [
        name
        for name, text in pages[lang].items()
        if dresser.dress(name, text) != (built / name).with_name("index.html").read_text(encoding="utf-8")
    ]

    assert len(pages[lang]) > 100
    assert different == []


def test_what_stands_around_pages_is_that_of_the_whole_tree(trees):
    _, jobs, paths = trees
    around = dict(Dresser(paths.config, jobs["vi"]).surroundings())

    assert "404.html" in around
    assert any(path.endswith(".css") for path in around)
    for path, content in around.items():
        assert content == (Path(jobs["vi"].site_dir) / path).read_bytes(), path


def test_what_the_engine_complains_of_is_an_error_in_its_words(trees, tmp_path):
    _, jobs, _ = trees
    broken = tmp_path / "mkdocs.yml"
    broken.write_text("site_name: x\ntheme: no-such-theme\n", encoding="utf-8")

    with pytest.raises(EngineError) as raised:
        Dresser(broken, jobs["vi"])

    assert "no-such-theme" in raised.value.failure.message
