"""Translations that may no longer say what their originals say."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("Translations")

KINDS = (
    ProblemKind(
        "stale-translation",
        N_("The Vietnamese original has changed since this translation was made."),
        N_("Bring it up to date, then run: reform-reports translated {file}"),
        Severity.WARNING,
        title=N_("A translation older than its original"),
        explanation=N_(
            "content/translations.yml records from which state of its original each translation was made, as marks of its words. "
            "So it is known without the project's history, also in an archive, when the two have come apart. Line breaks "
            "and spaces do not count. Whoever has brought a translation up to date says so with reform-reports translated."
        ),
    ),
    ProblemKind(
        "unrecorded-translation",
        N_("It is not recorded from which state of its original this translation was made."),
        N_("When it says what the original says, run: reform-reports translated {file}"),
        Severity.WARNING,
        title=N_("A translation without a record"),
        explanation=N_(
            "Once a tree keeps content/translations.yml, every translation should be in it; otherwise nobody learns when its "
            "original changes."
        ),
    ),
)
