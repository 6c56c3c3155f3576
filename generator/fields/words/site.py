"""The site's own facts: where its sources are kept, whom readers write to."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Said
from generator.i18n.messages import N_
from generator.model.placed import Placed
from generator.model.site import Colours, Editor, LinkPatterns, Repository, SchemeColours, SiteDescription

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    LinkPatterns: {
        "edit": Said(
            N_("Edit"), N_("Where the host shows a file for editing; {path}, {branch} and {url} are filled in.")
        ),
        "view": Said(N_("View a line"), N_("Where the host shows a line of a file; {line} is filled in.")),
        "folder": Said(N_("View a folder"), N_("Where the host shows a folder; {path} is filled in.")),
        "issue": Said(N_("New issue"), N_("Where readers open an issue; {title} and {body} are filled in.")),
    },
    Repository: {
        "kind": Said(N_("Host"), N_("The software of the host that keeps the repository.")),
        "url": Said(N_("Address"), N_("The address of the repository, as a browser shows it.")),
        "branch": Said(N_("Branch"), N_("The branch that is published.")),
        "links": Said(
            N_("Addresses of pages"), N_("Only where the host is laid out otherwise than others of its kind.")
        ),
    },
    SchemeColours: {
        "masthead": Said(
            N_("Masthead"), N_("The colour behind the head of every page, on which white text stands: #0c4a4e.")
        ),
        "link": Said(N_("Links"), N_("The colour of links.")),
    },
    Colours: {
        "light": Said(N_("Light"), N_("The colours of the light scheme.")),
        "dark": Said(N_("Dark"), N_("The colours of the dark scheme.")),
    },
    Editor: {
        "app_id": Said(
            N_("Public name of the editor"),
            N_("Under which GitLab, Forgejo or Gitea know the editor, once it is registered there; it is no secret."),
        ),
        "sign_in": Said(
            N_("Server for signing in"),
            N_("Only for GitHub: the address of the small server that exchanges codes for tokens."),
        ),
    },
    SiteDescription: {
        "format": Said(
            N_("Format"), N_("The version of the formats in which the tree is written; a command brings it up to date.")
        ),
        "name": Said(N_("Name"), N_("What the site is called.")),
        "authority": Said(N_("Who publishes it"), N_("The authority that publishes the site.")),
        "level": Said(N_("Level"), N_("The level of that authority.")),
        "colours": Said(N_("Colours"), N_("The colours of the authority.")),
        "emblem": Said(N_("Emblem"), N_("The file of the emblem, in data/.")),
        "staff": Said(
            N_("Part for staff"), N_("Whether the documentation is published as a part of the site for staff.")
        ),
        "repository": Said(N_("Repository"), N_("Where the files of the site are kept and changed.")),
        "editor": Said(
            N_("Editor in the browser"), N_("How people sign in to edit at /admin/; without it the site has no editor.")
        ),
        "contact": Said(
            N_("Contact"), N_("The mail address of an office, never of a person, to which readers report errors.")
        ),
    },
}
