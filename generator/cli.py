"""The command `reform-reports`: thin, it only reads arguments, calls a stage and prints.

A command imports what it needs when it runs, so that `--help` is there at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.click_words import port_type, say_as_typed, speak, speak_in_usage
from generator.commands import archive_option, form_option, strict_option
from generator.commands.later import LaterGroup, add_later
from generator.commands.sharing import Sharing, build_shared, sharing_options
from generator.ending import run_to_the_end
from generator.i18n.messages import N_, message_languages, preferred_language, translate
from generator.terminal import write_plain_where_needed

if TYPE_CHECKING:
    from generator.assembly.result import BuildResult
    from generator.console import Console

LANGUAGES = message_languages()
_Option = Callable[[Callable[..., None]], Callable[..., None]]


def main(arguments: list[str] | None = None) -> None:
    """Run the command. Exits 0 when all is well, 1 when there are errors, 2 when the command was used wrongly.

    Further 130 after Ctrl-C (128 + the number of any signal that ends it), and 141 where nobody reads any more what it prints.
    """
    write_plain_where_needed()
    given = sys.argv[1:] if arguments is None else arguments
    lang = _language(given)
    speak(lang)
    command = make_command(lang)
    speak_in_usage(command, lang)
    say_as_typed(command)
    run_to_the_end(command, given, lang)


def _language(arguments: list[str]) -> str:
    """The language asked for with --lang, before the arguments are read, so that --help speaks it too."""
    for number, argument in enumerate(arguments):
        wanted = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and number + 1 < len(arguments):
            wanted = arguments[number + 1]
        if wanted in LANGUAGES:
            return wanted
    return preferred_language(dict(os.environ), LANGUAGES)


def make_command(default_lang: str) -> click.Group:
    """The command with its help in a language."""

    def say(message: str, **values: object) -> str:
        return translate(default_lang, message, **values)

    root_option = click.option(
        "--root",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        metavar="DIR",
        help=say(N_("The tree with data/ and content/ (default: the current folder).")),
    )
    lang_option = click.option(
        "--lang", type=click.Choice(LANGUAGES), help=say(N_("Language of messages (default: that of your locale)."))
    )

    @click.group(
        cls=LaterGroup,
        help=say(_HELP),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @click.version_option(__version__, prog_name="reform-reports")
    @lang_option
    def command(lang: str | None) -> None:
        pass

    @command.command("build", help=say(_BUILD_HELP))
    @root_option
    @click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=say(N_("Where the site goes (default: site/ in the tree).")),
    )
    @click.option("--pdf", is_flag=True, help=say(N_("Print each report to PDF as well (needs Chromium or Chrome).")))
    @archive_option(default_lang)
    @form_option(default_lang)
    @strict_option(default_lang)
    @sharing_options(default_lang)
    @lang_option
    def build_command(
        root: Path,
        output: Path | None,
        pdf: bool,
        store: Path | None,
        form: str,
        strict: bool,
        sharing: Sharing,
        lang: str | None,
    ) -> None:
        from generator.assembly.start import build
        from generator.console import Console, for_editors, print_summary

        console = Console(lang or default_lang, root, form, brief=True)
        target = (output or root / sharing.folder).resolve()
        if sharing.is_asked:
            sys.exit(build_shared(root.resolve(), target, sharing, console, pdf=pdf, strict=strict, archive=store))
        with console.catching_faults(N_("build")):
            result = build(
                root.resolve(), target, console.progress, pdf=pdf, strict=strict, archive=store, again=form != "text"
            )
        console.tell(
            for_editors(result.problems) if form == "text" else result.problems, result.reports, result.figures
        )
        print_summary(result, console, output or root / "site")
        _remind(result, console)
        sys.exit(0 if result.published else 1)

    @command.command("diff", help=say(_DIFF_HELP))
    @click.argument("revision", required=False)
    @click.option(
        "--vintage",
        metavar="EDITION",
        help=say(N_("Compare with what a snapshot froze, such as 2023, instead of a revision.")),
    )
    @root_option
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "markdown", "json"]),
        default="text",
        show_default=True,
        help=say(N_("Text for people, Markdown for a pull request, or JSON.")),
    )
    @lang_option
    def diff_command(revision: str | None, vintage: str | None, root: Path, form: str, lang: str | None) -> None:
        from generator.changes.vintage import diff_with
        from generator.console import Console

        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("diff")):
            sys.exit(diff_with(root.resolve(), revision, vintage, form, console))

    _add_explain(command, default_lang, lang_option)
    _add_serve(command, default_lang, root_option, lang_option)
    add_later(command, default_lang)
    return command


def _remind(result: BuildResult, console: Console) -> None:
    """What a built site lacks that a published one should have."""
    if result.published and not result.site_url:
        console.error(console.say(_NO_ADDRESS))
    if result.published and not result.leads:
        console.error(console.say(_NO_REPOSITORY))
    if result.published and result.absent:
        console.error(console.say(_NOT_AT_HAND, editions=", ".join(result.absent)))


def _add_explain(command: click.Group, default_lang: str, lang_option: _Option) -> None:
    """Add the command that teaches what a code means."""

    @command.command("explain", help=translate(default_lang, _EXPLAIN_HELP))
    @click.argument("code", required=False)
    @lang_option
    def explain_command(code: str | None, lang: str | None) -> None:
        from generator.console import Console
        from generator.explaining import print_codes, print_lesson, print_unknown_code
        from generator.tell.teach import find_kind

        console = Console(lang or default_lang, Path())
        with console.catching_faults(N_("explain")):
            kind = find_kind(code) if code else None
            if code and kind is None:
                print_unknown_code(code, console)
                sys.exit(2)
            print_lesson(kind, console) if kind else print_codes(console)


def _add_serve(command: click.Group, default_lang: str, root_option: _Option, lang_option: _Option) -> None:
    """Add the command that shows the site while somebody edits."""

    def say(message: str, **values: object) -> str:
        return translate(default_lang, message, **values)

    @command.command("serve", help=say(_SERVE_HELP))
    @root_option
    @click.option(
        "--port",
        type=port_type(default_lang),
        metavar="PORT",
        default=8000,
        show_default=True,
        help=say(N_("Port to listen on.")),
    )
    @click.option(
        "--host", default="127.0.0.1", metavar="HOST", show_default=True, help=say(N_("Address to listen on."))
    )
    @click.option(
        "--edit",
        is_flag=True,
        help=say(
            N_("Also show the editor, at /admin/: it writes data/ and content/ of this tree, and needs no account.")
        ),
    )
    @archive_option(default_lang)
    @lang_option
    def serve_command(root: Path, port: int, host: str, edit: bool, store: Path | None, lang: str | None) -> None:
        from generator.console import Console
        from generator.serve import serve

        console = Console(lang or default_lang, root, brief=True)
        with console.catching_faults(N_("serve")):
            sys.exit(serve(root.resolve(), host, port, console, store, edit=edit))


_HELP = N_(
    "Turns reform reports in data/ and content/ into a bilingual static site.\n\n"
    "\b\nExamples:\n"
    "  reform-reports build                      build site/ from the current folder\n"
    "  reform-reports check --lang en            say what is wrong, in English\n"
    "  reform-reports serve                      look at the site while you edit\n"
    "  reform-reports explain count-with-decimals  what a code in brackets means\n"
    "  reform-reports diff                       what an edit does to the figures\n"
    "  reform-reports snapshot 2023              freeze the site as of the end of a year\n"
    "  reform-reports verify 2023                whether a snapshot is still what it was\n"
    "  reform-reports build --root ../other      build another tree\n\n"
    "Exit code: 0 all is well, 1 errors were found (with --strict: or warnings), 2 the command was used wrongly, "
    "130 stopped with Ctrl-C (128 + the number of any other signal), 141 nobody reads its output any more."
)
_BUILD_HELP = N_(
    "Build the whole site. The site that is there stays until the new one is complete; after an error it is unchanged.\n\n"
    "\b\nExamples:\n"
    "  reform-reports build\n"
    "  reform-reports build --output /srv/www/cchc\n"
    "  reform-reports build --pdf\n"
    "  reform-reports build --strict --format github\n"
    "  SITE_URL=https://cchc.example.gov.vn/ reform-reports build"
)
_NO_ADDRESS = N_(
    "Before you publish: set SITE_URL=… to the address where the site will stand and build again. Without it there are no feeds, "
    "no sitemap, no canonical links and no pictures for shared links."
)
_NO_REPOSITORY = N_(
    "Pages do not lead to their sources, because data/site.yml names no repository: docs/formats.md says how to write it."
)
_NOT_AT_HAND = N_(
    "Before you publish: these snapshots are recorded, but neither in the store nor in the site that was there, so this site lists them "
    "without their pages: {editions}. Build where the store is (--archive DIR), onto a copy of the published site, or make them again first: "
    "reform-reports archive restore --all"
)
_DIFF_HELP = N_(
    "Say what a change does to the figures, compared with a git revision (default: HEAD): figures before and after, and the "
    "indicators, verdicts and contradictions that change with them.\n\n"
    "\b\nExamples:\n"
    "  reform-reports diff                       the files as they are now against HEAD\n"
    "  reform-reports diff v0.1.0..HEAD          two revisions\n"
    "  reform-reports diff origin/main...        since this branch left main\n"
    "  reform-reports diff --format markdown     for a pull request\n"
    "  reform-reports diff --vintage 2023        what differs from the snapshot of 2023, and why\n\n"
    "Exit code: 0 all is well, 1 the newer state has errors, 2 there is no git repository, no such revision or no such edition."
)
_EXPLAIN_HELP = N_(
    "Explain a kind of problem by its code: what it means, an example, and what to do. Without a code, list them all.\n\n"
    "\b\nExamples:\n"
    "  reform-reports explain\n"
    "  reform-reports explain count-with-decimals"
)
_SERVE_HELP = N_(
    "Show the site in a browser and rebuild what an edit touches. Stop with Ctrl-C.\n\n"
    "\b\nExamples:\n"
    "  reform-reports serve\n"
    "  reform-reports serve --port 8080"
)

if __name__ == "__main__":
    main()
