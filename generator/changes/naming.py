"""What changes call things, in a language, and where readers see them: names from the newer state where it still has them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from babel import Locale

from generator.changes.compare import Changes, FigureChange, FindingChange
from generator.changes.prose import TextKey
from generator.dataset.verdicts import Judgement
from generator.i18n import formats
from generator.i18n.messages import translate
from generator.i18n.names import breakdown_name, section_name
from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.form import BreakdownKey
from generator.model.form_in_report import form_of
from generator.model.observation import Observation
from generator.model.paths import indicator_path, report_path, unit_path
from generator.model.period import Period
from generator.model.target import Target
from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.pages.figures.figure import difference, shown
from generator.pages.figures.levels import SECTION_TITLES
from generator.pages.progress.verdicts import VERDICTS

_LONGEST = 100
"""So many signs of a quoted text are shown."""
_NONE = "–"
_HUNDREDTH = Decimal("0.01")


class Naming:
    """Names, values and addresses, as readers of one language know them."""

    def __init__(self, changes: Changes, lang: str, site_url: str) -> None:
        self.lang = lang
        self._new, self._old = changes.new.catalogue, changes.old.catalogue
        self._top = site_url
        self._site = site_url + ("" if lang == DEFAULT_LANGUAGE else f"{lang}/")

    def say(self, message: str, **values: object) -> str:
        return translate(self.lang, message, **values)

    def count(self, number: int) -> str:
        return formats.number(Decimal(number), self.lang)

    def report(self, report: str) -> str:
        """`Huyện Ngân Sơn, Quý III/2022`."""
        found = self._find("reports", report)
        return f"{self.unit(found.unit)}, {formats.period(found.period, self.lang)}" if found else report

    def unit(self, unit: str) -> str:
        return self._name("units", unit)

    def form(self, form: str) -> str:
        return self._name("forms", form)

    def indicator(self, indicator: str) -> str:
        return self._name("indicators", indicator)

    def target(self, target: str) -> str:
        """What a target is for, and when: the indicator's name, the part of a breakdown, and the period."""
        found = self._find("targets", target)
        if found is None:
            return target
        part = self.breakdown(tuple(sorted(found.breakdown.items())))
        when = [formats.period(found.period, self.lang)] if found.period else []
        return ", ".join([self.indicator(found.indicator), *([part] if part else []), *when])

    def measure(self, measure: str) -> str:
        return self._name("measures", measure)

    def breakdown(self, breakdown: BreakdownKey) -> str:
        return breakdown_name(breakdown, self._new, self.lang)

    def quoted(self, text: str) -> str:
        return f"“{self._short(text)}”"

    def catalogue_of(self, target: Target) -> Catalogue:
        """The state that a target, as it is given, belongs to."""
        return self._new if self._new.targets.get(target.id) is target else self._old

    def language(self, lang: str) -> str:
        """A language by its name in the one that is spoken here."""
        return Locale.parse(lang).get_display_name(self.lang) or lang

    def text(self, key: TextKey) -> str:
        """A section or page by its title, and the language: `Summary (Vietnamese)`."""
        if key.report:
            area = self._find("areas", key.section)
            title = (
                area.names.in_language(self.lang) if area else self.say(SECTION_TITLES.get(key.section, key.section))
            )
        else:
            title = self._page_title(key)
        return f"{title} ({self.language(key.lang)})"

    def text_link(self, key: TextKey) -> str:
        """Where readers see a text in its own language."""
        site = self._top + ("" if key.lang == DEFAULT_LANGUAGE else f"{key.lang}/")
        if key.report:
            return f"{site}{report_path(key.report)}/#{key.section}" if key.report in self._new.reports else ""
        return f"{site}{'' if key.section == 'index' else f'{key.section}/'}"

    def _page_title(self, key: TextKey) -> str:
        """The first heading of a plain page, else its path."""
        for catalogue in (self._new, self._old):
            page = catalogue.plain.get((self.lang, key.section)) or catalogue.plain.get((key.lang, key.section))
            if page is not None:
                first = page.source.lstrip().partition("\n")[0]
                return first.lstrip("# ").strip() if first.startswith("#") else key.section
        return key.section

    def figure(self, change: FigureChange) -> str:
        """What a figure is of, as far as its report does not say it already, and where it stands."""
        each = change.shown
        catalogue = self._new if change.after else self._old
        report = self._find("reports", each.source.report)
        parts = [self.indicator(each.indicator) if each.indicator else self._row(each, catalogue)]
        parts += filter(None, [breakdown_name(each.breakdown, catalogue, self.lang)])
        parts += [self.unit(each.unit)] if report and each.unit != report.unit else []
        parts += [formats.period(each.period, self.lang)] if report and each.period != report.period else []
        source = each.source
        where = (
            f"{source.table} {source.row}" if source.table else section_name(source.section or "", self.lang, bare=True)
        )
        return f"{', '.join(parts)} ({where})" if where else ", ".join(parts)

    def value(self, figure: Observation | None) -> str:
        """A figure's value with its unit of measure, its words, or why there is none."""
        if figure is None:
            return _NONE
        catalogue = self._new if figure.measure in self._new.measures else self._old
        return self._short(shown(figure, catalogue, self.lang))

    def derived(self, indicator: str, value: Decimal | None) -> str:
        """What a formula gives, to two digits."""
        found = self._find("indicators", indicator)
        if value is None or found is None:
            return _NONE
        rounded = value if value == value.to_integral_value() else value.quantize(_HUNDREDTH, ROUND_HALF_UP)
        whole = rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded.normalize()
        return formats.brief(whole, self._new.measures[found.measure], self.lang)

    def fact(self, change: FigureChange, key: str) -> str:
        """Another fact about a figure, before and after."""
        sides = (getattr(side, key) for side in (change.before, change.after) if side is not None)
        return " → ".join(self._fact(key, value) for value in sides)

    def verdict(self, judgement: Judgement | None) -> str:
        """A verdict in a word, with its distance from the threshold."""
        if judgement is None:
            return _NONE
        word = self.say(VERDICTS[judgement.verdict])
        found = self._find("indicators", judgement.target.indicator)
        if judgement.gap is None or found is None or found.measure not in self._new.measures:
            return word
        return f"{word} ({difference(judgement.gap, Decimal(0), self._new.measures[found.measure], self.lang)})"

    def report_link(self, report: str) -> str:
        return f"{self._site}{report_path(report)}/" if report in self._new.reports else ""

    def unit_link(self, unit: str) -> str:
        return f"{self._site}{unit_path(unit)}/"

    def indicator_link(self, indicator: str) -> str:
        return f"{self._site}{indicator_path(indicator)}/"

    def figure_link(self, figure: Observation | None) -> str:
        """The address for good of a figure that is there; empty for one that is gone."""
        return f"{self.report_link(figure.source.report)}#{figure.source.anchor}" if figure else ""

    def finding_link(self, change: FindingChange) -> str:
        return f"{self._site}{report_path(change.report)}/audit/#{change.anchor}" if change.after else ""

    def _row(self, figure: Observation, catalogue: Catalogue) -> str:
        """What the form calls a row that feeds no indicator."""
        report = catalogue.reports.get(figure.source.report)
        form = form_of(report, catalogue) if report else None
        table = form.table(figure.source.table or "") if form else None
        row = table.row(figure.source.row or "") if table else None
        return self._short(row.label.in_language(self.lang)) if row else figure.source.row or ""

    def _fact(self, key: str, value: object) -> str:  # noqa: PLR0911 - one for each type
        if value is None or value == ():
            return _NONE
        names = {"indicator": self.indicator, "unit": self.unit, "measure": self.measure, "printed": self.quoted}
        if key in names:
            return names[key](str(value))
        match value:
            case Text():
                return self.quoted(value.in_language(self.lang))
            case tuple():
                return self.breakdown(value)
            case Period():
                return formats.period(value, self.lang)
            case PartialDate():
                return formats.day(value, self.lang)
        return str(value)

    def _name(self, kind: str, key: str) -> str:
        found = self._find(kind, key)
        return found.names.in_language(self.lang) if found else key

    def _find(self, kind: str, key: str) -> Any:
        new: Mapping[str, Any] = getattr(self._new, kind)
        return new.get(key) or getattr(self._old, kind).get(key)

    @staticmethod
    def _short(text: str) -> str:
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
