"""The command `reform-reports`: thin, it only reads arguments, calls a stage and prints."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator import __version__
from generator.click_words import speak
from generator.console import Console, print_problems, print_summary
from generator.i18n.messages import N_, message_languages, preferred_language, translate

LANGUAGES = message_languages()


def main(arguments: list[str] | None = None) -> None:
    """Run the command. Exits 0 when all is well, 1 when there are errors, 2 when the command was used wrongly."""
    given = sys.argv[1:] if arguments is None else arguments
    lang = _language(given)
    speak(lang)
    make_command(lang).main(args=given, prog_name="reform-reports")


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

    @click.group(help=say(_HELP), context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
    @lang_option
    def build_command(root: Path, output: Path | None, pdf: bool, lang: str | None) -> None:
        from generator.build import build_site

        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("build")):
            result = build_site(root.resolve(), (output or root / "site").resolve(), console.progress, pdf=pdf)
        print_problems(result.problems, console)
        print_summary(result, console, output or root / "site")
        if result.published and not result.site_url:
            console.error(console.say(_NO_ADDRESS))
        sys.exit(1 if result.has_errors else 0)

    @command.command("check", help=say(_CHECK_HELP))
    @root_option
    @lang_option
    def check_command(root: Path, lang: str | None) -> None:
        from generator.build import load_and_check
        from generator.model.observation import stated_count

        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("check")):
            catalogue, problems = load_and_check(root.resolve())
        print_problems(problems, console)
        console.verdict(problems, len(catalogue.reports), stated_count(catalogue.observations))
        sys.exit(1 if console.has_errors(problems) else 0)

    @command.command("serve", help=say(_SERVE_HELP))
    @root_option
    @click.option(
        "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=say(N_("Port to listen on."))
    )
    @click.option("--host", default="127.0.0.1", show_default=True, help=say(N_("Address to listen on.")))
    @lang_option
    def serve_command(root: Path, port: int, host: str, lang: str | None) -> None:
        from generator.serve import serve

        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("serve")):
            sys.exit(serve(root.resolve(), host, port, console))

    return command


_HELP = N_(
    "Turns reform reports in data/ and content/ into a bilingual static site.\n\n"
    "\b\nExamples:\n"
    "  reform-reports build                      build site/ from the current folder\n"
    "  reform-reports check --lang en            say what is wrong, in English\n"
    "  reform-reports serve                      look at the site while you edit\n"
    "  reform-reports build --root ../other      build another tree\n\n"
    "Exit code: 0 all is well, 1 errors were found, 2 the command was used wrongly."
)
_BUILD_HELP = N_(
    "Build the whole site. The site that is there stays until the new one is complete; after an error it is unchanged.\n\n"
    "\b\nExamples:\n"
    "  reform-reports build\n"
    "  reform-reports build --output /srv/www/cchc\n"
    "  reform-reports build --pdf\n"
    "  SITE_URL=https://cchc.example.gov.vn/ reform-reports build"
)
_NO_ADDRESS = N_(
    "Before you publish: set SITE_URL=… to the address where the site will stand and build again. Without it there are no feeds, "
    "no sitemap, no canonical links and no pictures for shared links."
)
_CHECK_HELP = N_(
    "Read everything and say what is wrong, with file, line and column, without building.\n\n"
    "\b\nExamples:\n"
    "  reform-reports check\n"
    "  reform-reports check --root ../other --lang vi"
)
_SERVE_HELP = N_(
    "Show the site in a browser and rebuild what an edit touches. Stop with Ctrl-C.\n\n"
    "\b\nExamples:\n"
    "  reform-reports serve\n"
    "  reform-reports serve --port 8080"
)

if __name__ == "__main__":
    main()
