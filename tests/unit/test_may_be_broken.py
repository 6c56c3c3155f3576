"""After an edit, links are looked for where they may be broken: on new pages, and everywhere once something is gone that may be led to."""

import pytest

from generator.finish.examined import Examined, broken_among, may_be_broken

LEADING = Examined(("b/index.html#x",), frozenset(), ())
BEFORE = {
    "a/index.html": LEADING,
    "b/index.html": Examined((), frozenset({"x"}), ()),
    "c/index.html": Examined((), frozenset(), ()),
}


def broken(now: dict[str, Examined], files: set[str]) -> tuple[set[str], list[str]]:
    pages = may_be_broken(now, files, BEFORE, BEFORE.keys())
    return set(pages), [each.page for each in broken_among(now, files, lambda _: None, pages)]


def test_where_nothing_changed_nothing_is_looked_at():
    assert broken(BEFORE, set(BEFORE)) == (set(), [])


def test_a_page_that_is_new_or_says_something_else_is_looked_at():
    new = Examined(("no-such.html",), frozenset(), ())
    assert broken({**BEFORE, "c/index.html": new}, set(BEFORE)) == ({"c/index.html"}, ["c/index.html"])


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        ({**BEFORE, "b/index.html": Examined((), frozenset({"y"}), ())}, set()),
        ({"a/index.html": LEADING, "c/index.html": BEFORE["c/index.html"]}, {"b/index.html"}),
    ],
)
def test_once_something_is_gone_every_page_is_looked_at(now, gone):
    looked_at, found = broken(now, set(BEFORE) - gone)

    assert looked_at == set(now)
    assert found == ["a/index.html"]
