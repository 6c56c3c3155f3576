"""What is wrong with what the site says of itself."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

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
)
