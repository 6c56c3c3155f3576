"""How to cite a page: a ready text, BibTeX, RIS, and what search engines of scholars read, all from the same few facts.

No day of access is written: the reader knows it, and the same site is to give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.i18n.messages import N_, translate

LICENCE = "CC BY 4.0"
ADDRESS = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for the page's address in texts until they are written out: where the site's address is not known, a script fills it in."""
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
    def source(self) -> str:
        """The document behind the page in one sentence; empty for a page of no single report."""
        if self.report is None:
            return ""
        number = translate(self.lang, N_("No. {number}"), number=self.report.number) if self.report.number else ""
        dated = translate(self.lang, N_("dated {day}"), day=self.report.date) if self.report.date else ""
        told = (self.report.authority, self.report.title, number, dated)
        return translate(self.lang, N_("Source: {source}."), source=", ".join(part for part in told if part))

    def text(self) -> str:
        """The citation in words."""
        licence = translate(self.lang, N_("Licence: {licence}."), licence=LICENCE)
        title = "" if self.path == "" else translate(self.lang, N_("“{title}”."), title=self.title)
        return " ".join(part for part in (f"{self.site}.", title, self.snapshot, self.source, licence, ADDRESS) if part)

    def bibtex(self) -> str:
        """The citation for LaTeX."""
        fields = [("author", f"{{{_bibtex(self.site)}}}"), ("title", f"{{{_bibtex(self.title)}}}")]
        if self.day:
            fields += [("year", self.day[:4]), ("date", self.day)]
        note = " ".join(part for part in (self.snapshot, self.source, f"{LICENCE}.") if part)
        fields += [("howpublished" if self.place else "url", ADDRESS), ("language", self.lang), ("note", _bibtex(note))]
        key = re.sub(r"[^a-z0-9]+", "-", f"reform-reports {self.path} {self.lang}".casefold()).strip("-")
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
        return f"@misc{{{key},\n{lines}\n}}"

    def ris(self) -> str:
        """The citation for Zotero, EndNote, Mendeley and other reference managers."""
        lines = ["TY  - ELEC", f"AU  - {self.site}", f"TI  - {self.title}"]
        if self.day:
            year, month, day = [*self.day.split("-"), ""][:3]
            lines += [f"PY  - {year}", f"DA  - {year}/{month}/{day}/"]
        lines += [f"{'AV' if self.place else 'UR'}  - {ADDRESS}", f"LA  - {self.lang}"]
        lines += [f"N1  - {note}" for note in (self.snapshot, self.source) if note]
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


def _bibtex(text: str) -> str:
    return "".join(_BIBTEX_SIGNS.get(letter, letter) for letter in text)
