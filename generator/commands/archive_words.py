"""What `reform-reports archive` says: its help, and why a zip could not be added."""

from __future__ import annotations

from generator.i18n.messages import N_

NOT_KEPT = {
    "foreign": N_("{file} is whole, but it is not a snapshot that this program took."),
    "other": N_(
        "The store has another zip of the snapshot {edition}. Nothing was changed. If data/vintages records this one, move the other out of the "
        "store and add this one again: `archive list` says whether the one in the store is as recorded."
    ),
    "record": N_(
        "data/vintages/{edition}.yml cannot be read, so nothing proves {file}. Take the record back from git, then add it again. Nothing was changed."
    ),
    "removed": N_(
        "The snapshot {edition} was removed from the archive. To bring it back, take `removed:` out of its record first."
    ),
}
HELP = N_(
    "Keep the archive: list its editions, add one from a zip, remove one, make a recorded one again.\n\n"
    "An edition is a year (2023) or a correction of it (2023.2). `archive COMMAND --help` says more.\n\n"
    "\b\nExamples:\n"
    "  reform-reports archive list\n"
    "  reform-reports archive add /media/usb/reform-reports-2023.zip\n"
    "  reform-reports archive restore 2023"
)
LIST_HELP = N_(
    "List the editions with date, size, checksum, where each is, and whether its zip is what was recorded. `verify` looks at folders as well.\n\n"
    "Exit code: 0 all that is at hand is as recorded, 1 something is not."
)
ADD_HELP = N_(
    "Verify the zip of a snapshot and copy it into the store, with its signatures. One that nobody has recorded yet is recorded, from what "
    "is in it.\n\n"
    "\b\nExamples:\n"
    "  reform-reports archive add /media/usb/reform-reports-2023.zip"
)
REMOVE_HELP = N_(
    "Take a snapshot out of the archive. Its record stays, with the day and the reason, and its address tells both. What the store has of it "
    "is set aside.\n\n"
    "\b\nExamples:\n"
    '  reform-reports archive remove 2023 --reason-vi "Có thông tin cá nhân" --reason-en "Holds personal data"'
)
RESTORE_HELP = N_(
    "Make a recorded snapshot again: check its commit out into a folder apart, run the program of that commit there, and take what it makes "
    "only if its checksum is the recorded one.\n\n"
    "\b\nExamples:\n"
    "  reform-reports archive restore 2023\n"
    "  reform-reports archive restore --all"
)
