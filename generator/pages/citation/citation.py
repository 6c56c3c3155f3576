"""How to cite a page: a ready text, BibTeX, RIS, and what search engines of scholars read, all from the same few facts.

No day of access is written: the reader knows it, and the same site is to give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.dates import PartialDate

LICENCE = "CC BY 4.0"
ADDRESS = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for the page's address in texts until they are written out: where the site's address is not known, a script fills it in."""
_MONTH = len("2022-09")
_BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}


@dataclass(frozen=True)
class CitedReport:
    """The document that a page shows: who issued it, its title, number and date as a reader sees them; empty where not printed.

    `issued` is the same date as `2022-09-20`, or `2022-09` without a day; `published` is the day on which this site first showed it, as `2026-11-21`; empty where that is not said.
    """

    authority: str
    title: str
    number: str
    date: str
    published: str
    issued: str = ""


@dataclass(frozen=True)
class Citation:
    """What a citation of a page says. `site` is what the site is called; `path` is the page's folder, the same in every language; `address` is empty where the
    site's is not known; `changed` is the newest day of the data, as `2026-11-21`. `snapshot` says which edition of the archive the page is part of;
    `place` is where it lies in the bag, told where there is no address."""

    lang: str
    site: str
    title: str
    path: str
    address: str
    local_address: str
    report: CitedReport | None = None
    changed: str = ""
    snapshot: str = ""
    place: str = ""

    @property
    def day(self) -> str:
        """When what is cited was issued, failing that published here; for a page of no single report, how old the data are."""
        return self.changed if self.report is None else self.report.issued or self.report.published

    @property
    def as_of(self) -> str:
        """How old the data of the site are, in words; empty where that is not known."""
        if not self.changed:
            return ""
        return translate(self.lang, N_("Data as of {day}"), day=formats.day(PartialDate.parse(self.changed), self.lang))

    @property
    def author(self) -> str:
        """Who is to be named first: the authority that issued the document, or this site where a page shows none."""
        return self.report.authority if self.report else self.site

    @property
    def work(self) -> str:
        """What is cited: the document itself, or the page."""
        return self.report.title if self.report else self.title

    @property
    def document(self) -> str:
        """The document behind the page as people cite it: `“Báo cáo …”, số 123/BC-UBND, ngày 20/9/2022.`; empty for a page of no single report."""
        if self.report is None:
            return ""
        title = translate(self.lang, N_("“{title}”"), title=self.report.title)
        return ", ".join((title, *self._numbered)) + "."

    @property
    def _numbered(self) -> tuple[str, ...]:
        """Number and date of the document; a document may print a month only."""
        report = self.report
        if report is None:
            return ()
        number = translate(self.lang, N_("No. {number}"), number=report.number) if report.number else ""
        dated = N_("dated {month}") if len(report.issued) == _MONTH else N_("dated {day}")
        day = translate(self.lang, dated, day=report.date, month=report.date) if report.date else ""
        return tuple(part for part in (number, day) if part)

    @property
    def shown_in(self) -> str:
        """Where a document is shown: this page of this site; empty for a page of no single report."""
        if self.report is None:
            return ""
        return translate(self.lang, N_("Shown on the page “{title}” of {site}."), title=self.title, site=self.site)

    def text(self) -> str:
        """The citation in words."""
        licence = translate(self.lang, N_("Licence: {licence}."), licence=LICENCE)
        title = "" if self.path == "" else translate(self.lang, N_("“{title}”."), title=self.title)
        told = (self.document, self.shown_in) if self.report else (title,)
        return " ".join(part for part in (f"{self.author}.", *told, self.snapshot, licence, ADDRESS) if part)

    def bibtex(self) -> str:
        """The citation for LaTeX."""
        fields = [("author", f"{{{_bibtex(self.author)}}}"), ("title", f"{{{_bibtex(self.work)}}}")]
        if self.report and self.report.number:
            fields += [("number", _bibtex(self.report.number))]
        if self.day:
            fields += [("year", self.day[:4]), ("date", self.day)]
        numbered = _sentence(", ".join(self._numbered))
        note = " ".join(part for part in (numbered, self.shown_in, self.snapshot, f"{LICENCE}.") if part)
        fields += [("howpublished" if self.place else "url", ADDRESS), ("language", self.lang), ("note", _bibtex(note))]
        key = re.sub(r"[^a-z0-9]+", "-", f"reform-reports {self.path} {self.lang}".casefold()).strip("-")
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
        return f"@misc{{{key},\n{lines}\n}}"

    def ris(self) -> str:
        """The citation for Zotero, EndNote, Mendeley and other reference managers."""
        lines = [f"TY  - {'RPRT' if self.report else 'ELEC'}", f"AU  - {self.author}", f"TI  - {self.work}"]
        if self.report:
            lines += [f"PB  - {self.author}", f"T2  - {self.site}"]
            lines += [f"SN  - {self.report.number}"] if self.report.number else []
        if self.day:
            year, month, day = [*self.day.split("-"), ""][:3]
            lines += [f"PY  - {year}", f"DA  - {year}/{month}/{day}/"]
        lines += [f"{'AV' if self.place else 'UR'}  - {ADDRESS}", f"LA  - {self.lang}"]
        lines += [f"N1  - {note}" for note in (self.shown_in, self.snapshot) if note]
        return "\n".join([*lines, f"N1  - {LICENCE}", "ER  - "])

    def written(self, text: str) -> Markup:
        """A citation as HTML, with the page's address in it; one that a script has to complete is marked."""
        known = self.address or self.place
        here = escape(known) if known else Markup('<span class="rr-cite__here">{}</span>').format(self.local_address)
        return here.join(escape(part) for part in text.split(ADDRESS))

    def tags(self) -> Mapping[str, str]:
        """What Google Scholar and reference managers read from the page's head (`citation_…`): only of a report's page."""
        if self.report is None:
            return {}
        told = {
            "title": f"{self.title}. {self.report.title}",
            "author": self.report.authority,
            "technical_report_institution": self.report.authority,
            "technical_report_number": self.report.number,
            "online_date": self.report.published.replace("-", "/"),
            "publication_date": self.report.published.replace("-", "/"),
            "language": self.lang,
            "public_url": self.address,
        }
        return {name: value for name, value in told.items() if value}


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _bibtex(text: str) -> str:
    return "".join(_BIBTEX_SIGNS.get(letter, letter) for letter in text)
