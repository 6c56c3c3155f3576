"""Writes the pages that list every command and its options: docs/commands.md in English, docs/lenh.md in Vietnamese.

Usage: make checks
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli import make_command
from generator.click_words import speak
from generator.commands.later import LaterGroup

ROOT = Path(__file__).resolve().parent.parent
FILES = {"en": "docs/commands.md", "vi": "docs/lenh.md"}
_WORDS = {
    "en": {
        "title": "Commands",
        "made": "Made by `make checks`; do not edit.",
        "lead": "What `.venv/bin/reform-reports COMMAND --help` says, of every command. `--lang vi` and `--lang en` choose the language of each.",
        "option": "option",
        "does": "does",
    },
    "vi": {
        "title": "Các lệnh",
        "made": "Do `make checks` tạo ra; không sửa tay.",
        "lead": "Nội dung mà `.venv/bin/reform-reports COMMAND --help` hiển thị, của mọi lệnh. `--lang vi` và `--lang en` chọn ngôn ngữ của từng lệnh.",
        "option": "tùy chọn",
        "does": "tác dụng",
    },
}


def commands_page(lang: str) -> str:
    """The page in a language."""
    words = _WORDS[lang]
    speak(lang)
    command = make_command(lang)
    lines = [f"<!-- {words['made']} -->", "", f"# {words['title']}", "", words["lead"]]
    context = click.Context(command, info_name="reform-reports")
    for name, found in _all(command, context):
        lines += ["", f"## {name}", "", *_help(found.help or ""), *_options(found, context, words)]
    return "\n".join(lines) + "\n"


def _all(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    """Every command, and of groups those below, by what is typed after the program's name."""
    for name in sorted(group.commands):
        if isinstance(group, LaterGroup):
            _, found, _ = group.resolve_command(context, [name])
        else:
            found = group.commands[name]
        assert found is not None  # noqa: S101 - it was just listed
        yield name, found
        if isinstance(found, click.Group):
            yield from ((f"{name} {below}", each) for below, each in _all(found, context))


def _help(text: str) -> Iterator[str]:
    """Help as Markdown: what must keep its lines is a block."""
    for part in re.split(r"\n\n", text.strip()):
        if part.startswith("\b\n"):
            head, *lines = part.removeprefix("\b\n").split("\n")
            yield from (head, "", *(f"    {line.strip()}" for line in lines), "")
        else:
            yield from (_plain(part.replace("\n", " ")), "")


def _options(command: click.Command, context: click.Context, words: dict[str, str]) -> Iterator[str]:
    found = [each for each in command.params if isinstance(each, click.Option) and each.help]
    if not found:
        return
    yield from (f"| {words['option']} | {words['does']} |", "|---|---|")
    for each in found:
        record = each.get_help_record(context)
        if record:
            yield f"| `{record[0].replace('|', '/')}` | {_plain(record[1]).replace('|', '/')} |"


def _plain(text: str) -> str:
    """Words in Markdown, in which nothing marks anything up."""
    return re.sub(r"([<*_])", r"\\\1", " ".join(text.split()))


def main() -> None:
    """Write the page of each language."""
    for lang, name in FILES.items():
        (ROOT / name).write_text(commands_page(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
