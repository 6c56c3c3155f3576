"""`reform-reports init`: starts the site of another authority in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option
from generator.commands.asking import MISSING, Fault, ask, may_ask
from generator.commands.helps import INIT_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate
from generator.i18n.reasons import reason_of
from generator.model.unit import Level

if TYPE_CHECKING:
    from generator.starting.answers import Answers

_LEVELS = [str(each) for each in Level]
_HOSTS = ["github", "gitlab", "forgejo", "gitea"]
_WRONG = 2


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `init`."""

    def say(message: str, **values: object) -> str:
        return translate(default_lang, message, **values)

    @command.command("init", help=say(INIT_HELP))
    @click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
    @click.option("--name", metavar="TEXT", help=say(N_("Name of the authority in Vietnamese.")))
    @click.option("--name-en", metavar="TEXT", help=say(N_("Name of the authority in English.")))
    @click.option("--level", type=click.Choice(_LEVELS), help=say(N_("Level of the authority.")))
    @click.option(
        "--title", metavar="TEXT", help=say(N_("What the site is called in Vietnamese (default: from the name)."))
    )
    @click.option(
        "--title-en", metavar="TEXT", help=say(N_("What the site is called in English (default: from the name)."))
    )
    @click.option(
        "--colour", metavar="#RRGGBB", help=say(N_("Colour of the authority; readable shades are made of it."))
    )
    @click.option(
        "--emblem",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=say(N_("Emblem of the authority: SVG or PNG.")),
    )
    @click.option(
        "--host", type=click.Choice(_HOSTS), help=say(N_("Software of the host that will keep the repository."))
    )
    @click.option("--repository", metavar="URL", help=say(N_("Address of the repository in a browser.")))
    @click.option("--example/--empty", default=None, help=say(N_("Begin with an example report, or with none.")))
    @lang_option(default_lang)
    def init_command(folder: Path, lang: str | None, **given: object) -> None:
        console = Console(lang or default_lang, folder)
        with console.catching_faults(N_("init")):
            sys.exit(_start(folder, given, console))


def _start(folder: Path, given: Mapping[str, object], console: Console) -> int:
    from generator.starting.tree import files_of
    from generator.starting.writing import NotEmptyError, write_new

    answers = _answers(dict(given), console)
    if answers is None:
        return _WRONG
    try:
        write_new(folder, files_of(answers))
    except NotEmptyError:
        console.error(console.say(N_("{folder} is not empty. Nothing was written; name a new folder."), folder=folder))
        return _WRONG
    except OSError as error:
        console.error(
            console.say(
                N_("{folder} cannot be written: {reason}."), folder=folder, reason=console.say(reason_of(error))
            )
        )
        return 1
    console.out(
        console.say(
            N_("The site of {authority} begins in {folder}."), authority=_shown(answers, console), folder=folder
        )
    )
    console.out(console.say(_NEXT, folder=folder))
    return 0


def _shown(answers: Answers, console: Console) -> str:
    return answers.authority.get(console.lang, answers.authority["vi"])


def _answers(given: dict[str, object], console: Console) -> Answers | None:
    """What was given and, at a terminal, asked for; None after saying what is missing or wrong."""
    from generator.starting import answers as of

    asking = may_ask()
    asked: list[tuple[str, str, str, Fault]] = [
        ("name", N_("Name of the authority in Vietnamese"), "", of.fault_of_name),
        ("name_en", N_("Name of the authority in English"), "", of.fault_of_name),
        ("level", N_("Level of the authority ({levels})"), "", lambda text: "" if text in _LEVELS else of.NO_LEVEL),
        ("colour", N_("Its colour, such as #8a1c1c (Enter: ours)"), "-", of.fault_of_colour),
        ("emblem", N_("File of its emblem, SVG or PNG (Enter: none)"), "-", lambda _text: ""),
    ]
    missing, faults = [], []
    for key, question, default, fault_of in asked:
        option = f"--{key.replace('_', '-')}"
        if given[key] is None and asking:
            given[key] = _asked(console.say(question, levels=", ".join(_LEVELS)), default, fault_of, console)
        elif given[key] is None and not default:
            missing.append(option)
        elif given[key] is not None and (fault := fault_of(of.tidy(str(given[key])))):
            faults.append((option, fault))
    faults += [
        (f"--{key.replace('_', '-')}", fault)
        for key, fault_of in (
            ("title", of.fault_of_name),
            ("title_en", of.fault_of_name),
            ("repository", of.fault_of_address),
        )
        if given[key] is not None and (fault := fault_of(of.tidy(str(given[key]))))
    ]
    if given["repository"] and not given["host"]:
        missing.append("--host")
    for option in missing:
        console.error(console.say(MISSING, option=option))
    for option, fault in faults:
        console.error(f"{option}: {console.say(fault)}")
    return None if missing or faults else _made(given, console)


def _asked(question: str, default: str, fault_of: Fault, console: Console) -> str:
    """An answer; empty where it is the default, which stands for none."""

    def fault_of_said(text: str) -> str:
        return "" if text == default else fault_of(text)

    said = ask(question, default or None, fault_of_said, console, shown=False)
    return "" if said == default else said


def _made(given: Mapping[str, object], console: Console) -> Answers | None:
    from generator.load.emblem import RefusedEmblemError, read_emblem
    from generator.starting.answers import Answers, tidy, title_of

    def text(key: str) -> str:
        return tidy(str(given[key] or ""))

    authority = {"vi": text("name"), "en": text("name_en")}
    emblem, content, file = None, b"", ""
    if given["emblem"]:
        try:
            content = Path(str(given["emblem"])).expanduser().read_bytes()
            emblem = read_emblem(content)
        except OSError as error:
            console.error(f"--emblem: {console.say(reason_of(error))}")
            return None
        except RefusedEmblemError as error:
            reason = console.say(error.message)
            if error.line:
                reason = console.say(N_("{reason} (line {line})"), reason=reason, line=error.line)
            console.error(f"--emblem: {reason}")
            return None
        file = "emblem.png" if content.startswith(b"\x89PNG") else "emblem.svg"
    return Answers(
        authority=authority,
        level=Level(str(given["level"])),
        title={
            "vi": text("title") or title_of(authority["vi"], "vi"),
            "en": text("title_en") or title_of(authority["en"], "en"),
        },
        colour=text("colour"),
        emblem=emblem,
        emblem_file=file,
        emblem_content=content,
        host=given["host"] if given["host"] in _HOSTS else None,  # type: ignore[arg-type]
        repository=text("repository"),
        with_example=bool(given["example"]),
    )


_NEXT = N_(
    "Next:\n"
    "  cd {folder}\n"
    '  git init && git add . && git commit -m "Start"\n'
    "  make test      check it and build it once\n"
    "  make serve     look at it while you edit"
)
