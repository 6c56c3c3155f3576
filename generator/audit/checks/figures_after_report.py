"""Figures of a day that lies after the date of the report that states them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.said import day_said
from generator.model.dates import PartialDate
from generator.model.observation import Observation
from generator.model.place import Place
from generator.model.portions import Scope
from generator.problems import Problem, ProblemKind, Severity


class FiguresAfterReport(Check):
    """The day of the whole report, of a column, a row or a figure; told once for each day."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "figures-after-report",
        N_("The report of {report} gives figures of {date}, which is later."),
        N_("If it is a slip of transcription, correct the day; if the report prints it, leave it."),
        Severity.CONTRADICTION,
        title=N_("Figures of a day after the report"),
        explanation=N_(
            "A report cannot count what has not happened yet. Compared are the date of the report and the days up to which "
            "its figures go: as_of and covers of the document, of tables, columns, passages and figures."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Days of figures later than their report, one finding a day."""
        for report in dataset.catalogue.reports.values():
            document = report.document
            if document.date is None:
                continue
            places: dict[PartialDate, Place] = {}
            figures: dict[PartialDate, list[Observation]] = defaultdict(list)
            if document.covers is not None:
                places[document.covers.last] = document.covers.place_of("to")
            if document.as_of is not None:
                places.setdefault(document.as_of, document.place_of("as_of"))
            for figure in dataset.by_report(report.id):
                said = (figure.as_of, figure.covers.last if figure.covers else None)
                for day in dict.fromkeys(each for each in said if each is not None and not figure.days.of_document):
                    places.setdefault(day, figure.place)
                    figures[day].append(figure)
            for day, place in places.items():
                if day.first_day > document.date.last_day:
                    words = {"report": day_said(document.date), "date": day_said(day)}
                    yield Finding(Problem("figures-after-report", place, words), tuple(figures[day]))
