"""Dates and periods inside the heads of columns, held together: a narrow column breaks between words, never inside a date."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_DATE = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|(?:[Qq]uý|[Nn]ăm|[Tt]háng|Q[1-4]|9M|H[12])\s[\dIVX]+(?:/\d{4})?|\d{1,2}/\d{4}"
)


def whole_dates(text: str) -> Markup:
    """The text as HTML with each date and period marked so that it stays on one line: `15/12/2022`, `Quý III/2022`, `Q3 2022`."""
    return Markup(_DATE.sub(lambda found: f'<span class="rr-date">{found[0]}</span>', str(escape(text))))  # noqa: S704 - escaped
