"""What is entered twice, or for nothing."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("Twice, or for nothing")

KINDS = (
    ProblemKind(
        "repeated-figure",
        N_("This figure of “{indicator}” is already entered for the same section in {first}."),
        N_("Remove one of the two."),
        Severity.WARNING,
        title=N_("A figure entered twice"),
        explanation=N_(
            "Under prose, the same indicator, unit, period and breakdown has the same value, printed the same way, twice in "
            "one section. A total that is printed beside several of its parts (02/109, 107/109) may stand as often as it is "
            "printed; rows of a form are not looked at, because forms do ask for one thing twice."
        ),
    ),
    ProblemKind(
        "document-cited-twice",
        N_("“{document}” is already among the references, in {first}."),
        N_("Remove one of the two; or, if these are two documents, give what tells them apart (number, date, issuer)."),
        Severity.WARNING,
        title=N_("A cited document entered twice"),
        explanation=N_(
            "Documents are the same if number, issuer and date agree, or name, subject and date where there is no number. "
            "Numbers begin anew every year with every authority."
        ),
    ),
    ProblemKind(
        "duplicate-code",
        N_("The official code {code} also belongs to another unit of the same time, in {first}."),
        N_("Correct one of the codes, or valid_from and valid_to if one unit follows the other."),
        Severity.WARNING,
        title=N_("Two units with one official code"),
        explanation=N_(
            "Two units of one level that exist at the same time cannot have the same official code. A unit may take over the code "
            "of the unit that it replaces."
        ),
    ),
    ProblemKind(
        "duplicate-name",
        N_("The indicator “{other}” has the same name: {name}."),
        N_("Say in the names how the two differ, or make one of them."),
        Severity.WARNING,
        title=N_("Two indicators with one name"),
        explanation=N_(
            "Readers choose indicators by their names, in lists, in the search and in comparisons. Two with one name in one "
            "language cannot be told apart there."
        ),
    ),
    ProblemKind(
        "synonym-twice",
        N_("“{said}” already leads to “{other}”."),
        N_("Keep it under one of the two entries."),
        Severity.WARNING,
        title=N_("Everyday words that lead to two places"),
        explanation=N_(
            "content/synonyms.yml says which everyday words stand for which official ones, so that the search understands both. "
            "The same everyday words under two entries would leave it to chance which of them is looked for."
        ),
    ),
    ProblemKind(
        "synonym-of-itself",
        N_("“{said}” is the official term itself."),
        N_("Remove it: whoever types it finds it anyway."),
        Severity.WARNING,
        title=N_("A synonym that is the term itself"),
        explanation=N_("Under “said” belong the words that people use instead of the official ones."),
    ),
    ProblemKind(
        "synonym-without-words",
        N_("“{said}” has no letters or digits to look for."),
        N_("Give the words that people type."),
        Severity.WARNING,
        title=N_("A synonym without words"),
        explanation=N_("Search compares letters and digits; signs alone find nothing."),
    ),
    ProblemKind(
        "unused-entry",
        N_("Nothing uses {role} “{id}”."),
        N_("Remove it, or look for a slip where it should be used."),
        Severity.WARNING,
        title=N_("Something is defined that nothing uses"),
        explanation=N_(
            "An indicator that no report, form or target names, a unit of measure or breakdown that no indicator has, an area "
            "without indicators, or a form without reports. Often the id was changed in one place only."
        ),
    ),
    ProblemKind(
        "unread-file",
        N_("Nothing is read from a file of this kind."),
        N_("Only .yml files are read from data/ and .md files from content/. Keep drafts and scans elsewhere."),
        Severity.WARNING,
        title=N_("A file that nothing reads"),
        explanation=N_(
            "Whoever puts a file into data/ or content/ expects to see it on the site; other kinds of files are left out."
        ),
    ),
    ProblemKind(
        "former-id-in-use",
        N_("“{id}” is given as a former id, but {what} has it now."),
        N_("Take it out of former_ids; an address can only lead to one page."),
        title=N_("Former id that is in use"),
        explanation=N_(
            "The pages of a former id lead on to those of the new one. While something has the id, its own pages stand there."
        ),
    ),
    ProblemKind(
        "former-id-twice",
        N_("“{id}” is given as a former id twice, first in {first}."),
        N_("Leave it where its readers should be led."),
        title=N_("Former id claimed twice"),
        explanation=N_(
            "An old address leads to one new address. Two claim this one, so nobody could say where it leads."
        ),
    ),
)
