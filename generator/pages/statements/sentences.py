"""Claims as sentences of a page: every number leads to the figure, the list or the page that it is taken from."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup, escape

from generator.dataset.verdicts import Verdict
from generator.i18n import formats
from generator.i18n.messages import N_, n_, template, template_plural
from generator.model.observation import Observation
from generator.model.period import Period
from generator.pages.context import Context
from generator.pages.figures.covered_words import covered_words
from generator.pages.figures.figure import breakdown_name
from generator.pages.page import audit_path, coverage_path, indicator_path, link
from generator.pages.progress.missed import missed_targets
from generator.pages.progress.targets import target_anchor
from generator.pages.progress.verdicts import PROGRESS, figure_html, progress_link, threshold_words
from generator.pages.statements.level_words import among
from generator.statements.areas import area_claims
from generator.statements.claims import (
    AgeClaim,
    Claim,
    ContentClaim,
    FigureClaim,
    MovesClaim,
    Place,
    ReachClaim,
    SpreadClaim,
    TargetsClaim,
)
from generator.statements.indicators import indicator_claims
from generator.statements.reports import report_claims
from generator.statements.units import unit_claims

MOST_NAMED = 3
"""So many missed targets are named in a sentence."""


def unit_sentences(unit: str, path: str, context: Context) -> Markup:
    """What is said at the head of a unit's page; empty where nothing is known of it."""
    return _told(unit_claims(context.dataset, unit), path, context, unit=unit)


def report_sentences(report: str, path: str, context: Context) -> Markup:
    """What is said at the head of a report's page."""
    return _told(report_claims(context.dataset, report), path, context, report=report)


def area_sentences(area: str, path: str, context: Context) -> Markup:
    """What is said at the head of an area's page."""
    return _told(area_claims(context.dataset, area), path, context, area=area)


def indicator_sentences(indicator: str, path: str, context: Context) -> Markup:
    """What is said at the head of an indicator's page."""
    return _told(indicator_claims(context.dataset, indicator), path, context, indicator=indicator)


def _told(claims: Iterable[Claim], path: str, context: Context, **about: str) -> Markup:
    told = [
        Markup('<span data-claim="{}">{}</span>').format(type(each).__name__, _Sentences(path, context, about).of(each))
        for each in claims
    ]
    return Markup('<p class="rr-told">{}</p>').format(Markup(" ").join(told)) if told else Markup("")


_SENTENCES: dict[type[Claim], str] = {
    FigureClaim: "_figure",
    TargetsClaim: "_targets",
    AgeClaim: "_age",
    ContentClaim: "_content",
    ReachClaim: "_reach",
    SpreadClaim: "_spread",
    MovesClaim: "_moves",
}


class _Sentences:
    """The sentences of one page, which is about one unit, report, area or indicator."""

    def __init__(self, path: str, context: Context, about: dict[str, str]) -> None:
        self._path = path
        self._context = context
        self._about = about

    def of(self, claim: Claim) -> Markup:
        """A claim as one sentence."""
        made: Markup = getattr(self, _SENTENCES[type(claim)])(claim)
        return made

    def _figure(self, claim: FigureClaim) -> Markup:
        figure, values = claim.figure, {"value": self._value(claim.figure), "period": self._when(claim.figure)}
        if "indicator" in self._about:
            part = breakdown_name(figure.breakdown, self._context.catalogue, self._context.lang)
            unit = self._context.unit_name(figure.unit)
            words = (
                N_("the only figure here is {value} ({unit}, {period})")
                if claim.alone
                else N_("the newest figure is {value} ({unit}, {period})")
            )
            said = [self._say(words, **values, unit=f"{unit}, {part}" if part else unit)]
        else:
            said = [self._say(N_("{name}: {value} ({period})"), **values, name=self._name(figure))]
        if claim.before is not None:
            said.append(self._course(figure, claim.before))
        if claim.place is not None:
            said.append(self._place(claim.place))
        if claim.judged is not None:
            met = claim.judged.verdict is Verdict.ACHIEVED
            words = N_("the target ({threshold}) is met") if met else N_("the target ({threshold}) is missed")
            way = link(self._path, PROGRESS, target_anchor(claim.judged))
            said.append(self._say(words, threshold=self._link(way, threshold_words(claim.judged, self._context))))
        return _as_sentence(said)

    def _course(self, figure: Observation, before: Observation) -> Markup:
        newer, older = figure.exact or Decimal(), before.exact or Decimal()
        words = N_("the same as in {period}: {value}")
        if newer != older:
            words = N_("up from {value} in {period}") if newer > older else N_("down from {value} in {period}")
        return self._say(words, value=self._value(before), period=self._when(before))

    def _place(self, place: Place) -> Markup:
        words = N_("joint place {rank} of {units}") if place.shared else N_("place {rank} of {units}")
        return self._say(
            words,
            rank=formats.number(Decimal(place.rank), self._context.lang),
            units=among(place.level, place.units, self._context),
        )

    def _targets(self, claim: TargetsClaim) -> Markup:
        if claim.total == 1:
            return self._only_target(claim)
        counts = {"total": self._count(claim.total, progress_link(self._path, **self._filters()))}
        if len(claim.no_data) == claim.total:
            return self._say(N_("None of {total} targets has a figure that decides."), **counts)
        achieved = len(claim.achieved)
        if achieved:
            pair = n_("{number} of {total} targets is met", "{number} of {total} targets are met")
            said = [self._plural(pair, achieved, **counts, number=self._counted(achieved, Verdict.ACHIEVED))]
        else:
            said = [self._say(N_("none of {total} targets is met"), **counts)]
        if claim.missed:
            said.append(self._missed(claim))
        for held, verdict, pair in (
            (claim.on_the_way, Verdict.ON_THE_WAY, n_("{number} is still under way", "{number} are still under way")),
            (
                claim.no_data,
                Verdict.NO_DATA,
                n_("{number} has no figure that decides", "{number} have no figure that decides"),
            ),
        ):
            if held:
                said.append(self._plural(pair, len(held), number=self._counted(len(held), verdict)))
        return _as_sentence([self._listed(said, N_("{clauses} and {last}"))])

    def _missed(self, claim: TargetsClaim) -> Markup:
        held = (*claim.achieved, *claim.missed, *claim.on_the_way, *claim.no_data)
        found = missed_targets(held, self._path, self._context, MOST_NAMED)
        named = [self._link(href, name) for name, href in found.named]
        if found.more:
            named.append(self._say(N_("{number} more of them"), number=self._number(found.more)))
        pair = n_("{number} is missed ({names})", "{number} are missed ({names})")
        number = self._counted(len(claim.missed), Verdict.MISSED)
        return self._plural(pair, len(claim.missed), number=number, names=Markup("; ").join(named))

    def _only_target(self, claim: TargetsClaim) -> Markup:
        (judged,) = (*claim.achieved, *claim.missed, *claim.on_the_way, *claim.no_data)
        words = {
            Verdict.ACHIEVED: N_("The only target here is met: {name}."),
            Verdict.MISSED: N_("The only target here is missed: {name}."),
            Verdict.ON_THE_WAY: N_("The only target here is still under way: {name}."),
            Verdict.NO_DATA: N_("The only target here has no figure that decides: {name}."),
        }[judged.verdict]
        indicator = self._context.catalogue.indicators[judged.target.indicator]
        name = self._link(link(self._path, PROGRESS, target_anchor(judged)), self._context.indicator_name(indicator))
        return self._say(words, name=name)

    def _age(self, claim: AgeClaim) -> Markup:
        if len(claim.periods) <= MOST_NAMED:
            listed = self._listed([escape(self._period(each)) for each in claim.periods])
            said = [self._say(N_("the key figures are of {periods}"), periods=listed)]
        else:
            years = [each.last_year for each in claim.periods]
            words = N_("the key figures are of {first} to {last}")
            said = [self._say(words, first=min(years), last=max(years))]
        if claim.contradictions:
            pair = n_(
                "its reports contradict themselves in {number} place",
                "its reports contradict themselves in {number} places",
            )
            number = self._count(claim.contradictions, link(self._path, audit_path()))
            said.append(self._plural(pair, claim.contradictions, number=number))
        return _as_sentence(said, "; ")

    def _content(self, claim: ContentClaim) -> Markup:
        path = link(self._path, coverage_path(self._about["report"]))
        prose = self._count(claim.prose, path)
        stated = self._count(claim.stated, path)
        if not claim.room or not claim.stated:
            pair = n_("the text of the report states {number} figure", "the text of the report states {number} figures")
            said = [self._plural(pair, claim.prose, number=prose)]
        elif claim.is_partial:
            words = N_("this report is still being entered: {stated} figures of its form are here")
            said = [self._say(words, stated=stated)]
        else:
            room = self._count(claim.room, path)
            said = [
                self._say(
                    N_("the report states {stated} of the {room} figures that its form asks for"),
                    stated=stated,
                    room=room,
                )
            ]
            if claim.prose:
                said.append(
                    self._plural(
                        n_("{number} more stands in its text", "{number} more stand in its text"),
                        claim.prose,
                        number=prose,
                    )
                )
        if claim.contradictions:
            number = self._count(claim.contradictions, link(self._path, audit_path(self._about["report"])))
            pair = n_("it contradicts itself in {number} place", "it contradicts itself in {number} places")
            said.append(self._plural(pair, claim.contradictions, number=number))
        return _as_sentence(said, "; ")

    def _reach(self, claim: ReachClaim) -> Markup:
        units = self._count(claim.units, "#units")
        reported, indicators = self._count(claim.reported, "#indicators"), self._count(claim.indicators, "#indicators")
        if "indicator" in self._about:
            pair = n_("{units} unit reports it", "{units} units report it")
        elif claim.reported == claim.indicators:
            pair = n_(
                "{units} unit reports all {indicators} indicators",
                "{units} units together report all {indicators} indicators",
            )
        else:
            pair = n_(
                "{units} unit reports {reported} of the {indicators} indicators",
                "{units} units together report {reported} of the {indicators} indicators",
            )
        said = [self._plural(pair, claim.units, units=units, reported=reported, indicators=indicators)]
        if claim.newest is not None:
            said.append(self._say(N_("the newest figures are of {period}"), period=self._period(claim.newest)))
        return _as_sentence(said, "; ")

    def _spread(self, claim: SpreadClaim) -> Markup:
        lowest, highest = claim.lowest, claim.highest
        measure = self._context.catalogue.measures[lowest.measure]
        return self._say(
            N_("{name}: from {low} ({lowest}) to {high} ({highest}) in {period}; the median of {units} is {middle}."),
            name=self._name(lowest),
            low=self._value(lowest),
            lowest=self._context.unit_name(lowest.unit),
            high=self._value(highest),
            highest=self._context.unit_name(highest.unit),
            period=self._period(lowest.period),
            middle=formats.measured(claim.middle, measure, self._context.lang),
            units=among(claim.level, claim.units, self._context),
        )

    def _moves(self, claim: MovesClaim) -> Markup:
        said = [
            self._plural(pair, number, number=self._count(number, "#units"))
            for number, pair in (
                (claim.rose, n_("it rose in {number} unit", "it rose in {number} units")),
                (claim.fell, n_("it fell in {number} unit", "it fell in {number} units")),
                (claim.same, n_("it stayed the same in {number} unit", "it stayed the same in {number} units")),
            )
            if number
        ]
        words = N_("Against the comparable period before, {moves}.")
        return self._say(words, moves=self._listed(said))

    def _listed(self, parts: list[Markup], words: str = N_("{first} and {last}")) -> Markup:
        """Parts one after another, the last with its conjunction."""
        if len(parts) == 1:
            return parts[0]
        before = Markup(", ").join(parts[:-1])
        return self._say(words, clauses=before, first=before, last=parts[-1])

    def _name(self, figure: Observation) -> Markup:
        """The indicator, with the part that the figure is of; a link unless the page is that of the indicator."""
        indicator = self._context.catalogue.indicators[figure.indicator or ""]
        part = breakdown_name(figure.breakdown, self._context.catalogue, self._context.lang)
        name = self._context.indicator_name(indicator)
        said = f"{name}, {part}" if part else name
        own = self._about.get("indicator") == indicator.id
        return escape(said) if own else self._link(link(self._path, indicator_path(indicator.id)), said)

    def _value(self, figure: Observation) -> Markup:
        return figure_html(figure, self._path, self._context)

    def _when(self, figure: Observation) -> str:
        days = covered_words(figure, self._context.catalogue, self._context.lang)
        period = self._period(figure.period)
        return f"{period}, {days}" if days else period

    def _period(self, period: Period) -> str:
        return formats.period_within(period, self._context.lang)

    def _filters(self) -> dict[str, str]:
        return {name: self._about[name] for name in ("unit", "area") if name in self._about}

    def _counted(self, number: int, verdict: Verdict) -> Markup:
        return self._count(number, progress_link(self._path, **self._filters(), verdict=verdict.value))

    def _count(self, number: int, href: str) -> Markup:
        return self._link(href, self._number(number))

    def _number(self, number: int) -> str:
        return formats.number(Decimal(number), self._context.lang)

    @staticmethod
    def _link(href: str, text: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(href, text)

    def _say(self, words: str, /, **values: object) -> Markup:
        return escape(template(self._context.lang, words)).format(**values)

    def _plural(self, pair: tuple[str, str], count: int, /, **values: object) -> Markup:
        return escape(template_plural(self._context.lang, *pair, count)).format(**values)


def _as_sentence(parts: list[Markup], between: str = ", ") -> Markup:
    """Parts as one sentence, which begins with a large letter unless it begins with a link."""
    said = str(Markup(between).join(parts))  # noqa: S704 - a constant
    return Markup(f"{said[:1].upper()}{said[1:]}.")  # noqa: S704 - was safe before
