"""How large a synthetic tree is: so many communes that report in so many quarters."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = 2
COMMUNES_OF_A_PROVINCE = 80
QUARTERS = 8
_PAGES_OF_A_REPORT = 3
"""The report, what it covers, and how its figures fit together."""
_FIXED_PAGES = 103
"""In one language: the home page, lists, areas, and an indicator each of the form's rows."""


@dataclass(frozen=True)
class Size:
    """So many communes, each with a report for each of the last quarters."""

    communes: int
    quarters: int = QUARTERS

    @property
    def reports(self) -> int:
        return self.communes * self.quarters

    @property
    def provinces(self) -> int:
        """As few as hold the communes."""
        return -(-self.communes // COMMUNES_OF_A_PROVINCE)


def of_pages(pages: int, quarters: int = QUARTERS) -> Size:
    """The size whose site has about so many pages in all languages together."""
    of_a_commune = 1 + quarters * _PAGES_OF_A_REPORT
    return Size(max(1, round((pages / LANGUAGES - _FIXED_PAGES) / of_a_commune)), quarters)


def of_reports(reports: int, quarters: int = QUARTERS) -> Size:
    """The size with so many reports, rounded up to whole communes."""
    return Size(-(-reports // quarters), quarters)
