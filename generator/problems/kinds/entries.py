"""What is wrong with the keys and values of an entry."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Keys and values")

KINDS = (
    ProblemKind(
        "unknown-key",
        N_("“{key}” is not known here."),
        N_("docs/formats.md lists the keys of each file."),
        title=N_("Unknown key"),
        explanation=N_(
            "Nothing reads this key, so what it says would be lost. Mostly a letter is wrong, or the key belongs one level further in or out."
        ),
        wrong="parents: khanh-hoa",
        right="parent: khanh-hoa",
    ),
    ProblemKind(
        "missing-key",
        N_("“{key}” is missing."),
        N_("Add it; docs/formats.md shows an example."),
        title=N_("Key missing"),
        explanation=N_(
            "The entry cannot be understood without this key. docs/formats.md says for every file which keys are needed."
        ),
    ),
    ProblemKind(
        "wrong-type",
        N_("“{written}” is not {expected}."),
        N_("docs/formats.md shows an example."),
        title=N_("Value of another shape"),
        explanation=N_(
            "A list, a mapping, a text or a number is expected here and something else is given. Names, for one, are given by language."
        ),
        wrong="names: Huyện Ngân Sơn",
        right="names: {vi: Huyện Ngân Sơn, en: Ngân Sơn District}",
    ),
    ProblemKind(
        "not-allowed",
        N_("“{written}” may not stand here."),
        N_("Write one of the words that docs/formats.md names for this key."),
        title=N_("Value that may not stand here"),
        explanation=N_("Only certain words may stand here; the message lists them, or names the nearest."),
        wrong="level: distrct",
        right="level: district",
    ),
    ProblemKind(
        "bad-id",
        N_("“{written}” cannot be an id."),
        N_("Use lower-case letters a to z and digits, in words joined by hyphens."),
        title=N_("Not an id"),
        explanation=N_(
            "An id becomes part of web addresses and file names and never changes, so it has only letters without marks, digits and hyphens."
        ),
        wrong="id: Ngân Sơn",
        right="id: ngan-son",
    ),
    ProblemKind(
        "reserved-id",
        N_("“{written}” cannot be an id: Windows keeps the name for a device."),
        N_("Add what tells more, such as “{written}-commune”."),
        title=N_("Id that Windows keeps for itself"),
        explanation=N_(
            "An id becomes the name of files and folders. Windows can neither unpack nor show one that is called con, prn, aux, nul, com1 to com9 or lpt1 to lpt9, whatever its ending; the site, its archive and the repository would break there."
        ),
        wrong="id: con",
        right="id: con-commune",
    ),
    ProblemKind(
        "id-too-long",
        N_("“{written}” has {length} letters; an id or code has at most {most}."),
        N_("Choose a shorter one: an id only has to be unique, the full name stands under names."),
        title=N_("Id too long"),
        explanation=N_(
            "An id becomes part of web addresses and of file names, and systems take those only up to a certain length."
        ),
    ),
    ProblemKind(
        "curly-quotes",
        N_("{written} stands in curly quotes, which are letters here."),
        N_('Type straight quotes, "{plain}", or none.'),
        title=N_("Curly quotes of a word processor"),
        explanation=N_(
            "Word turns straight quotes into curly ones while you type. To YAML only straight quotes are quotes; curly ones become part of the value, which then is neither a number nor a date nor an id."
        ),
        wrong="1.1: “14.083”",
        right='1.1: "14.083"',
    ),
    ProblemKind(
        "bad-period",
        N_("“{written}” is not a period."),
        N_("Write it like 2025-08, 2020-Q1, 2020-H1, 2022-9M, 2023 or 2011-2020."),
        title=N_("Not a period"),
        explanation=N_(
            "Periods are written in one way everywhere, so that reports for the same time are found and put in order."
        ),
        wrong="period: Q3/2022",
        right="period: 2022-Q3",
    ),
    ProblemKind(
        "bad-date",
        N_("“{written}” is not a day that exists."),
        N_("Look at the paper again. Where it prints such a day, give year and month alone, and the rest under note."),
        title=N_("Day that does not exist"),
        explanation=N_(
            "A year has twelve months, and February has 29 days in leap years alone. Where the document prints no day, year and month are enough."
        ),
        wrong="date: 2022-09-31",
        right="date: 2022-09-30",
    ),
    ProblemKind(
        "date-form",
        N_("“{written}” is a date, but not written as dates are here: year, month, day, each with all its digits."),
        N_("Write {right}."),
        title=N_("Date written in another way"),
        explanation=N_(
            "Dates begin with the year, because 03/06/2020 is June to some and March to others, and so that they sort by themselves."
        ),
        wrong="date: 15/9/2022",
        right="date: 2022-09-15",
    ),
    ProblemKind(
        "date-out-of-range",
        N_("“{written}” is not a date of these years: it is before 1800 or after 2099."),
        N_("Correct the year. A year that the paper misprints belongs under printed_date."),
        title=N_("Date of another age"),
        explanation=N_(
            "Reports, decisions and authorities of this site lie between 1800 and 2099. What lies outside is a slip of typing, and would stand first, or last, in every list that goes by dates."
        ),
        wrong="published: 2999-11-21",
        right="published: 2026-11-21",
    ),
    ProblemKind(
        "not-a-date",
        N_("“{written}” cannot be read as a date."),
        N_("Write year, month and day in digits, like 2020-06-03, or 2022-09 where no day is printed."),
        title=N_("Not a date"),
        explanation=N_(
            "A date has a year of four digits, a month and, where the document prints it, a day. What else the paper says belongs under note."
        ),
        wrong="date: cuối tháng 9",
        right="date: 2022-09",
    ),
    ProblemKind(
        "date-without-day",
        N_("“{written}” lacks the day."),
        N_("This site's own dates are exact, like 2026-11-21."),
        title=N_("Date without its day"),
        explanation=N_(
            "A document may leave out a day, but this site knows on which day it published or corrected something."
        ),
        wrong="published: 2026-11",
        right="published: 2026-11-21",
    ),
    ProblemKind(
        "text-without-vi",
        N_("The Vietnamese text (vi) is missing."),
        N_("Write it as {{vi: …, en: …}}."),
        title=N_("Vietnamese text missing"),
        explanation=N_(
            "Vietnamese is the language of the reports and the one that readers fall back on; every text has it. English may be added."
        ),
        wrong="title: {en: Report}",
        right="title: {vi: Báo cáo, en: Report}",
    ),
    ProblemKind(
        "unknown-language",
        N_("“{written}” is not the code of a language."),
        N_("Write vi or en."),
        title=N_("Not the code of a language"),
        explanation=N_("A text is given by language, and each is named by its code of two or three letters."),
        wrong="names: {vietnamese: Huyện Mẫu}",
        right="names: {vi: Huyện Mẫu}",
    ),
    ProblemKind(
        "value-or-values",
        N_("Give either value or values."),
        N_("value is for one period, values for several."),
        title=N_("Both or neither of value and values"),
        explanation=N_(
            "A figure of the prose stands for one period (value) or for several (values). Given both or none, it cannot be told which is meant."
        ),
        wrong="value: 5\nvalues: {2018: 5}",
        right="values: {2018: 5}",
    ),
    ProblemKind(
        "duplicate-id",
        N_("The id “{id}” is already used in {first}."),
        N_("Give one of them another id."),
        title=N_("Id used twice"),
        explanation=N_(
            "An id stands for one thing, in addresses as in references. With two of them nobody could tell which is meant."
        ),
    ),
    ProblemKind(
        "duplicate-report",
        N_("The report of “{unit}” for {period} is already in {first}."),
        N_("Keep one file."),
        title=N_("Report entered twice"),
        explanation=N_("A unit has one report for a period. Two files would give two truths under one address."),
    ),
)
