"""What is wrong with the editions that a site is to publish beside its current pages."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("Archived years in the published site")

KINDS = (
    ProblemKind(
        "snapshot-altered",
        N_("“{file}” is not the snapshot {edition} that data/vintages/{edition}.yml records: {detail}"),
        N_(
            "Nothing is published until it matches. Move {file} out of the store and look at it; then put a whole copy there (reform-reports archive add ZIP), or make it again: reform-reports archive restore {edition}"
        ),
        title=N_("Snapshot differs from its record"),
        explanation=N_(
            "What is published under the year of a snapshot must be what was recorded when it was taken, byte for byte. This file is another one: damaged, exchanged or of another edition."
        ),
    ),
    ProblemKind(
        "snapshot-unknown",
        N_("The published site has the snapshot {edition}, but neither data/vintages nor the store knows it."),
        N_(
            "To keep it: reform-reports archive add {path}. To take it out for good: reform-reports archive remove {edition} --output {site}. A build never drops an archived year by itself."
        ),
        title=N_("Published snapshot without a record"),
        explanation=N_(
            "Addresses of archived pages never end by accident. The site that this build would replace has an edition of which nothing is recorded here: perhaps the record was not committed, or the tree is another one."
        ),
    ),
    ProblemKind(
        "snapshot-unrecorded",
        N_("The store has a snapshot {edition} that data/vintages does not record; it is not published."),
        N_("If it is to be published: reform-reports archive add {path}. Otherwise move it out of the store."),
        Severity.WARNING,
        title=N_("Snapshot in the store without a record"),
        explanation=N_(
            "Only recorded snapshots are published, because only of them the checksums are known. Perhaps the branch is older than the snapshot."
        ),
    ),
)
