"""What is wrong with a snapshot: a bag, its one file, its signature, or what it says of itself."""

from __future__ import annotations

from dataclasses import replace

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("Snapshots in the archive")

_RESTORE = N_("Do not mend the copy: take another copy of the snapshot, verify it, and replace this one.")

_KINDS = (
    ProblemKind(
        "bag-missing-file",
        N_("“{file}” is missing: {manifest} lists it."),
        _RESTORE,
        title=N_("File missing from a snapshot"),
        explanation=N_(
            "A snapshot carries a list of all its files. A file of the list is not there: it was deleted, renamed, or lost when the snapshot was copied."
        ),
    ),
    ProblemKind(
        "bag-altered-file",
        N_("“{file}” was altered: its checksum is not the one in {manifest}."),
        _RESTORE,
        title=N_("File of a snapshot was altered"),
        explanation=N_(
            "The checksum of the file differs from the one written down when the snapshot was taken. One changed letter is enough, and so is one bit that a disk lost."
        ),
    ),
    ProblemKind(
        "bag-unreadable-file",
        N_("“{file}” cannot be read: {reason}."),
        _RESTORE,
        title=N_("File of a snapshot cannot be read"),
        explanation=N_(
            "The file is listed and there, but its bytes cannot be had: the disk has a fault, the file may not be read, or the zip is damaged at this place."
        ),
    ),
    ProblemKind(
        "bag-added-file",
        N_("“{file}” was added: {manifest} does not list it."),
        N_(
            "Look at who put it there. A snapshot holds only what was in it on the day it was taken; take the file out."
        ),
        title=N_("File added to a snapshot"),
        explanation=N_(
            "The snapshot holds a file that its list does not name: somebody put it there, by mistake or on purpose."
        ),
    ),
    ProblemKind(
        "bag-left-behind",
        N_("“{file}” was left by a file manager, not by whoever made the snapshot (such files in all: {number})."),
        N_(
            "Delete these files and verify again; nothing else needs to be done. On macOS and Linux: find FOLDER \\( -name .DS_Store -o -name '._*' -o -iname Thumbs.db -o -iname desktop.ini \\) -delete"
        ),
        title=N_("Files of a file manager in a snapshot"),
        explanation=N_(
            "Finder, Explorer and other file managers leave files of their own wherever they show a folder: .DS_Store, ._…, Thumbs.db, desktop.ini. They change nothing of the snapshot, whose own files are looked at all the same, but they do not belong to it, and by its name alone nobody can say what such a file holds."
        ),
    ),
    ProblemKind(
        "zip-packed-on-mac",
        N_("This zip was packed again on a Mac, which added “{file}” and the like (such files in all: {number})."),
        N_(
            "Take the zip as it was published. If there is none left: unpack this one, delete the folder __MACOSX, and verify the unpacked folder."
        ),
        title=N_("Zip packed again on a Mac"),
        explanation=N_(
            "Where the Finder packs a folder, it adds a folder __MACOSX with a file for each file. The files of the snapshot may be whole, and are looked at all the same, but the zip is another one than was published, and its checksum can never be the recorded one."
        ),
    ),
    ProblemKind(
        "bag-special-file",
        N_("“{file}” is a link or a device, not a file."),
        N_("A snapshot holds plain files and folders only. Put the file itself in its place, or take it out."),
        title=N_("Link or device in a snapshot"),
        explanation=N_(
            "A link may lead out of the snapshot, to whatever another machine has there. So links, pipes and devices are never followed, and not allowed."
        ),
    ),
    ProblemKind(
        "bag-no-payload",
        N_("There is no folder data/ in it."),
        N_("Name the folder of a bag (the one with bagit.txt and data/) or its zip."),
        title=N_("Snapshot without content"),
        explanation=N_(
            "What a bag keeps stands in its folder data/. Without it there is nothing to verify or to seal."
        ),
    ),
    ProblemKind(
        "bag-declaration",
        N_("bagit.txt is not the declaration of a bag."),
        N_(
            "It must hold two lines, “BagIt-Version: 1.0” and “Tag-File-Character-Encoding: UTF-8”. Take another copy of the snapshot."
        ),
        title=N_("Declaration of a bag missing or wrong"),
        explanation=N_(
            "By the two lines of bagit.txt, programs know that a folder is a bag and how its lists are to be read. The file is missing or says something else."
        ),
    ),
    ProblemKind(
        "bag-no-manifest",
        N_("There is no {file}, the list of files with checksums."),
        N_("A bag holds a file manifest-sha512.txt, or one of another known kind. Take another copy of the snapshot."),
        title=N_("No list of files"),
        explanation=N_(
            "What a bag should hold is written in its files manifest-….txt. Without any of them, nothing can be proved."
        ),
    ),
    ProblemKind(
        "bag-unknown-algorithm",
        N_("“{file}” has checksums of a kind that is not known here and was not checked."),
        N_("Check it with a program that knows the kind; other lists of the bag were checked."),
        Severity.WARNING,
        title=N_("Checksums of an unknown kind"),
        explanation=N_(
            "The name of a list says how its checksums are computed. This one names a way that we do not know."
        ),
    ),
    ProblemKind(
        "bag-malformed-line",
        N_("This line cannot be read: {line}"),
        N_(
            "A list has a checksum and a path in each line, bag-info.txt a label and a value. Take another copy of the snapshot."
        ),
        title=N_("Line of a list that cannot be read"),
        explanation=N_(
            "A line of a list or of bag-info.txt is not of the form that the standard asks for, so it says nothing."
        ),
    ),
    ProblemKind(
        "bag-malformed-text",
        N_("“{file}” is not a text in {encoding}, or larger than any such file."),
        _RESTORE,
        title=N_("List that is not text"),
        explanation=N_(
            "Lists and bag-info.txt are texts in the encoding that bagit.txt names. The bytes of this one are not."
        ),
    ),
    ProblemKind(
        "bag-unsafe-path",
        N_("“{path}” leads out of the snapshot, or where no path may lead."),
        N_("Do not unpack this snapshot: it was tampered with, or made by a program at fault."),
        title=N_("Path that leads out of a snapshot"),
        explanation=N_(
            "Paths in lists and zips must stay where they belong: no “..”, no beginning at the root or a drive, what is kept below data/ and lists beside it. Others could overwrite files elsewhere, so nothing of them is read."
        ),
    ),
    ProblemKind(
        "bag-listed-twice",
        N_("“{path}” is listed twice."),
        _RESTORE,
        title=N_("File listed twice"),
        explanation=N_("A list names the same file in two lines. Then nobody can say which checksum counts."),
    ),
    ProblemKind(
        "bag-oxum",
        N_("bag-info.txt speaks of {stated} (bytes and files); there are {found}."),
        _RESTORE,
        title=N_("Sum of files and bytes does not agree"),
        explanation=N_(
            "Payload-Oxum is a quick check: how many bytes and how many files the snapshot holds. It does not agree with what is there."
        ),
    ),
    ProblemKind(
        "bag-other-edition",
        N_("This is the snapshot {found}, not {wanted}."),
        N_("Look for a copy of {wanted} and give every folder and zip the name of its own edition."),
        title=N_("Snapshot of another edition"),
        explanation=N_("The name of the folder or zip promises one edition, and what is in it says another."),
    ),
    ProblemKind(
        "bag-not-as-recorded",
        N_("The lists of the snapshot {edition} are not the ones recorded when it was taken."),
        N_(
            "Files and lists may both have been changed. Take another copy, whose tagmanifest-sha512.txt has the checksum in data/vintages/{edition}.yml."
        ),
        title=N_("Snapshot differs from the record"),
        explanation=N_(
            "Where files and their lists were changed together, the lists show nothing. The record in data/vintages does: it has the checksum that the lists had on the day the snapshot was taken."
        ),
    ),
    ProblemKind(
        "zip-not-as-recorded",
        N_("The zip of the snapshot {edition} is not byte for byte the one that was recorded."),
        N_(
            "If nothing else is said, its content is whole, but it was packed anew or damaged where no file is. Take another copy with the checksum in data/vintages/{edition}.yml."
        ),
        title=N_("Zip differs from the record"),
        explanation=N_(
            "The checksum of the whole zip is recorded as well. A zip that was unpacked and packed again holds the same files but is another zip, and so is one damaged between its files."
        ),
    ),
    ProblemKind(
        "no-such-snapshot",
        N_("There is no snapshot “{path}”."),
        N_("Name the folder of a bag, its zip, or an edition that is in the store (2023, 2023.2)."),
        title=N_("No such snapshot"),
        explanation=N_("Neither a folder nor a zip of this name is there, and the store has no edition of it."),
    ),
    ProblemKind(
        "zip-unreadable",
        N_("This is not a zip that can be read: {reason}."),
        N_("It was not copied to its end, or is another kind of file. Take another copy."),
        title=N_("Zip cannot be read"),
        explanation=N_(
            "The list of contents at the end of the zip is missing or damaged, so nothing in it can be found."
        ),
    ),
    ProblemKind(
        "zip-without-folder",
        N_("“{file}” does not stand in the one folder that the zip must hold."),
        N_("Pack the folder of the bag, not what is in it."),
        title=N_("Zip without its one folder"),
        explanation=N_(
            "The zip of a snapshot holds one folder, so that unpacking it makes one folder and scatters nothing."
        ),
    ),
    ProblemKind(
        "zip-listed-twice",
        N_("“{file}” is in the zip twice."),
        N_("Take another copy; programs would unpack one or the other."),
        title=N_("File twice in a zip"),
        explanation=N_(
            "Two files in the zip have one name. What is verified and what is unpacked could be different things."
        ),
    ),
    ProblemKind(
        "zip-encrypted",
        N_("“{file}” is encrypted or packed in a way that is not read here."),
        N_("A snapshot is packed without password, as every program can unpack it."),
        title=N_("Encrypted or unusual zip"),
        explanation=N_(
            "Snapshots must open without us and without a secret. This zip needs a password or a rare program."
        ),
    ),
    ProblemKind(
        "zip-too-large",
        N_("The zip claims to unpack to {size} bytes, more than its own size allows."),
        N_("It was made to fill disks. Do not unpack it."),
        title=N_("Zip that would fill the disk"),
        explanation=N_(
            "A small file can unpack to more than any disk holds. The sizes that a zip states are looked at before anything is unpacked."
        ),
    ),
    ProblemKind(
        "path-not-portable",
        N_("“{file}” cannot be kept on all systems: {expected}."),
        N_("Rename what it is made from. Letters a–z, digits, “.”, “_” and “-” are safe."),
        title=N_("File name that some systems refuse"),
        explanation=N_(
            "A snapshot must open on every system in twenty years. So names have ASCII signs that Windows allows, differ in more than capitals, and are not too long."
        ),
    ),
    ProblemKind(
        "signature-wrong",
        N_("The signature does not fit: the snapshot was altered after it was signed, or the signature is damaged."),
        _RESTORE,
        title=N_("Signature does not fit"),
        explanation=N_("The signature was made with the key it names, but for other lists than those in the snapshot."),
    ),
    ProblemKind(
        "signature-other-key",
        N_("The signature was made with another key ({key}) than the one given."),
        N_("Ask the archivist for the public key through a channel that you trust, and compare."),
        title=N_("Signed with another key"),
        explanation=N_("The signature may be whole, but it is not by the owner of the key that was given with --key."),
    ),
    ProblemKind(
        "signature-missing",
        N_("A key was given, but there is no signature “{path}”."),
        N_("Put the signature beside the snapshot, or name it with --signature."),
        title=N_("Signature missing"),
        explanation=N_(
            "This snapshot is expected to be signed. An unsigned copy may be whole, but does not prove who made it."
        ),
    ),
    ProblemKind(
        "signature-unchecked",
        N_("The signature was not checked: {expected}."),
        N_("Give the public key with --key FILE."),
        Severity.WARNING,
        title=N_("Signature not checked"),
        explanation=N_(
            "There is a signature beside the snapshot, but not what is needed to check it. The checksums were checked all the same."
        ),
    ),
    ProblemKind(
        "signature-expired",
        N_("The signature fits, but it or its key ({key}) has expired."),
        N_("Ask the archivist whether the key was in use on the day of the snapshot."),
        Severity.WARNING,
        title=N_("Signed with an expired key"),
        explanation=N_("Keys expire. A signature made before that stays valid."),
    ),
    ProblemKind(
        "signature-revoked",
        N_("The key of the signature ({key}) was revoked: its owner does not stand by it any more."),
        N_("Ask the archivist why, and for a signature with a key in use."),
        title=N_("Signed with a revoked key"),
        explanation=N_(
            "A key is revoked when it is lost or stolen. A thief may sign with it, so the signature proves nothing."
        ),
    ),
    ProblemKind(
        "signature-failed",
        N_("The snapshot could not be signed: {reason}."),
        N_("Look at what the tool says; the key may be missing, locked or expired. Nothing was written."),
        title=N_("Signing failed"),
        explanation=N_("Signing is done by gpg or minisign with your own key. The tool ended with an error."),
    ),
    ProblemKind(
        "signature-exists",
        N_("There is a signature already: “{path}”."),
        N_("To sign again, move the old signature elsewhere first, and keep it."),
        title=N_("Snapshot is signed already"),
        explanation=N_("A signature is evidence, so none is overwritten."),
    ),
    ProblemKind(
        "signing-tool-missing",
        N_("The program {tool} is not installed."),
        N_("Install it (Debian: apt-get install {package})."),
        title=N_("Program for signatures missing"),
        explanation=N_(
            "Signatures are made and checked with gpg or minisign, programs of their own that many systems bring."
        ),
    ),
    ProblemKind(
        "key-unusable",
        N_("“{path}” is not a key that {tool} can use."),
        N_(
            "A public key checks, a secret key signs. GPG: gpg --export --armor NAME > key.asc. Minisign: the file ending in .pub."
        ),
        title=N_("Key cannot be used"),
        explanation=N_("The file given with --key is missing, or is not a key of the tool that made the signature."),
    ),
)

_CONSEQUENCES = {
    Severity.ERROR: N_("An error: the snapshot is not proved to be what it was."),
    Severity.WARNING: N_("A warning: what could be checked was, and the rest is for you to look at."),
}
KINDS = tuple(replace(kind, consequence=_CONSEQUENCES[kind.severity]) for kind in _KINDS)
