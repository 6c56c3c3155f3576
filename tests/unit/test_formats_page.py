"""docs/formats.md, and docs/huong-dan.md with docs/dinh-dang.md, cannot rot: their examples are loaded, and each names every key that a file may have."""

import importlib
import pkgutil
import re

import pytest

import generator.model
from generator.assembly.site import load_and_check
from generator.load.numbers import read_number
from generator.model.placed import Placed, Scalar
from generator.model.report import RowValues
from generator.model.vintage import VintageRecord, ZipRecord
from generator.problems import Problem
from tests.trees import FILES

NOBODY_WRITES = {VintageRecord, ZipRecord}
_BLOCK = re.compile(r'(?ms)^```(?:yaml|markdown) title="([^"]+)"\n(.*?)^```$')


@pytest.fixture(scope="module", params=[("formats.md",), ("huong-dan.md", "dinh-dang.md")], ids=lambda pages: pages[0])
def page(root, request):
    return "\n".join((root / "docs" / name).read_text(encoding="utf-8") for name in request.param)


@pytest.fixture
def examples(page, tmp_path):
    """The folder in which every example of the page lies under its own name."""
    # A page that every tree has, and that an example leads to.
    for name, text in [("content/vi/method.md", "# Phương pháp\n"), *_BLOCK.findall(page)]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def entries() -> list[type[Placed]]:
    for module in pkgutil.iter_modules(generator.model.__path__):
        importlib.import_module(f"generator.model.{module.name}")
    found, new = set(), {Placed}
    while new:
        found |= new
        new = {sub for each in new for sub in each.__subclasses__()} - found
    # What a row gives has a shorthand for each way and no keys of its own.
    return sorted(found - {Placed, RowValues}, key=lambda each: each.__name__)


def test_there_is_an_example_of_every_kind_of_file(examples):
    shown = {path.relative_to(examples).as_posix() for path in examples.rglob("*.*")}

    assert {"/".join(name.split("/")[:2]) for name in FILES if name.startswith("data/")} <= {
        "/".join(name.split("/")[:2]) for name in shown if name.startswith("data/")
    }
    assert {"content/glossary.yml", "data/archive.yml", "data/site.yml"} <= shown
    assert any(re.match("content/(en|vi)/reports/", name) for name in shown)


def test_the_examples_together_have_no_errors(examples):
    catalogue, problems = load_and_check(examples)

    assert [
        f"{each.code} {each.place} {dict(each.words)}" for each in problems if each.code != "missing-translation"
    ] == []
    assert catalogue.narratives
    assert {each.source.table for each in catalogue.observations} == {"main", "by-tier", "06", None}


def test_every_example_is_loaded(page):
    fenced = re.findall(r"(?m)^```(yaml|markdown)(.*)$", page)

    # What a single figure may look like, and two pieces of files that are shown whole elsewhere.
    pieces = sum(not title for _, title in fenced)
    assert pieces <= (1 if page.startswith("# Formats") else 3)
    assert len(fenced) - pieces == len(_BLOCK.findall(page))


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.__name__)
def test_every_key_is_named(page, entry):
    if entry in NOBODY_WRITES and not page.startswith("# Formats"):
        pytest.skip("nobody writes these files by hand")
    keys = [field.alias or name for name, field in entry.model_fields.items()]

    assert [key for key in keys if not re.search(rf"\b{key}\b", page)] == []


@pytest.mark.parametrize(
    ("written", "quoted", "measure", "reading"),
    [
        ("14083", False, "dossier", "14083"),
        ("14.083", True, "dossier", "14083"),
        ("97,55%", True, "percent", "97.55"),
        ("97,55 %", True, "percent", "97.55"),
        ("97,55", True, "percent", "97.55"),
        ("97.55", False, "percent", "97.55"),
        ("75.01%", True, "percent", "75.01"),
        ("02", True, "dossier", "2"),
        ("14.083", False, "dossier", "14083"),
        ("02", False, "dossier", "2"),
        ("99.100", False, "percent", "ambiguous-rate"),
    ],
)
def test_the_table_of_numbers_tells_the_truth(page, examples, written, quoted, measure, reading):
    catalogue, _ = load_and_check(examples)

    read = read_number(Scalar.of(written), catalogue.measures[measure])

    assert (f'`"{written}"`' if quoted else f"`{written}`") in page
    assert (read.code if isinstance(read, Problem) else str(read)) == reading


def test_every_status_and_level_is_named(page):
    for word in (
        "none-occurred",
        "not-applicable",
        "not-reported",
        "ministry",
        "agency",
        "province",
        "district",
        "commune",
        "department",
        "sector",
    ):
        assert f"`{word}`" in page
