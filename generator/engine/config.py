"""Reads what other stages must know from `mkdocs.yml`, without loading an engine or running anything the file names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml


class _ConfigLoader(yaml.SafeLoader):
    """Looks `!ENV` up and leaves names of Python objects out."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """The first variable of `!ENV [NAME, …, default]` that is set, else the default."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value))
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), default)


_ConfigLoader.add_constructor("!ENV", _env)
_ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, _suffix, _node: None)


def read_config(config_file: Path) -> dict[str, Any]:
    """The project's `mkdocs.yml`. Raises OSError."""
    read = yaml.load(config_file.read_text(encoding="utf-8"), Loader=_ConfigLoader)  # noqa: S506 - a safe loader
    return read if isinstance(read, dict) else {}


def read_site_url(config_file: Path) -> str:
    """Where the site will be published, ending in a slash; empty where the configuration does not say. Raises OSError."""
    url = str(read_config(config_file).get("site_url") or "")
    return url if not url or url.endswith("/") else f"{url}/"
