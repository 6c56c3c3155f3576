"""Groups of files that are made from the dataset and belong to no page: what Compare loads, and the feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.pages.comparing.comparison_files import Scripts, subjects_compared
from generator.pages.context import Context
from generator.pages.news.feed import FEED_FILE, feed
from generator.pages.news.revisions_feed import REVISIONS_FEED_FILE, revisions_feed


def _compared(scripts: Scripts, context: Context) -> Iterator[tuple[str, str]]:
    yield from scripts(context.dataset, context.lang)


def _news(context: Context) -> Iterator[tuple[str, str]]:
    if news := feed(context):
        yield FEED_FILE, news


def _revised(context: Context) -> Iterator[tuple[str, str]]:
    if news := revisions_feed(context):
        yield REVISIONS_FEED_FILE, news


Bundle = Callable[[Context], Iterator[tuple[str, str]]]
"""Makes a group: path below the folder of the language, and text."""


def bundles(context: Context) -> dict[str, Bundle]:
    """What makes each group, by its name."""
    compared = {f"comparisons/{name}": partial(_compared, made) for name, made in subjects_compared(context.dataset)}
    return {**compared, "feed": _news, "revisions-feed": _revised}
