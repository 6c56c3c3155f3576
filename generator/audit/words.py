"""The words of findings in every language: what a figure is called, where it stands, and numbers as readers write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.audit.facts import Key
from generator.audit.finding import Amount, Finding, Piece, written
from generator.i18n import formats
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_, message_languages, translate
from generator.i18n.names import breakdown_name, section_name
from generator.i18n.rough_words import stated
from generator.model.catalogue import Catalogue
from generator.model.form_in_report import form_of
from generator.model.observation import Observation, Status
from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.problems import Problem, ProblemKind


def in_every_language(make: Callable[[str], str]) -> Text:
    """A text made for each language that messages are available in."""
    return Text({lang: make(lang) for lang in {DEFAULT_LANGUAGE, *message_languages()}})


def figure_name(observation: Observation, catalogue: Catalogue) -> Text:
    """What a figure is called: indicator, breakdown, unit where it is not the report's own, and period; its place where it is of no indicator."""
    if observation.indicator is None or observation.indicator not in catalogue.indicators:
        return place_words(observation, catalogue)
    key = (observation.unit, observation.period, observation.indicator, observation.breakdown)
    return thing_name(key, observation.source.report, catalogue)


def thing_name(key: Key, report_id: str, catalogue: Catalogue) -> Text:
    """What is stated, or follows, in a report: indicator, breakdown, unit where it is not the report's own, and period."""
    unit_id, period, indicator, breakdown = key
    report = catalogue.reports.get(report_id)
    unit = catalogue.units.get(unit_id) if report is None or unit_id != report.unit else None

    def name(lang: str) -> str:
        said = [
            catalogue.indicators[indicator].names.in_language(lang),
            breakdown_name(breakdown, catalogue, lang),
            unit.names.in_language(lang) if unit is not None else "",
            formats.period(period, lang),
        ]
        return ", ".join(filter(None, said))

    return in_every_language(name)


def printed_words(observation: Observation, catalogue: Catalogue) -> Text:
    """A figure as its number is written in each language, or that nothing occurred.

    It is quoted, so a rate has its sign only where the paper prints one.
    """
    measure = catalogue.measures[observation.measure]

    def shown(lang: str) -> str:
        if observation.value is None:
            return translate(lang, N_("none") if observation.status is Status.NONE_OCCURRED else N_("nothing"))
        if observation.rough is not None:
            return stated(observation.value, observation.rough, measure, lang)
        if is_rate(measure) and "%" not in (observation.printed or ""):
            return formats.number(observation.value, lang)
        return formats.brief(observation.value, measure, lang)

    return in_every_language(shown)


def place_words(observation: Observation, catalogue: Catalogue, *, titled: bool = False) -> Text:
    """Where in its report a figure stands: table and row as printed, or the section of the prose.

    A table without a number is the appendix; with `titled`, where several are meant, it is called by its title.
    """
    source = observation.source
    if source.table is None:
        return in_every_language(lambda lang: section_name(source.section or "", lang))
    report = catalogue.reports.get(source.report)
    form = form_of(report, catalogue) if report else None
    table = form.table(source.table) if form else None
    row = table.row(source.row or "") if table else None

    def where(lang: str) -> str:
        number = row.number if row else source.row or ""
        if row is not None and not (any(each.isdigit() for each in number) or number.isupper()):
            # Dashes, and words such as `Trong đó`, stand before many rows.
            number = f"“{row.label.in_language(lang)}”"
        if not (source.table or "")[:1].isdigit():
            # Such an id (`appendix`, `dossiers`) is ours; paper has no number there.
            if titled and table is not None:
                title = table.title.in_language(lang)
                return translate(lang, N_("table “{title}”, row {row}"), title=title, row=number)
            return translate(lang, N_("appendix, row {row}"), row=number)
        return translate(lang, N_("table {table}, row {row}"), table=source.table, row=number)

    return in_every_language(where)


def found(
    kind: ProblemKind,
    figures: tuple[Observation, ...],
    catalogue: Catalogue,
    *,
    follows: Amount | None = None,
    steps: tuple[Piece, ...] = (),
    words: Mapping[str, str | Text] | None = None,
    marked: int = 1,
) -> Finding:
    """A finding about figures, the first of which is marked, with the words that every message may use:

    `figure`, `printed`, `place`, `follows` and `arithmetic`; `words` adds more.
    """
    first = figures[0]
    said: dict[str, str | Text] = {
        "figure": figure_name(first, catalogue),
        "printed": printed_words(first, catalogue),
        "place": place_words(first, catalogue),
    }
    if follows is not None:
        said["follows"] = in_every_language(follows.in_language)
    if steps:
        said["arithmetic"] = in_every_language(lambda lang: written(steps, lang))
    problem = Problem(kind.code, first.place, {**said, **(words or {})})
    shown = first.printed if first.printed is not None else "" if first.value is None else str(first.value)
    return Finding(
        problem,
        figures,
        printed=shown,
        follows=follows.value if follows is not None else None,
        steps=steps,
        marked=marked,
    )
