"""What the editor is told: where the files are kept, which kinds of files there are, and which form each has.

In: the catalogue. Out: the configuration of Decap CMS, in one language; JSON as text is made of it elsewhere.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from generator.editor.fields import Field, fields_of
from generator.i18n.messages import N_, template
from generator.model.archive_description import ArchiveDescription
from generator.model.catalogue import Catalogue
from generator.model.form import Form
from generator.model.indicator import Area, Breakdown, Indicator, Measure
from generator.model.narrative import GlossaryEntry
from generator.model.report import Report
from generator.model.site import Editor, Repository, SiteDescription
from generator.model.target import Target
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.unit import Unit

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
            "locales": list(catalogue.languages),
            "default_locale": DEFAULT_LANGUAGE,
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


_FOLDERS: tuple[tuple[str, str, str, str, type[BaseModel], bool], ...] = (
    ("reports", N_("Reports: figures"), "{{unit}}/{{period}}", "{{unit}} · {{period}}", Report, True),
    ("units", N_("Units"), "", "{{names.vi}}", Unit, True),
    ("targets", N_("Targets"), "", "{{filename}}", Target, False),
    ("indicators", N_("Indicators"), "", "{{filename}}", Indicator, False),
    ("forms", N_("Forms"), "", "{{names.vi}}", Form, True),
)
"""Folders of `data/`: name, label, path of a new file below it, how an entry is called, model, and whether a file is one entry."""
_FILES: tuple[tuple[str, str, str, type[BaseModel], bool], ...] = (
    ("glossary", N_("Glossary"), "content/glossary.yml", GlossaryEntry, False),
    ("areas", N_("Areas of reform"), "data/areas.yml", Area, False),
    ("measures", N_("Units of measure"), "data/measures.yml", Measure, False),
    ("breakdowns", N_("Breakdowns"), "data/breakdowns.yml", Breakdown, False),
    ("site", N_("This site"), "data/site.yml", SiteDescription, True),
    ("archive", N_("Snapshots"), "data/archive.yml", ArchiveDescription, True),
)


def _collections(catalogue: Catalogue, lang: str) -> list[dict[str, Any]]:
    """The kinds of files, narratives first: those are what staff edit most."""
    found = [_narratives(lang), _plain_pages(lang)]
    for name, title, path, summary, model, is_one in _FOLDERS:
        collection = {
            "name": name,
            "label": template(lang, title),
            "folder": f"data/{name}",
            "extension": "yml",
            "format": YAML_FORMAT,
            "create": is_one,
            "slug": "{{unit}}-{{period}}" if path else "{{fields.id}}" if is_one else "{{slug}}",
            "identifier_field": "unit" if path else "id" if is_one else ENTRIES,
            "summary": summary,
            "fields": _form(catalogue, model, lang, is_one=is_one),
        }
        found.append(collection | ({"path": path} if path else {}))
    files = [
        {
            "name": name,
            "label": template(lang, title),
            "file": file,
            "fields": _form(catalogue, model, lang, is_one=is_one),
        }
        for name, title, file, model, is_one in _FILES
    ]
    found.append(
        {"name": "common", "label": template(lang, N_("For the whole site")), "format": YAML_FORMAT, "files": files}
    )
    return found


def _form(catalogue: Catalogue, model: type[BaseModel], lang: str, *, is_one: bool) -> list[Field]:
    fields = fields_of(model, lang, catalogue.languages)
    if is_one:
        return fields
    inner = {"name": ENTRIES, "label": template(lang, N_("Entries")), "widget": "list", "collapsed": True}
    head = next((name for name in ("names", "term", "name") if name in model.model_fields), "indicator")
    told = f"{{{{fields.{head}.vi}}}}" if head != "indicator" else "{{fields.indicator}}"
    return [inner | {"minimize_collapsed": True, "summary": f"{{{{fields.id}}}} · {told}", "fields": fields}]


def _narratives(lang: str) -> dict[str, Any]:
    return {
        "name": "narratives",
        "label": template(lang, N_("Reports: prose")),
        "folder": "content",
        "path": "reports/{{unit}}/{{period}}/{{section}}",
        "extension": "md",
        "format": PROSE_FORMAT,
        "i18n": True,
        "create": False,
        "delete": False,
        "identifier_field": "body",
        "slug": "{{slug}}",
        "summary": "{{dirname}}/{{filename}}",
        "fields": [_prose(lang)],
    }


def _plain_pages(lang: str) -> dict[str, Any]:
    return _narratives(lang) | {
        "name": "pages",
        "label": template(lang, N_("Pages of the site")),
        "path": "{{slug}}",
        "summary": "{{filename}}",
    }


def _prose(lang: str) -> Field:
    return {"name": "body", "label": template(lang, N_("Text")), "widget": "rr-prose", "i18n": True, "required": False}
