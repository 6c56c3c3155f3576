"""A rate whose last digits were cut off instead of rounded: told apart, because it is no contradiction."""

from __future__ import annotations

from generator.audit.checks.rate_differs import RateDiffers
from generator.audit.tolerance import Agreement
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class RateTruncated(RateDiffers):
    """Rates that follow from their formulas only when digits are cut off."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "rate-truncated",
        N_("{figure}: printed {printed}, cut off rather than rounded; more precisely {follows} ({arithmetic})."),
        N_("Leave it, if it was typed as printed."),
        Severity.NOTE,
        title=N_("A rate was cut off instead of rounded"),
        explanation=N_(
            "The printed digits are right, but the next one would have rounded the last of them up. No reader is misled; it is noted, so that nobody takes "
            "the difference for a mistake."
        ),
    )
    agreement = Agreement.TRUNCATED
