"""More done than was planned, where that cannot be."""

from __future__ import annotations

from generator.audit.bounds import BoundCheck
from generator.i18n.messages import N_
from generator.model.indicator import BoundKind
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class DoneExceedsPlan(BoundCheck):
    """Holds what was done against what was planned or allocated."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "done-exceeds-plan",
        N_("{figure}: printed {printed}, more than was planned ({bound}: {limit})."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("More was done than planned"),
        explanation=N_(
            "The indicator counts what was done of a plan, as its `within` with `as: plan` says, and the report states more done than planned. "
            "Revenue and the like, which may well go beyond a plan, have no such bound."
        ),
    )
    bound = BoundKind.PLAN
