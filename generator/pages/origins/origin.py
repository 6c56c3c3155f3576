"""Where a page, or a figure of it, comes from, and what a report of an error says before anybody has written in it.

In: the site's description, and what is known of the page. Out: addresses. Nothing here is a form of ours: an issue or a mail opens, filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.i18n.messages import N_, translate
from generator.model.site import SiteDescription
from generator.pages.origins.hosts import (
    edit_address,
    folder_address,
    issue_address,
    line_address,
    mail_address,
    new_address,
)

_LONGEST = 120
"""Letters of what a figure is called in a report of an error: hosts take addresses up to some thousand signs, and a Vietnamese letter takes nine."""


@dataclass(frozen=True)
class Origin:
    """A file or folder of the repository, with a line where it is data; 0 for none."""

    file: str
    line: int = 0


@dataclass(frozen=True)
class Found:
    """What somebody who reports an error was looking at: the page's language, its title and address, how old the data are (as readers write days), and a figure.

    Of a figure, the title and what it is called are short: ids, codes and numbers.
    """

    lang: str
    title: str
    address: str
    day: str = ""
    figure: str = ""


@dataclass(frozen=True)
class ReportLinks:
    """Where an error is reported; empty where there is no such way."""

    issue: str = ""
    mail: str = ""

    @property
    def first(self) -> str:
        """The one way where there is room for one."""
        return self.issue or self.mail


def source_href(site: SiteDescription, origin: Origin) -> str:
    """Where a file is edited: prose open for editing, data at its line, a folder as a list; empty without a repository."""
    if site.repository is None:
        return ""
    name = origin.file.rpartition("/")[2]
    if "." not in name:
        return folder_address(site.repository, origin.file)
    if origin.line:
        return line_address(site.repository, origin.file, origin.line)
    return edit_address(site.repository, origin.file)


def new_file_href(site: SiteDescription, file: str) -> str:
    """Where a file that is missing is written; empty where that is not known."""
    return new_address(site.repository, file) if site.repository else ""


def report_links(site: SiteDescription, found: Found) -> ReportLinks:
    """Where an error is reported, with what is known filled in."""
    title, body = _title(found), _body(found)
    return ReportLinks(
        issue=issue_address(site.repository, title, body) if site.repository else "",
        mail=mail_address(site.contact, title, body) if site.contact else "",
    )


def _title(found: Found) -> str:
    if found.figure:
        return translate(found.lang, N_("Error in a figure: {figure}"), figure=found.title)
    return translate(found.lang, N_("Error on a page: {title}"), title=found.title)


def _body(found: Found) -> str:
    def say(message: str, **values: object) -> str:
        return translate(found.lang, message, **values)

    state = N_("State of the data: current site, updated {day}")
    told = [
        say(N_("Page: {address}"), address=found.address),
        say(N_("Figure: {figure}"), figure=_short(found.figure)) if found.figure else "",
        say(state, day=found.day) if found.day else "",
    ]
    # A report's page has this for each of a hundred rows.
    asked = (
        ""
        if found.figure
        else say(N_("What is wrong, and what shows it (public text: nothing about private persons):"))
    )
    return "\n".join([*filter(None, told), "", *([asked, ""] if asked else [""])])


def _short(text: str) -> str:
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
