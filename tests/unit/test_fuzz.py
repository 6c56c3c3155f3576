"""Whatever stands in data and content, nothing of the program fails: files are spoiled by chance, and read, checked and shown.

`make fuzz` looks for as long as it is told to; here the same few examples are tried on every run.
"""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.assembly.data_files import Downloads
from generator.assembly.keeping.pool import Pool
from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.load.expressions import BOUND, read_expressions
from generator.load.markdown_faults import markdown_faults
from generator.model.catalogue import Catalogue
from generator.model.narrative import AREA_SECTIONS, SECTIONS, Markdown
from generator.model.place import Place
from generator.pages.markup.slots import SlotStore
from generator.pages.news.feed import feed
from generator.pages.prose.narrative import render_narrative
from generator.pages.render import all_pages, page_context
from generator.problems import explain, fails
from generator.recall.marks import Marks
from generator.tell import FORMS, tell
from generator.tell.run import Run
from tests.markdown_hosts import shown
from tests.trees import FILES, REPORT, SUMMARY, write_tree

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "site_templates" / "pages"
SPOILED = sorted(name for name in FILES if not name.startswith("content/en"))
LOOKING = settings().max_examples > 100
"""Whether we look further than on every run."""
MORE = """\
    note: {vi: Ghi, en: Note}
references:
  - {id: nd-61, name: {vi: Nghị định, en: Decree}, number: 61/2018/NĐ-CP, issuer: {vi: Chính phủ, en: Government}, date: 2018-04-23}
published: 2022-11-21
revisions:
  - {date: 2022-11-22, change: {vi: Sửa, en: Mended}, table: main, row: "1.2"}
"""
TREES = {
    name: yaml.load(text + (MORE if name == REPORT else ""), Loader=yaml.BaseLoader)  # noqa: S506 - nothing but texts
    for name, text in FILES.items()
    if name.endswith(".yml")
}


def few(number: int) -> int:
    """How many examples are tried: few on every run, as many as the profile says where we look further."""
    return settings().max_examples if LOOKING else number


def look_at(changes: dict[str, Any]) -> Catalogue | None:
    """Read, check and tell of a tree with changes; its catalogue where it can be built."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_tree(
            Path(folder), {name: text and text.encode(errors="replace") for name, text in changes.items()}
        )
        catalogue, problems = load_and_check(root)
    assert isinstance(catalogue, Catalogue)
    for problem in problems:
        assert explain(problem, "vi")
        assert explain(problem, "en")
    for form in FORMS:
        tell(form, Run(problems, "vi")).encode()
    return None if fails(problems) else catalogue


def show(catalogue: Catalogue) -> None:
    """Make every page, feed and data file."""
    for lang in catalogue.languages:
        context = page_context(
            Dataset.of(catalogue), lang, TEMPLATES, SlotStore(), None, site_url="https://reform-reports.example/"
        )
        for page in all_pages(context):
            assert page.markdown().encode()
        feed(context)
    with tempfile.TemporaryDirectory() as folder:
        pool = Pool(Path(folder) / "pool")
        assert Downloads(Dataset.of(catalogue), "", Path(folder) / "cache", pool, {}, Marks()).all()


NASTY = st.sampled_from(
    ["&a ", "*a", "<<: ", "!!python/name:os.system ", "? ", "- ", ": ", "{", "}", "[", "]", "|\n", ">\n", '"', "'", "#", "\t", "%", "@", "`",
     "\\", "---\n", "...\n", "null", "~", "{{", "}}", "{%", "value(", "1e9", "0" * 30, "-", ".", "\u202e", "\n", "\n  ", "<", "[x](", "![", "\n> ", "\n* ",
     "\n    ", "|", "\u0301", "../", "vi", "id"]
)  # fmt: skip


@st.composite
def spoiled_texts(draw: st.DrawFn) -> dict[str, str]:
    """One file of the smallest tree with a few pieces put in, taken out or doubled."""
    name = draw(st.sampled_from(SPOILED))
    text = FILES[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(st.one_of(NASTY, st.text(max_size=5), st.just(text[start:end] * 2)))
        text = text[:start] + piece + text[end:]
    return {name: text}


@settings(max_examples=few(60))
@given(spoiled_texts())
def test_a_spoiled_file_is_read_or_told_of(changes):
    look_at(changes)


ODD = ["", "0", "-1", "1", "0,0", "100", "100,01", "2022", "2022-Q3", "2022-H1", "2022-12", "1800", "9999", "2022-02-30", "2024-02-29", "0001-01-01", "9999-12-31",
       "97,5%", "1.200", "999999999999999", "-0", "x", "có", "not-reported", "~", "null", "resolved", "on-time", "on-time-rate", "huyen", "tinh", "district",
       "yes", "no", "true", "huyen/2022-Q3", "{}", "{0}", "{one}", "on-time / resolved", "resolved / on-time", "on-time-rate / on-time", "higher", "lower", "stock",
       "flow", "at-most", "at-least", "main", "1.2", "a\tb", "=1+1", "<b>", "]]>", "%s", "\u0301", "I.1", "percent", "count", "decimal", "tier", "nd-61",
       "procedures", "bieu", "vi", "en"]  # fmt: skip
KEYS = ["note", "status", "value", "printed", "valid_from", "valid_to", "successors", "predecessors", "parent", "aliases", "sums", "within", "formula", "related",
        "breakdown", "rough", "as_of", "date", "columns", "rows", "indicator", "measure", "period", "unit", "kind", "better", "headline", "page", "maximum",
        "threshold_from", "comparison", "corrections", "acknowledged", "references", "revisions", "published", "vi", "en", "words", "pattern", "heading"]  # fmt: skip
LEAF = st.one_of(st.sampled_from(ODD), st.sampled_from(ODD), st.text(max_size=6))
VALUE = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
        st.fixed_dictionaries({"vi": LEAF, "en": LEAF}),
    ),
    max_leaves=4,
)


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every value of a tree."""
    if path:
        yield path
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def changed(tree: Any, path: tuple[Any, ...], change: Any) -> Any:
    """A tree with one value changed; `change` takes the value's mapping or list, and its key."""
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    if len(path) == 1:
        change(copy, path[0])
    else:
        copy[path[0]] = changed(copy[path[0]], path[1:], change)
    return copy


@st.composite
def other_values(draw: st.DrawFn) -> dict[str, str]:
    """Files of the smallest tree in which a few values are others, are gone, are doubled or have company."""
    trees: dict[str, Any] = {}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(TREES)))
        tree = trees.get(name, TREES[name])
        ways = list(places(tree))
        if not ways:
            continue
        way = draw(st.sampled_from(ways))
        how = draw(st.sampled_from(["value", "value", "gone", "twice", "company"]))
        value, key = draw(VALUE), draw(st.sampled_from(KEYS))

        def change(holder: Any, at: Any, how: str = how, value: Any = value, key: str = key) -> None:
            if how == "gone":
                del holder[at]
            elif how == "twice" and isinstance(holder, list):
                holder.append(holder[at])
            elif how == "company" and isinstance(holder[at], dict):
                holder[at] = {**holder[at], key: value}
            else:
                holder[at] = value

        trees[name] = changed(tree, way, change)
    return {
        name: yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10**6)
        for name, tree in trees.items()
    }


@settings(max_examples=few(60))
@given(other_values())
def test_what_passes_the_checks_can_be_shown_and_what_does_not_is_told_of(changes):
    catalogue = look_at(changes)
    if catalogue is not None:
        show(catalogue)


SHARED = ("data/areas.yml", "data/measures.yml", "data/breakdowns.yml")
AREAS = "- {id: %s, names: {vi: Lĩnh vực}, definition: {vi: Lời.}}\n"


@st.composite
def other_trees(draw: st.DrawFn) -> dict[str, str | None]:
    """The smallest tree with files that are missing, narratives of any section in any language, other areas, and other values."""
    changes: dict[str, str | None] = dict(draw(st.one_of(st.just({}), other_values())))
    for name in draw(st.lists(st.sampled_from(sorted(FILES)), max_size=4)):
        changes[name] = None
    areas = draw(st.one_of(st.none(), st.sets(st.sampled_from(AREA_SECTIONS), max_size=3)))
    if areas is not None:
        changes[SHARED[0]] = "".join(AREAS % area for area in sorted(areas)) or "[]\n"
    for section in draw(st.sets(st.sampled_from(SECTIONS), max_size=4)):
        lang = draw(st.sampled_from(["vi", "en", "fr"]))
        changes[f"content/{lang}/reports/huyen/2022-Q3/{section}.md"] = draw(
            st.sampled_from(["Lời.\n", '{{ value("resolved") }}\n', "# Một\n\n- hai[^1]\n\n[^1]: ba\n"])
        )
    return changes


@settings(max_examples=few(60))
@example({"content/vi/reports/huyen/2022-Q3/institutions.md": "Lời.\n"})
@given(other_trees())
def test_whatever_passes_the_checks_can_be_built(changes):
    catalogue = look_at(changes)
    if catalogue is not None:
        show(catalogue)


PIECES = st.sampled_from(
    ['<a href="', "javascript:", 'x" onclick="y', "[x](", "](", ")", "<svg>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "`", "```\n", "\n\n", "> ",
     "* ", "    ", "{: onclick=x }", '<p title="', '">', "&#106;", "<math>", "<table>", "|", "|---|\n", "*[a]: ", "[^1]", "<div markdown=1>", "<?",
     "<title>", "</p>"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=14).map("".join))
def test_of_any_markdown_only_what_is_allowed_is_left(source):
    for tag in re.findall(r'<[a-z](?:[^>"]|"[^"]*")*>', shown(source)):
        names = re.findall(r'\s([^\s=>"]+)="', re.sub(r'"[^"]*"', '""', tag))
        assert set(names) <= {
            "href",
            "rel",
            "title",
            "lang",
            "colspan",
            "rowspan",
            "scope",
            "start",
            "id",
            "class",
            "role",
            "aria-label",
        }
        assert not re.search(r'href="\s*(javascript|data|vbscript|file):', tag, re.IGNORECASE)


CALLS = st.sampled_from(
    ['{{ value("on-time-rate") }}', '{{ chart("on-time-rate") }}', '{{ table("resolved", tier="commune") }}', "{{ value(", '"', ")", "}}", "{{", "{%", "%}", "{#",
     'unit="huyen"', ", ", "=", "period=2022", "1e400", "'a'", "*", "**{}", "|", "\ufffc0\ufffc", "61/2018/NĐ-CP", "TTHC", "# ", "“", "”", "[a](",
     "about.md", "../", "#x", "\n", "tăng ", "giảm ", "97,5% ", "1.200 ", "năm 2021 ", "quý III ", "so với "]
)  # fmt: skip


@settings(max_examples=few(40))
@example('{{ value("on-time-rate") }}' * 3 + "\ufffc0\ufffc&#xFFFC;")
@given(st.lists(st.one_of(CALLS, CALLS, PIECES, st.text(max_size=4)), max_size=12).map("".join))
def test_any_narrative_is_shown_or_told_of(source):
    catalogue = look_at({SUMMARY: source})
    page = catalogue and catalogue.narratives.get(("vi", "huyen/2022-Q3", "summary"))
    if catalogue is not None and page:
        context = page_context(Dataset.of(catalogue), "vi", TEMPLATES, SlotStore(), None)
        html = render_narrative(page, context, "reports/huyen/2022-Q3/", catalogue.reports["huyen/2022-Q3"])
        assert BOUND not in html


@given(st.lists(st.one_of(CALLS, PIECES, NASTY, st.text(max_size=4)), max_size=30).map("".join))
def test_any_text_has_expressions_that_are_read_or_told_of(source):
    page = Markdown("vi", source, Place("x.md", 1, 1))

    list(markdown_faults(page))
    for each in read_expressions(page)[0]:
        assert source[each.start : each.start + 2] == "{{"
