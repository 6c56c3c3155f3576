"""What is wrong with what the site says of itself."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind, Severity

THEME = N_("The site and its repository")

KINDS = (
    ProblemKind(
        "bad-address",
        N_("“{written}” is not the address of a repository."),
        N_("Copy it from the address bar of the repository's first page: https://…, without a slash at its end."),
        title=N_("Not the address of a repository"),
        explanation=N_(
            "Every page leads from a figure or a sentence to the file that holds it. For that `url` is the address at which people open the repository in a browser, not the one by which git fetches it."
        ),
        wrong="url: git@git.example.gov.vn:cchc/bao-cao.git",
        right="url: https://git.example.gov.vn/cchc/bao-cao",
    ),
    ProblemKind(
        "bad-branch",
        N_("“{written}” cannot be the name of a branch."),
        N_("Write the branch that the site is published from, mostly main."),
        title=N_("Not a branch"),
        explanation=N_(
            "Links from pages to their files lead to one branch, from which the site is published. Its name has letters, digits, dots, hyphens and slashes."
        ),
        wrong="branch: nhánh chính",
        right="branch: main",
    ),
    ProblemKind(
        "bad-mail-address",
        N_("“{written}” is not a mail address."),
        N_("Write the address of an office, such as cchc@example.gov.vn."),
        title=N_("Not a mail address"),
        explanation=N_(
            "Readers without an account at the repository's host report errors by mail. The address is published, so it is that of an office and never of a person."
        ),
        wrong="contact: Văn phòng <cchc@example.gov.vn>",
        right="contact: cchc@example.gov.vn",
    ),
    ProblemKind(
        "bad-link-pattern",
        N_("“{written}” cannot be the pattern of an address."),
        N_("Begin with https://, or with url in braces; docs/formats.md lists the words that may stand in braces."),
        title=N_("Not the pattern of an address"),
        explanation=N_(
            "A host that is laid out in its own way gets patterns of its own: an address in which words in braces stand for what is known of a page. Other words mean nothing, and other beginnings would let a page run what somebody proposed."
        ),
        wrong='edit: "edit/{file}"',
        right='edit: "{url}/_edit/{branch}/{path}"',
    ),
    ProblemKind(
        "bad-colour",
        N_("“{written}” is no colour that a page can be painted with."),
        N_('Write it as a hash and six digits or letters from a to f, in quotes: "#0c4a4e".'),
        title=N_("Not a colour"),
        explanation=N_(
            "A colour is written as style sheets write it: how much red, green and blue, two digits each, in lower case."
        ),
        wrong="masthead: dark red",
        right='masthead: "#8a1c1c"',
    ),
    ProblemKind(
        "low-contrast",
        N_("{colour} has a contrast of {contrast} with {ground}; people with weak eyes need 4.5."),
        N_("Take {readable}, the nearest that can be read, or another colour."),
        title=N_("A colour that cannot be read"),
        explanation=N_(
            "White text stands on the masthead, and links stand on the grounds of their scheme. WCAG 2.2 asks for a contrast of 4.5 to 1 at level AA."
        ),
        wrong='link: "#7ed3cb"',
        right='link: "#00626a"',
    ),
    ProblemKind(
        "missing-emblem",
        N_("There is no file {file}."),
        N_("Put the emblem there, or take the line out."),
        title=N_("The emblem is not there"),
        explanation=N_(
            "The site shows an emblem of its authority, a file beside data/site.yml. A symbolic link is not followed."
        ),
    ),
    ProblemKind(
        "bad-emblem",
        N_("The emblem cannot be shown: {reason}."),
        N_("Export it as plain SVG with text as paths, or as PNG, below 256 KB."),
        title=N_("An emblem that cannot be shown"),
        explanation=N_(
            "A picture can hold programs and addresses of other hosts. So an emblem is taken apart and written anew: shapes, lines, paints and gradients of SVG, pixels of PNG. What could do more is refused."
        ),
    ),
    ProblemKind(
        "newer-format",
        N_("These files are written in format {written}; this version of the program knows up to {known}."),
        N_("Install a newer version: the line in requirements.in says which one this site uses."),
        title=N_("Files of a newer version"),
        explanation=N_(
            "`format` says in which version of the formats data/ and content/ are written. An older program would misread newer files, so it stops."
        ),
        wrong="format: 99",
        right="format: 2",
    ),
    ProblemKind(
        "old-format",
        N_("These files are written in format {written}; this version of the program writes {known}."),
        N_("reform-reports upgrade --dry-run says what would change, reform-reports upgrade changes it."),
        Severity.WARNING,
        title=N_("Files of an older version"),
        explanation=N_(
            "`format` says in which version of the formats data/ and content/ are written. Older files are read as long as they can be; an upgrade rewrites them, comments and all."
        ),
        wrong="format: 1",
        right="format: 2",
    ),
)
