"""What is wrong with a file as a whole."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("Files and folders")

KINDS = (
    ProblemKind(
        "no-root",
        N_("There is no {what} in “{root}”."),
        N_("Run the command in the project's folder, or name it with --root."),
        title=N_("Folder missing"),
        explanation=N_(
            "The command reads two folders, data/ and content/, in the current folder or the one named with --root. One of them is not there, so nothing could be read."
        ),
    ),
    ProblemKind(
        "not-utf8",
        N_("The file is not in UTF-8: byte {byte} does not fit."),
        N_("Save it again as UTF-8."),
        title=N_("File not in UTF-8"),
        explanation=N_(
            "Vietnamese letters are stored here as UTF-8 alone. Files saved by older programs (TCVN3, VNI, UTF-16) would show wrong letters, so they are not guessed at."
        ),
    ),
    ProblemKind(
        "empty-file",
        N_("The file is empty."),
        N_("Fill it in, or remove it."),
        title=N_("Empty file"),
        explanation=N_(
            "A file of data says at least what it is about, and a text says something. An empty one is mostly left over from a copy that did not finish."
        ),
    ),
    ProblemKind(
        "conflict-marks",
        N_("Here begins a place where two versions of the file were not brought together."),
        N_("Keep what is right of the two parts, and delete the lines of <<<<<<<, ======= and >>>>>>>."),
        title=N_("Marks of a merge conflict"),
        explanation=N_(
            "When git cannot bring two edits of one place together, it writes both into the file, with lines of signs around them. Somebody has to choose."
        ),
        wrong="<<<<<<< HEAD\nĐạt 97 %.\n=======\nĐạt 98 %.\n>>>>>>> main",
        right="Đạt 98 %.",
    ),
    ProblemKind(
        "unreadable-file",
        N_("The file cannot be read: {reason}."),
        N_("Give the user who runs the command the right to read it, or put a file in its place."),
        title=N_("File that cannot be opened"),
        explanation=N_(
            "The system refuses to hand the file over: it may belong to somebody else, or a folder bears a file's name. The message says which reason the system gives."
        ),
    ),
    ProblemKind(
        "misplaced-file",
        N_("The file should be called “{expected}”, after what stands in it."),
        N_("Rename the file, or correct what it says."),
        title=N_("File name and content disagree"),
        explanation=N_(
            "Units, forms and reports are found by their path: a report of ngan-son for 2022-Q3 is data/reports/ngan-son/2022-Q3.yml. Where the two disagree, one is wrong, and only you know which."
        ),
        wrong="data/units/ngan-son.yml:  id: ngan-so",
        right="data/units/ngan-son.yml:  id: ngan-son",
    ),
    ProblemKind(
        "unknown-file",
        N_("Nothing is read from this file."),
        N_("Move it to a folder that docs/formats.md names, or remove it."),
        title=N_("File that nothing reads"),
        explanation=N_(
            "The file lies where nothing looks for it, so what it says would be missing from the site without a word. Often the folder or the ending is mistyped (.yaml instead of .yml)."
        ),
        wrong="data/units/ngan-son.yaml",
        right="data/units/ngan-son.yml",
    ),
    ProblemKind(
        "file-too-large",
        N_("The file is larger than {most} KB."),
        N_("No file of ours needs as much; split it, or look what got into it."),
        title=N_("File too large to be read"),
        explanation=N_(
            "Files are bounded, so that one that grew by mistake, or was made to do harm, cannot stop the build for everybody."
        ),
    ),
    ProblemKind(
        "hidden-character",
        N_("There is a character that cannot be seen: {character}."),
        N_("Delete it and type the text anew; it often comes along with copied text."),
        title=N_("Character that cannot be seen"),
        explanation=N_(
            "Some characters show nothing but change what is read: control signs, signs that turn the direction of text, invisible spaces. A text with one is not what it looks like."
        ),
    ),
    ProblemKind(
        "look-alike-letter",
        N_("“{word}” has the letter {character} where “{meant}” will be meant."),
        N_("Type the word anew."),
        severity=Severity.WARNING,
        title=N_("Letter that only looks right"),
        explanation=N_(
            "Fonts and converters put letters into texts that look like Vietnamese ones and are others: ǎ for ă, the Icelandic Ð for Đ, Cyrillic letters in Latin words. Search and screen readers do not know such a word."
        ),
        wrong="names: {vi: \u00d0ồng Nai}",
        right="names: {vi: Đồng Nai}",
    ),
    ProblemKind(
        "symbolic-link",
        N_("This is a symbolic link, and links are not followed."),
        N_("Put the file itself in its place."),
        title=N_("Symbolic link in data or content"),
        explanation=N_(
            "A link may lead out of the project, to any file of the machine that builds the site. So none is followed, wherever it leads."
        ),
    ),
)
