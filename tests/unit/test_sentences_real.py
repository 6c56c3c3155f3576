"""Every sentence at the head of every page of the real site, in both languages, held against the data by rules of its own.

The sentences are read as readers get them: text and links. Nothing of `generator.statements` is asked what a sentence should say.
"""

import html
import operator
import posixpath
import re
from collections import Counter, defaultdict
from decimal import Decimal
from statistics import median

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.dataset.verdicts import Verdict, judge_all
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
from generator.pages.statements import sentences
from generator.problems import Severity

LANGUAGES = ("vi", "en")
KINDS = {
    "unit": ("units", sentences.unit_sentences),
    "report": ("reports", sentences.report_sentences),
    "area": ("areas", sentences.area_sentences),
    "indicator": ("indicators", sentences.indicator_sentences),
}
_SPAN = re.compile(r'<span data-claim="(\w+)">(.*?)</span>(?= <span data-claim|</p>)', re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_SOURCE = re.compile(r"reports/([^/]+/[^/]+)/index\.html#(.+)")
_COUNT = re.compile(r"\d[\d.,]*")
UP, DOWN, SAME = r"tăng so với|up from", r"giảm so với|down from", r"bằng mức|the same as in"
MET, MISSED = r"\bđạt mục tiêu \(|\) is met", r"không đạt mục tiêu|\) is missed"
_QUARTERS = {"vi": ("I", "II", "III", "IV"), "en": ("first", "second", "third", "fourth")}
_OPERATORS = {
    "at-least": operator.ge, "more-than": operator.gt, "at-most": operator.le, "less-than": operator.lt, "exactly": operator.eq,
}  # fmt: skip


class Told:
    """One sentence: the page that it stands on, its language, what it claims, its text, and its links."""

    def __init__(self, kind, path, about, lang, claim, markup):
        self.kind, self.about, self.lang, self.claim = kind, about, lang, claim
        self.text = html.unescape(re.sub(r"<[^>]+>", "", markup))
        self.links = [
            (posixpath.normpath(posixpath.join(path, html.unescape(to))), html.unescape(re.sub(r"<[^>]+>", "", text)))
            for to, text in _LINK.findall(markup)
        ]
        self.bare = html.unescape(re.sub(r"<[^>]+>", "", _LINK.sub("", markup)))

    def __str__(self):
        return f"{self.kind} {self.about} ({self.lang}): {self.text}"

    def count(self, part, without="nothing"):
        """The number that is the text of the first link whose address holds something, and not something else."""
        found = [text for to, text in self.links if part in to and without not in to and _COUNT.fullmatch(text)]
        return int(re.sub(r"[.,]", "", found[0])) if found else 0


class World:
    """The data, looked up in other ways than the sentences were made."""

    def __init__(self, root):
        catalogue, _ = load_and_check(root)
        self.catalogue, self.dataset = catalogue, Dataset.of(catalogue)
        self.judged = judge_all(self.dataset)
        self.at = defaultdict(list)
        for each in catalogue.observations:
            self.at[each.source.report, each.source.anchor].append(each)
        self.findings = [each for each in audit(self.dataset) if each.problem.severity is Severity.CONTRADICTION]
        self.contradicted = {
            (each.source, each.breakdown) for found in self.findings for each in found.figures[: found.marked]
        }
        self.numbers = [
            each
            for number, each in enumerate(catalogue.observations)
            if each.value is not None and number in self.dataset.primary
        ]

    def figures(self, told):
        """The figures to which the links of a sentence lead, in their order."""
        return [found for to, text in told.links if (found := self._figure(to, text, told.lang))]

    def _figure(self, to, text, lang):
        """The figure to which a link of a sentence leads, which shows its number."""
        match = _SOURCE.search(to)
        if match is None:
            return None
        found = [each for each in self.at[match[1], match[2]] if each.value == number_of(text, lang)]
        return found[0] if found else pytest.fail(f"{to} is no place of {text}")

    def contradictions(self, reports):
        return sum(each.report in reports and each.acknowledged is None for each in self.findings)

    def area(self, observation):
        return self.catalogue.indicators[observation.indicator].area


def number_of(text, lang):
    """The number that a text in a language writes; None where it writes none."""
    found = _COUNT.search(text)
    marks = {".": "", ",": "."} if lang == "vi" else {",": ""}
    return Decimal(found[0].rstrip(".,").translate(str.maketrans(marks))) if found else None


def named(period, lang):
    """A period as a sentence must name it."""
    text, year = str(period), period.last_year
    if period.part.startswith("Q"):
        word = _QUARTERS[lang][int(period.part[1]) - 1]
        return f"quý {word}/{year}" if lang == "vi" else f"the {word} quarter of {year}"
    if period.part == "9M":
        return f"9 tháng đầu năm {year}" if lang == "vi" else f"the first nine months of {year}"
    if period.part.startswith("H"):
        first = period.part == "H1"
        return (
            f"6 tháng {'đầu' if first else 'cuối'} năm {year}"
            if lang == "vi"
            else f"the {'first' if first else 'second'} half of {year}"
        )
    if period.part:
        return f"/{year}" if lang == "vi" else f" {year}"
    return text.replace("-", "–")


@pytest.fixture(scope="module")
def world(root):
    return World(root)


@pytest.fixture(scope="module")
def told(world, root):
    """Every sentence of every page, in both languages."""
    catalogue = world.catalogue
    ids = {
        "unit": catalogue.units,
        "report": catalogue.reports,
        "area": catalogue.areas,
        "indicator": catalogue.indicators,
    }
    found = []
    for lang in LANGUAGES:
        context = page_context(world.dataset, lang, root / "site_templates" / "pages", SlotStore(), None)
        for kind, (folder, write) in KINDS.items():
            for each in ids[kind]:
                made = _SPAN.findall(str(write(each, f"{folder}/{each}", context)))
                assert len(made) <= 3
                found += [Told(kind, f"{folder}/{each}", each, lang, claim, markup) for claim, markup in made]
    return found


def of(told, claim):
    found = [each for each in told if each.claim == claim]
    assert found, f"no {claim} on any page: the test would show nothing"
    return found


def test_both_languages_say_the_same_with_the_same_figures(told):
    by_page = defaultdict(list)
    for each in told:
        by_page[each.lang].append((each.kind, each.about, each.claim, [to for to, _ in each.links]))
    assert by_page["vi"] == by_page["en"]
    assert all(each.text.endswith(".") and not each.text[0].islower() for each in told)
    assert not [str(each) for each in told if re.search(r"\{|\}|None|,,|  ", each.text.replace("None of", ""))]


def test_every_number_of_a_sentence_leads_to_what_it_is_taken_from(told):
    """Outside links stand only periods, days, places, medians and the names of units and categories."""
    for each in of(told, "ContentClaim") + of(told, "TargetsClaim"):
        assert not _COUNT.search(each.bare), each
    for each in of(told, "ReachClaim"):
        assert each.count("#units") > 0, each


def test_a_figure_is_told_as_it_stands_with_its_period_and_never_one_that_is_contradicted(told, world):
    for each in of(told, "FigureClaim"):
        figures = world.figures(each)
        assert figures, each
        for found in figures:
            assert (found.source, found.breakdown) not in world.contradicted, each
            assert named(found.period, each.lang) in each.text, each
        newest = figures[0]
        assert each.kind != "unit" or newest.unit == each.about
        assert each.kind != "report" or newest.source.report == each.about
        assert each.kind != "indicator" or newest.indicator == each.about


def test_a_direction_is_told_only_between_comparable_figures_and_as_they_go(told, world):
    directed = [each for each in of(told, "FigureClaim") if re.search(f"{UP}|{DOWN}|{SAME}", each.text)]
    assert directed
    for each in directed:
        newer, older = world.figures(each)[:2]
        assert bool(re.search(UP, each.text)) == (newer.value > older.value), each
        assert bool(re.search(DOWN, each.text)) == (newer.value < older.value), each
        same = ("unit", "indicator", "breakdown", "measure")
        assert [getattr(newer, name) for name in same] == [getattr(older, name) for name in same]
        assert newer.rough is None, each
        assert older.rough is None, each
        assert older.period < newer.period
        assert (older.period.part, older.period.kind) == (newer.period.part, newer.period.kind)
        assert newer.period.last_year - newer.period.year == older.period.last_year - older.period.year
        unit, indicator = world.catalogue.units[newer.unit], world.catalogue.indicators[newer.indicator]
        assert not any(older.period.start < each.period.start <= newer.period.start for each in indicator.breaks)
        assert unit.valid_from is None or unit.valid_from.first_day <= older.period.start


def test_targets_are_counted_as_they_were_judged_and_the_missed_ones_named(told, world):
    for each in of(told, "TargetsClaim"):
        held = [
            judged
            for judged in world.judged
            if (
                judged.unit == each.about
                if each.kind == "unit"
                else world.catalogue.indicators[judged.target.indicator].area == each.about
            )
        ]
        count = Counter(judged.verdict for judged in held)
        if len(held) > 1 and count[Verdict.NO_DATA] < len(held):
            said = {verdict: each.count(f"verdict={verdict.value}") for verdict in Verdict}
            assert said == {verdict: count[verdict] for verdict in Verdict}, each
            assert each.count("#list", without="verdict") == len(held), each
        for judged in held:
            if judged.verdict is Verdict.MISSED and count[Verdict.MISSED] <= 3:
                assert world.catalogue.indicators[judged.target.indicator].names.in_language(each.lang) in each.text


def test_a_target_is_met_or_missed_as_its_number_says(told, world):
    decided = [each for each in of(told, "FigureClaim") if re.search(f"{MET}|{MISSED}", each.text)]
    assert decided
    for each in decided:
        figure = world.figures(each)[0]
        met = not re.search(MISSED, each.text)
        (judged,) = {
            judged.target.id: judged
            for judged in world.judged
            if judged.figure is figure
            and any(to.endswith(f"#{judged.target.id}-{judged.unit}") or judged.target.id in to for to, _ in each.links)
        }.values()
        assert _OPERATORS[judged.target.comparison.value](figure.value, judged.threshold) == met, each


def test_the_age_is_that_of_the_key_figures_and_contradictions_are_counted(told, world):
    for each in of(told, "AgeClaim"):
        reports = {found.id for found in world.catalogue.reports.values() if found.unit == each.about}
        assert each.count("audit/") == world.contradictions(reports), each
        periods = {found.period for found in world.numbers if found.unit == each.about}
        years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", each.text)}
        assert years <= {year for period in periods for year in (period.year, period.last_year)}, each


def test_a_report_is_counted_against_its_form(told, world):
    for each in of(told, "ContentClaim"):
        report = world.catalogue.reports[each.about]
        figures = [
            found for found in world.catalogue.observations if found.source.report == each.about and not found.part
        ]
        stated = {
            inside: sum(found.status.is_stated for found in figures if (found.source.table is not None) == inside)
            for inside in (True, False)
        }
        form = world.catalogue.forms.get(report.form or "")
        room = sum(
            max(
                1,
                len(table.columns or ())
                if isinstance(table.columns, tuple)
                else len(report.tables[table.id].columns or ())
                if table.id in report.tables
                else 0,
            )
            * sum(not row.heading for row in table.rows)
            for table in (form.tables if form else ())
        )
        numbers = [int(re.sub(r"[.,]", "", text)) for to, text in each.links if "coverage" in to]
        assert numbers == ([stated[True], room, stated[False]] if form else [stated[False]]), each
        assert each.count("audit/") == world.contradictions({each.about})


def test_who_reports_is_counted_from_the_figures(told, world):
    for each in of(told, "ReachClaim"):
        mine = [
            found
            for found in world.numbers
            if (found.indicator == each.about if each.kind == "indicator" else world.area(found) == each.about)
        ]
        assert each.count("#units") == len({found.unit for found in mine}), each
        if each.kind == "area":
            assert each.count("#indicators") == len({found.indicator for found in mine}), each
        reports = world.catalogue.reports
        past = [found.period for found in mine if found.period.end <= reports[found.source.report].period.end]
        if re.search(r"số liệu mới nhất|newest figures", each.text):
            assert named(max(past), each.lang) in each.text, each


def test_a_spread_has_the_lowest_the_highest_and_the_median_of_one_time(told, world):
    for each in of(told, "SpreadClaim"):
        lowest, highest = world.figures(each)
        level = world.catalogue.units[lowest.unit].level
        rivals = [
            found
            for found in world.numbers
            if (found.indicator, found.breakdown, found.period) == (lowest.indicator, lowest.breakdown, lowest.period)
            and world.catalogue.units[found.unit].level is level
            and found.rough is None
            and (found.source, found.breakdown) not in world.contradicted
        ]
        values = [found.value for found in rivals]
        assert (lowest.value, highest.value) == (min(values), max(values)), each
        said = {Decimal(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", each.bare)}
        assert median(values) in said, each
        assert len(values) in said, each
