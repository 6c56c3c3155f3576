"""Groups of files that are made from the dataset and belong to no page: what Compare loads, and the feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.pages.comparing.comparison_files import comparison_scripts
from generator.pages.context import Context
from generator.pages.news.feed import FEED_FILE, feed
from generator.pages.news.revisions_feed import REVISIONS_FEED_FILE, revisions_feed


def _comparisons(context: Context) -> Iterator[tuple[str, str]]:
    yield from comparison_scripts(context.dataset, context.lang)


def _news(context: Context) -> Iterator[tuple[str, str]]:
    if news := feed(context):
        yield FEED_FILE, news


def _revised(context: Context) -> Iterator[tuple[str, str]]:
    if news := revisions_feed(context):
        yield REVISIONS_FEED_FILE, news


BUNDLES: Mapping[str, Callable[[Context], Iterator[tuple[str, str]]]] = {
    "comparisons": _comparisons,
    "feed": _news,
    "revisions-feed": _revised,
}
"""What makes each group: path below the folder of the language, and text."""
