"""The files of a new site: made from the answers, the templates and the words of the field. Nothing is written here."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import __version__
from generator.canonical.files import canonical_text
from generator.model.site import FORMAT
from generator.program_files import program_file
from generator.starting.answers import Answers, shades
from generator.starting.own_files import PIPELINES, is_ours, pipelines, signed
from generator.starting.vocabulary import start_vocabulary

_TEMPLATE: Final = ".j2"
_EXAMPLE: Final = "vi-du"
_MARKS = re.compile(r"([*_\[\]#~|])")
_FOR_EVERY_LANGUAGE = ("content/glossary.yml", "content/vi/method.md", "content/en/method.md")
"""What this project wrote of the field and every site may say."""


def files_of(answers: Answers) -> dict[str, bytes]:
    """The content of every file, by its path below the new folder. Raises OSError where the program is not whole."""
    start = program_file("site_templates") / "start"
    made: dict[str, bytes] = {}
    for source in sorted(path for path in start.rglob("*") if path.is_file()):
        name = source.relative_to(start).as_posix()
        if _EXAMPLE in name and not answers.with_example:
            continue
        path = _place_of(name.removesuffix(_TEMPLATE), answers)
        made[path] = canonical_text(path, _text_of(start, name, answers)).encode()
    made |= {f"data/{path}": text.encode() for path, text in start_vocabulary(_program_data()).items()}
    made |= {path: program_file(path).read_bytes() for path in _FOR_EVERY_LANGUAGE}
    made["requirements.lock"] = program_file("requirements.lock").read_bytes()
    made |= pipelines([answers.host] if answers.host else PIPELINES)
    if answers.emblem_file:
        made[f"data/{answers.emblem_file}"] = answers.emblem_content
    return {path: signed(content) if is_ours(path) else content for path, content in sorted(made.items())}


def _program_data() -> dict[str, str]:
    """The vocabulary that the program brings, by path below its `data/`."""
    data = program_file("data")
    found = [*data.glob("*.yml"), *data.glob("indicators/*.yml"), *data.glob("forms/*.yml")]
    return {path.relative_to(data).as_posix(): path.read_text(encoding="utf-8") for path in sorted(found)}


def _place_of(name: str, answers: Answers) -> str:
    return {"gitignore": ".gitignore", "ci-run": ".ci/run", "data/units/own.yml": f"data/units/{answers.unit}.yml"}.get(
        name, name
    )


def _text_of(start: Path, name: str, answers: Answers) -> str:
    if not name.endswith(_TEMPLATE):
        return (start / name).read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(start),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - none of these files is HTML; names are escaped for what they stand in
    )
    environment.filters["yaml"] = lambda text: json.dumps(text, ensure_ascii=False)
    environment.filters["text"] = lambda text: _MARKS.sub(r"\\\1", text)
    return environment.get_template(name).render(
        version=__version__,
        format=FORMAT,
        authority_vi=answers.authority["vi"],
        authority_en=answers.authority["en"],
        name_vi=answers.title["vi"],
        name_en=answers.title["en"],
        level=str(answers.level),
        unit=answers.unit,
        emblem=answers.emblem_file,
        host=answers.host,
        repository=answers.repository,
        **shades(answers),
    )
