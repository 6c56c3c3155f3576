"""Brings the message catalogues up to date with the texts in code and templates.

New texts get an empty translation, texts that are gone leave; nothing is guessed. Usage: make messages
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
METHODS = [("generator/**.py", "python"), ("site_templates/pages/**.j2", "jinja2")]
OPTIONS = {
    "site_templates/pages/**.j2": {"comment_start_string": "{##", "comment_end_string": "##}", "silent": "false"}
}
KEYWORDS = {"N_": None, "_": None, "n_": (1, 2), "translate_plural": (2, 3), "say_number": (1, 2)}


def extract_messages() -> Catalog:
    """The texts of code and templates, in the order in which they stand."""
    found = Catalog(project="reform-reports", charset="utf-8")
    for _file, _line, message, _comments, context in extract_from_dir(
        ROOT, method_map=METHODS, options_map=OPTIONS, keywords=KEYWORDS, directory_filter=_is_ours
    ):
        found.add(message, context=context)
    return found


def _is_ours(folder: str) -> bool:
    return not Path(folder).name.startswith(".") and Path(folder).name not in {"site", "tests", "build.egg-info"}


def main() -> int:
    """Update every catalogue; 1 if any lacks a translation."""
    template = extract_messages()
    lacking = 0
    for path in sorted((ROOT / "generator" / "locale").glob("*/LC_MESSAGES/messages.po")):
        lang = path.parts[-3]
        with path.open("rb") as file:
            catalogue = read_po(file, locale=lang)
        made = catalogue.creation_date
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.creation_date = catalogue.revision_date = made
        catalogue.project, catalogue.version = "reform-reports", ""
        catalogue.msgid_bugs_address, catalogue.last_translator, catalogue.language_team = "", "", lang
        catalogue.obsolete.clear()
        catalogue.header_comment = (
            f"# Interface texts of reform-reports ({lang}). Made by `make messages`; translate msgstr."
        )
        missing = [message.id for message in catalogue if message.id and not all(_strings(message.string))]
        with path.open("wb") as file:
            write_po(file, catalogue, width=0, no_location=True, omit_header=False, include_previous=False)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {len(missing)} without translation")
        lacking += len(missing)
    return 1 if lacking else 0


def _strings(translation: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [translation or ""] if not isinstance(translation, (list, tuple)) else list(translation)


if __name__ == "__main__":
    sys.exit(main())
