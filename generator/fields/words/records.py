"""Records of snapshots, which a command writes."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Said
from generator.i18n.messages import N_
from generator.model.placed import Placed
from generator.model.vintage import Removal, VintageRecord, ZipRecord

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    ZipRecord: {
        "size": Said(N_("Size"), N_("In bytes.")),
        "sha512": Said(N_("SHA-512"), N_("The checksum as sha512sum prints it.")),
    },
    Removal: {
        "date": Said(N_("Date"), N_("The day on which it was taken out.")),
        "reason": Said(N_("Reason"), N_("Why it was taken out."), long=True),
    },
    VintageRecord: {
        "edition": Said(N_("Edition"), N_("The year, and the number of a correction.")),
        "taken": Said(N_("Taken"), N_("The day on which it was taken.")),
        "commit": Said(N_("Commit"), N_("The state of the repository.")),
        "address": Said(N_("Address"), N_("Where the site stood.")),
        "reports": Said(N_("Reports"), N_("How many it holds.")),
        "figures": Said(N_("Figures"), N_("How many it holds.")),
        "pages": Said(N_("Pages held"), N_("How many it holds.")),
        "files": Said(N_("Files"), N_("How many it holds.")),
        "size": Said(N_("Size"), N_("In bytes.")),
        "manifest": Said(N_("Manifest"), N_("The checksum that covers every file of the bag.")),
        "zip": Said(N_("Zip"), N_("The snapshot as one file.")),
        "table": Said(N_("Frozen table"), N_("The checksum of the frozen table.")),
        "change": Said(N_("What changed"), N_("What a correction changed."), long=True),
        "removed": Said(N_("Removed"), N_("That it was taken out of the archive, when and why.")),
    },
}
