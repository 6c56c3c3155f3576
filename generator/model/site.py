"""What a site says of itself, in `data/site.yml`: whose it is, how it looks, where its sources are kept, and whom readers write to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.placed import Placed
from generator.model.text import Text
from generator.model.unit import Level

FORMAT = 2
"""The version of the formats that this program writes; `generator/upgrade/` brings older files to it."""

HostKind = Literal["github", "gitlab", "forgejo", "gitea"]
"""The software of the host that keeps the repository."""

ADDRESS_PATTERN = r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~+@%-]+)*$"
WebAddress = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN, max_length=300)]
"""A whole address without a slash, a question or an anchor at its end: other parts are added to it."""

BRANCH_PATTERN = r"^[\w][\w./+-]*$"
Branch = Annotated[str, StringConstraints(pattern=BRANCH_PATTERN, max_length=100)]

MAIL_PATTERN = r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
MailAddress = Annotated[str, StringConstraints(pattern=MAIL_PATTERN, max_length=200)]

LINK_PATTERN = r'^(\{url\}|https?://[A-Za-z0-9.-]+(:[0-9]+)?)([^\s{}<>"]|\{(url|branch|path|line|title|body)\})*$'
LinkPattern = Annotated[str, StringConstraints(pattern=LINK_PATTERN, max_length=300)]
"""An address in which words in braces stand for what is known of a page: `{url}/_edit/{branch}/{path}`."""

APP_ID_PATTERN = r"^[A-Za-z0-9-]+$"
AppId = Annotated[str, StringConstraints(pattern=APP_ID_PATTERN, max_length=100)]


COLOUR_PATTERN = r"^#[0-9a-f]{6}$"
Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)]
"""A colour as style sheets write it: `#0c4a4e`."""

EmblemFile = Literal["emblem.svg", "emblem.png"]
"""The file of the emblem, in `data/`."""


class LinkPatterns(Placed):
    """Where a host shows a file for editing, a line of it, a folder, and a new issue; None where the host is laid out as others of its kind are."""

    edit: LinkPattern | None = None
    view: LinkPattern | None = None
    folder: LinkPattern | None = None
    issue: LinkPattern | None = None


class Repository(Placed):
    """Where the files of the site are kept and changed."""

    kind: HostKind
    url: WebAddress
    branch: Branch = "main"
    links: LinkPatterns = LinkPatterns()


class Editor(Placed):
    """How the editor at `/admin/` signs people in. A site that says nothing of it has no editor.

    `app_id` is the public name under which GitLab, Forgejo or Gitea know the editor; it is no secret. GitHub signs nobody in without one, so
    there `sign_in` is the address of a small server that keeps it.
    """

    app_id: AppId | None = None
    sign_in: WebAddress | None = None


class SchemeColours(Placed):
    """The colours of a scheme: of the masthead, on which white text stands, and of links on the scheme's grounds."""

    masthead: Colour
    link: Colour


class Colours(Placed):
    """The colours of the light scheme and of the dark one."""

    light: SchemeColours
    dark: SchemeColours


class SiteDescription(Placed):
    """The site's own facts.

    `format` is the version of the formats that `data/` and `content/` are written in (`generator.upgrade`). `name` is what the site is called,
    `authority` who publishes it, at which `level`; `emblem` is the authority's, a file in `data/`. `staff` publishes the part for staff. `contact` is the mail address of an office, never
    of a person, to which readers report errors.
    """

    format: int | None = None
    name: Text | None = None
    authority: Text | None = None
    level: Level | None = None
    colours: Colours | None = None
    emblem: EmblemFile | None = None
    staff: bool = False
    repository: Repository | None = None
    editor: Editor | None = None
    contact: MailAddress | None = None

    @property
    def edited_at(self) -> tuple[Repository, Editor] | None:
        """Where the editor writes and how it signs people in; None where it cannot."""
        if self.repository is None or self.editor is None:
            return None
        needed = self.editor.sign_in if self.repository.kind == "github" else self.editor.app_id
        return (self.repository, self.editor) if needed else None
