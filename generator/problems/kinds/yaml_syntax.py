"""What keeps a file from being YAML."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("YAML")

KINDS = (
    ProblemKind(
        "yaml-tab",
        N_("A tab stands where YAML wants spaces."),
        N_("Indent with spaces."),
        title=N_("Tab in YAML"),
        explanation=N_(
            "YAML tells by spaces what belongs to what, and forbids tabs because every editor shows them in another width."
        ),
    ),
    ProblemKind(
        "odd-space",
        N_("There is a space that YAML takes for a letter ({character}). Lines: {lines}."),
        N_("Delete it and press the space bar instead; it comes along with text copied from Word or a web page."),
        title=N_("Space that is no space to YAML"),
        explanation=N_(
            "No-break spaces and other special spaces look like any space. YAML takes them for letters, so that a line seems indented and is not, or a key seems to end and does not."
        ),
    ),
    ProblemKind(
        "yaml-documents",
        N_("A second document begins here (--- or ...)."),
        N_("A file holds one entry or one list: delete the line of signs, or put what follows into a file of its own."),
        title=N_("Two YAML documents in one file"),
        explanation=N_(
            "Three hyphens or dots in a line of their own separate documents of YAML. Only one is read from a file, and what stands in the second would be lost."
        ),
        wrong="id: a\n---\nid: b",
        right="id: a",
    ),
    ProblemKind(
        "yaml-quote",
        N_("A quote is opened here and never closed."),
        N_("Close the quote on the same line."),
        title=N_("Quote not closed"),
        explanation=N_(
            "Everything after an open quote counts as text, up to the next quote wherever it stands; so the error can show far below its cause. The place given is where the quote opens."
        ),
        wrong='1.2: "14.083',
        right='1.2: "14.083"',
    ),
    ProblemKind(
        "yaml-bracket",
        N_("A list or mapping in brackets is not closed or lacks a comma."),
        N_("Check brackets and commas from here on."),
        title=N_("Bracket not closed, or comma missing"),
        explanation=N_("Lists in [ ] and mappings in { } need their closing bracket and a comma between their parts."),
        wrong="names: {vi: Huyện Mẫu en: Sample District",
        right="names: {vi: Huyện Mẫu, en: Sample District}",
    ),
    ProblemKind(
        "yaml-indent",
        N_("The indentation does not fit the lines above."),
        N_("Align the keys of one entry in one column."),
        title=N_("Uneven indentation"),
        explanation=N_(
            "Keys of one entry begin in the same column. A key further left or right belongs to something else, or to nothing."
        ),
        wrong="id: ngan-son\n  level: district",
        right="id: ngan-son\nlevel: district",
    ),
    ProblemKind(
        "yaml-colon",
        N_("A colon followed by a space stands inside a text without quotes."),
        N_("Put the text in quotes."),
        title=N_("Colon inside a text without quotes"),
        explanation=N_(
            "A colon followed by a space separates a key from its value. In a title it must be told apart by quotes."
        ),
        wrong="title: Báo cáo: kết quả năm 2022",
        right='title: "Báo cáo: kết quả năm 2022"',
    ),
    ProblemKind(
        "yaml-no-colon",
        N_("A key is not followed by a colon."),
        N_("Write it as key: value."),
        title=N_("Key without a colon"),
        explanation=N_("A line of a mapping is a key, a colon, a space and a value."),
        wrong="level district",
        right="level: district",
    ),
    ProblemKind(
        "yaml-syntax",
        N_("This is not valid YAML: {reason}."),
        N_("Compare it with the example in docs/formats.md."),
        title=N_("Not valid YAML"),
        explanation=N_(
            "The file cannot be read as YAML from this place on. Often a text begins with a sign that means something in YAML (@ % & * ! |) and needs quotes."
        ),
        wrong="note: @UBND",
        right='note: "@UBND"',
    ),
    ProblemKind(
        "yaml-alias",
        N_("Anchors and aliases (& and *) are not used here."),
        N_("Write the value out."),
        title=N_("Anchor or alias"),
        explanation=N_(
            "With & and * YAML can repeat a part of a file elsewhere. Here every value is written where it counts: it can be found, and a small file cannot unfold into a huge one."
        ),
        wrong="parent: *tinh",
        right="parent: khanh-hoa",
    ),
    ProblemKind(
        "yaml-tag",
        N_("The tag “{tag}” is not read."),
        N_("Remove it. If the text itself begins with “!”, put it in quotes."),
        title=N_("Tag in YAML"),
        explanation=N_(
            "With a sign ! YAML can say of what type a value is. Here the key decides that, so a tag would be ignored, and with it what somebody meant by it."
        ),
        wrong="1.1: !!str 396",
        right='1.1: "396"',
    ),
    ProblemKind(
        "comma-in-braces",
        N_("“{text}” stands in braces without a value, because a comma ends a text there."),
        N_("Put the whole text in quotes, or add the value."),
        title=N_("Comma inside braces"),
        explanation=N_(
            "Inside braces a comma begins the next key. A text that holds one needs quotes, or its second half is taken for a key and lost."
        ),
        wrong="names: {vi: Huyện Mẫu, tỉnh Mẫu}",
        right='names: {vi: "Huyện Mẫu, tỉnh Mẫu"}',
    ),
    ProblemKind(
        "yaml-deep",
        N_("The file is nested too deeply."),
        N_("Compare it with the example in docs/formats.md, and take out what is nested needlessly."),
        title=N_("File nested too deeply"),
        explanation=N_(
            "No format here needs more than a few levels of lists and mappings. A file with very many is damaged or was not made for this program."
        ),
    ),
    ProblemKind(
        "duplicate-key",
        N_("“{key}” is given twice; first in line {first}."),
        N_("Keep one of them."),
        title=N_("Key given twice"),
        explanation=N_(
            "Of two equal keys YAML would silently keep the last one. With rows of a form that means that a figure disappears."
        ),
        wrong="1.1: 396\n1.1: 397",
        right="1.1: 396\n1.2: 397",
    ),
    ProblemKind(
        "too-many-values",
        N_("The file holds more than {most} values."),
        N_("No file of ours needs as many; split it, or look what got into it."),
        title=N_("Too many values in a file"),
        explanation=N_(
            "The number of values is bounded far above what real reports need, so that reading always comes to an end."
        ),
    ),
    ProblemKind(
        "text-too-long",
        N_("The text has {length} characters; at most {most} are read."),
        N_("Shorten it; longer texts belong in content/."),
        title=N_("Text too long"),
        explanation=N_(
            "Names, notes and titles are short. A very long one is mostly something that was pasted by mistake."
        ),
    ),
)
