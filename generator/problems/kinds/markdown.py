"""What of a Markdown text is not shown, or not as somebody will have meant it."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("Markdown")

KINDS = (
    ProblemKind(
        "front-matter",
        N_("The text begins with front matter, which nothing reads."),
        N_("Take it out, from the first line of signs to the second."),
        title=N_("Front matter"),
        explanation=N_(
            "Some programs keep title and date between two lines of --- at the head of a text. Here the path of the file says what the text is; front matter would stand on the page as a heading."
        ),
        wrong="---\ntitle: Tóm tắt\n---\n\nĐầu năm, …",
        right="Đầu năm, …",
    ),
    ProblemKind(
        "paragraph-too-complex",
        N_("The text has too many parts, or is nested too deeply, from here on."),
        N_("Write it more simply: fewer levels of lists and quotes, smaller tables."),
        title=N_("Text too complex"),
        explanation=N_(
            "How many words, cells and tags a text may have, and how deeply lists and quotes may stand in one another, is bounded, so that a page cannot stop the build. Real prose is far below the bounds."
        ),
    ),
    ProblemKind(
        "html-left-out",
        N_("The HTML element <{written}> is left out."),
        N_(
            "Write it in Markdown, or leave the tags out; words between them stay, programs and styles do not. Allowed: {allowed}."
        ),
        severity=Severity.WARNING,
        title=N_("HTML that is left out"),
        explanation=N_(
            "Content may come from anybody, so of HTML only harmless elements are shown. Scripts, styles, forms, frames and pictures are taken out. The site can be built."
        ),
        wrong='<font color="red">Quan trọng</font>',
        right="**Quan trọng**",
    ),
    ProblemKind(
        "tag-as-text",
        N_("“{written}” is no HTML; readers see it as it is typed, and the preview of the repository leaves it out."),
        N_("Write the words without the angle brackets, or \\< for the first of them."),
        severity=Severity.WARNING,
        title=N_("Angle brackets around words"),
        explanation=N_(
            "In Markdown a word between angle brackets is a tag of HTML. A host that does not know the tag drops it, and with it what was written. This site shows it, so that no word is lost. The site can be built."
        ),
        wrong="gửi <Phong Noi vu> trước ngày 15",
        right="gửi Phòng Nội vụ trước ngày 15",
    ),
    ProblemKind(
        "attribute-left-out",
        N_("The attribute {written} of <{tag}> is left out."),
        N_("Take it out. Allowed: {allowed}."),
        severity=Severity.WARNING,
        title=N_("Attribute that is left out"),
        explanation=N_(
            "Colours, sizes, classes and scripts in tags are taken out; how the site looks is decided in one place. The site can be built."
        ),
        wrong='<span style="color: red">12</span>',
        right="**12**",
    ),
    ProblemKind(
        "link-left-out",
        N_("The link to “{written}” is left out; its words are shown."),
        N_("Links may begin with {allowed}, or lead to a page or file of this site."),
        severity=Severity.WARNING,
        title=N_("Link that is left out"),
        explanation=N_(
            "A link may run a program in the reader's browser (javascript:) or open a file of the reader's machine (file:). Those are taken out. The site can be built."
        ),
        wrong="[Phụ lục](file:///C:/phu-luc.pdf)",
        right="[Phụ lục](https://khanhson.khanhhoa.gov.vn/phu-luc.pdf)",
    ),
    ProblemKind(
        "picture-left-out",
        N_("The picture “{target}” is not shown; its alternative text stands in its place."),
        N_("Say in words what the picture shows, or use a table or a chart; narratives have no pictures."),
        severity=Severity.WARNING,
        title=N_("Picture that is left out"),
        explanation=N_(
            "Pictures of tables and figures can be neither searched, read aloud nor checked, and those of other sites would tell them who reads here. So texts have no pictures; where one stood, its alternative text is read. The site can be built."
        ),
        wrong="![Biểu đồ hồ sơ](bieu-do.png)",
        right='{{ chart("dossiers-received") }}',
    ),
    ProblemKind(
        "stars-shown",
        N_("These stars mark nothing, and readers see them."),
        N_(
            "Put a space behind the closing stars, or the colon: **Result:** good, **Result**: good. For stars that are meant, write \\*\\*."
        ),
        severity=Severity.WARNING,
        title=N_("Stars that stay stars"),
        explanation=N_(
            "Two stars make bold letters where a word begins and ends. Between a colon and a letter, as in **Kết quả:**đạt, Markdown takes them for stars; every host shows them so, and so does this site."
        ),
        wrong="**Kết quả:**đạt",
        right="**Kết quả:** đạt",
    ),
    ProblemKind(
        "stars-between-digits",
        N_("In “{written}” the stars make slanting letters, and readers do not see them."),
        N_("Write × for times, or \\* for a star."),
        severity=Severity.WARNING,
        title=N_("Stars between digits"),
        explanation=N_(
            "A pair of stars marks what stands between them, between digits too: 5*3*2 is shown as 532. Every host shows it so, and so does this site."
        ),
        wrong="5*3*2",
        right="5 × 3 × 2",
    ),
    ProblemKind(
        "tildes-shown",
        N_("In the preview of some hosts these two tildes strike out what stands between them; here they do not."),
        N_("Write khoảng or ≈ for about, – for a range, and \\~ for a tilde."),
        severity=Severity.WARNING,
        title=N_("Tildes that some hosts take for a stroke"),
        explanation=N_(
            "A pair of tildes strikes out the words between them. Whether single ones inside words do so, hosts do not agree; so nobody can rely on either."
        ),
        wrong="~50 %, 40~50 %",
        right="khoảng 50 %, 40–50 %",
    ),
    ProblemKind(
        "indented-code",
        N_("Four spaces at the beginning of the line make this a block of program code."),
        N_("Begin the line at the margin; paragraphs need no indent."),
        severity=Severity.WARNING,
        title=N_("Indented text shown as code"),
        explanation=N_(
            "After a blank line, four spaces or a tab begin a block of code, which is shown letter for letter and does not wrap. Every host shows it so, and so does this site."
        ),
        wrong="    Trong quý, huyện …",
        right="Trong quý, huyện …",
    ),
    ProblemKind(
        "odd-space-in-text",
        N_("A special space ({character}) keeps this line from beginning a list, a heading or a quotation."),
        N_("Delete it and press the space bar instead; it comes along with text copied from Word or a web page."),
        severity=Severity.WARNING,
        title=N_("Special space at the beginning of a line"),
        explanation=N_(
            "No-break spaces and other special spaces look like any space. After the sign of a list, a heading or a quotation only a plain space counts; with another, the line is text, on every host and on this site."
        ),
    ),
    ProblemKind(
        "footnote-unused",
        N_("Nothing refers to the footnote “{name}”; it is shown at the end."),
        N_("Write [^{name}] where it belongs, or take the footnote out."),
        severity=Severity.WARNING,
        title=N_("Footnote that nothing refers to"),
        explanation=N_(
            "A footnote has two parts: the mark in the text and the note. Hosts drop a note without a mark; here it is shown, so that no word is lost."
        ),
        wrong="Theo báo cáo.\n\n[^1]: Số liệu quý III.",
        right="Theo báo cáo.[^1]\n\n[^1]: Số liệu quý III.",
    ),
    ProblemKind(
        "text-left-out",
        N_("These words are not shown: “{written}”."),
        N_(
            "A row has no more cells than the head of its table, a line like [name]: address only says where links lead, and of two footnotes of one name the first counts."
        ),
        severity=Severity.WARNING,
        title=N_("Words that are not shown"),
        explanation=N_(
            "Of a row of a table, cells beyond those of the head are dropped. A line that begins with a name in square brackets and a colon is the address of a link, and shows nothing; a second footnote of the same name neither. Every host does so, and so does this site."
        ),
        wrong="| Đơn vị |\n|---|\n| Khánh Sơn | 12 |",
        right="| Đơn vị | Hồ sơ |\n|---|---|\n| Khánh Sơn | 12 |",
    ),
)
