"""What the editor is told: where the files are kept, which kinds of files there are, and which form each has.

In: the catalogue. Out: the configuration of Decap CMS, in one language; JSON as text is made of it elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from generator.editor.fields import FormField, form_of, summary_of
from generator.fields.files import FILE_KINDS, FileKind
from generator.i18n.messages import N_, template
from generator.model.catalogue import Catalogue
from generator.model.site import Editor, Repository, SiteDescription
from generator.model.text import DEFAULT_LANGUAGE

YAML_FORMAT = "reform-yaml"
PROSE_FORMAT = "reform-markdown"
ENTRIES = "entries"
"""Under which name the form has the entries of a file that is a list."""
_SUGGESTED = "contribution"
"""With what the names of labels of pull requests begin."""


def settings(catalogue: Catalogue, lang: str, local: str | None) -> dict[str, Any]:
    """The configuration; `local` is the address at which this machine writes, None where a host of the repository does."""
    site = catalogue.site
    if local is not None:
        backend: dict[str, Any] = {"name": "proxy", "proxy_url": local, "branch": "main"}
    else:
        edited_at = site.edited_at if site else None
        backend = backend_of(*edited_at) if edited_at else {}
    return {
        "locale": lang,
        "backend": backend,
        "publish_mode": "simple" if local is not None else "editorial_workflow",
        "load_config_file": False,
        # Reports hold no pictures; the editor asks for a folder all the same.
        "media_folder": "content/media",
        "show_preview_links": False,
        "search": True,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "i18n": {
            "structure": "multiple_folders",
            # Decap takes the first "en/" of a path for the language, and there is a Thai Nguyen: ids have no capitals.
            "locales": [each.upper() for each in catalogue.languages],
            "default_locale": DEFAULT_LANGUAGE.upper(),
        },
        "collections": _collections(catalogue, lang),
    }


def asked_hosts(site: SiteDescription | None) -> tuple[str, ...]:
    """The hosts that a browser in which somebody edits asks for files; none where the site has no editor."""
    if site is None or site.edited_at is None:
        return ()
    repository, _ = site.edited_at
    parts = urlsplit(repository.url)
    return ("https://api.github.com",) if repository.kind == "github" else (f"{parts.scheme}://{parts.netloc}",)


def backend_of(repository: Repository, editor: Editor) -> dict[str, Any]:
    """How the editor signs people in at the host and asks it for files."""
    parts = urlsplit(repository.url)
    host, path = f"{parts.scheme}://{parts.netloc}", parts.path.strip("/")
    base: dict[str, Any] = {
        "name": repository.kind,
        "repo": path,
        "branch": repository.branch,
        "commit_messages": {
            "create": "{{collection}}: {{slug}} (mới / new)",
            "update": "{{collection}}: {{slug}}",
            "delete": "{{collection}}: {{slug}} (xóa / deleted)",
        },
        "cms_label_prefix": f"{_SUGGESTED}/",
    }
    if repository.kind == "github":
        exchange = urlsplit(editor.sign_in or "")
        base |= {
            "base_url": f"{exchange.scheme}://{exchange.netloc}",
            "auth_endpoint": exchange.path.strip("/") or "auth",
        }
        # What may write in public repositories only, and in a copy of one's own where one may not write here.
        return base | {"auth_scope": "public_repo", "open_authoring": True}
    base |= {"app_id": editor.app_id, "base_url": host, "auth_type": "pkce"}
    if repository.kind == "gitlab":
        return base | {"api_root": f"{host}/api/v4", "auth_endpoint": "oauth/authorize"}
    return base | {"api_root": f"{host}/api/v1", "open_authoring": True}


_FOLDERS: Mapping[str, tuple[str, str, str]] = {
    "report": (N_("Reports: figures"), "{{unit}}/{{period}}", "{{unit}} · {{period}}"),
    "unit": (N_("Units"), "", "{{names.vi}}"),
    "targets": (N_("Targets"), "", "{{filename}}"),
    "indicators": (N_("Indicators"), "", "{{filename}}"),
    "form": (N_("Forms"), "", "{{names.vi}}"),
}
"""Kinds of files that share a folder, in the order of the menu: label, path of a new file below it, and what a file is called."""


def _collections(catalogue: Catalogue, lang: str) -> list[dict[str, Any]]:
    """The kinds of files, narratives first: those are what staff edit most."""
    kinds = {each.name: each for each in FILE_KINDS if not each.by_program}
    found = [_narratives(lang), _plain_pages(lang)]
    found += [_folder(kinds[name], *_FOLDERS[name], catalogue, lang) for name in _FOLDERS]
    files = [
        {
            "name": each.name,
            "label": template(lang, each.label),
            "file": each.pattern,
            "fields": _form(each, catalogue, lang),
        }
        for name, each in kinds.items()
        if name not in _FOLDERS
    ]
    return [
        *found,
        {"name": "common", "label": template(lang, N_("For the whole site")), "format": YAML_FORMAT, "files": files},
    ]


def _folder(kind: FileKind, label: str, path: str, summary: str, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    folder = kind.pattern.split("/*")[0]
    slug = "{{unit}}-{{period}}" if path else "{{slug}}" if kind.is_list else "{{fields.id}}"
    made = {
        "name": folder.removeprefix("data/"),
        "label": template(lang, label),
        "folder": folder,
        "extension": "yml",
        "format": YAML_FORMAT,
        "create": not kind.is_list,
        "slug": slug,
        "identifier_field": "unit" if path else ENTRIES if kind.is_list else "id",
        "summary": summary,
        "fields": _form(kind, catalogue, lang),
    }
    return made | ({"path": path} if path else {})


def _form(kind: FileKind, catalogue: Catalogue, lang: str) -> list[FormField]:
    fields = form_of(kind.entry, lang, catalogue.languages)
    if not kind.is_list:
        return fields
    return [
        {
            "name": ENTRIES,
            "label": template(lang, N_("Entries")),
            "widget": "list",
            "collapsed": True,
            "minimize_collapsed": True,
            "summary": summary_of(fields),
            "fields": fields,
        }
    ]


def _narratives(lang: str) -> dict[str, Any]:
    return {
        "name": "narratives",
        "label": template(lang, N_("Reports: prose")),
        "folder": "content",
        "path": "reports/{{unit}}/{{period}}/{{section}}",
        "extension": "md",
        "format": PROSE_FORMAT,
        "i18n": True,
        "create": True,
        "delete": False,
        "identifier_field": "body",
        "slug": "{{slug}}",
        "summary": "{{dirname}}/{{filename}}",
        "fields": [_place(lang), _prose(lang)],
    }


def _plain_pages(lang: str) -> dict[str, Any]:
    return _narratives(lang) | {
        "name": "pages",
        "label": template(lang, N_("Pages of the site")),
        "path": "{{slug}}",
        "create": False,
        "summary": "{{filename}}",
        "fields": [_prose(lang)],
    }


def _place(lang: str) -> FormField:
    """Where a new text is chosen, and opened: no part of its file."""
    return {"name": "place", "label": template(lang, N_("Report and section")), "widget": "rr-place", "required": False}


def _prose(lang: str) -> FormField:
    return {"name": "body", "label": template(lang, N_("Text")), "widget": "rr-prose", "i18n": True, "required": False}
