"""More people in post than posts assigned, without a note that says why."""

from __future__ import annotations

from generator.audit.bounds import BoundCheck
from generator.i18n.messages import N_
from generator.model.indicator import BoundKind
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class PresentExceedsAssigned(BoundCheck):
    """Holds people in post against posts assigned."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "present-exceeds-assigned",
        N_("{figure}: printed {printed}, more than there are posts ({bound}: {limit}), and no note says why."),
        N_("Compare with the paper. If the report explains it, add a note to the figure."),
        Severity.NOTE,
        title=N_("More people are in post than posts were assigned"),
        explanation=N_(
            "The indicator counts people on assigned posts, as its `within` with `as: places` says. More people than posts can be right, but a report "
            "that has them explains them; with a note on either figure, nothing is found."
        ),
    )
    bound = BoundKind.PLACES
    excused_by_note = True
