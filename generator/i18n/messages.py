"""Interface texts by language, from gettext catalogues read as the `.po` files that translators edit."""

from __future__ import annotations

from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

from generator.i18n.po_file import read_catalogue

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"


def N_(message: str) -> str:  # noqa: N802 - the marker that message extraction looks for
    """Mark a text for translation where it is defined; it is translated where it is shown."""
    return message


def n_(one: str, other: str) -> tuple[str, str]:
    """Mark a text that has a plural, likewise."""
    return one, other


@lru_cache
def translations(lang: str) -> NullTranslations:
    """The catalogue of a language; English texts where there is none."""
    path = LOCALE_FOLDER / lang / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return NullTranslations()
    return read_catalogue(path.read_text(encoding="utf-8"))


def translate(lang: str, message: str, /, **values: object) -> str:
    """A message in `lang`, its `{names}` filled in. The empty message stays empty."""
    if not message:
        return ""
    return translations(lang).gettext(message).format(**values)


def template(lang: str, message: str) -> str:
    """A message in `lang` whose `{names}` somebody else fills in."""
    return translations(lang).gettext(message)


def template_plural(lang: str, one: str, other: str, number: int) -> str:
    """The right plural form of a message for `number`, whose `{names}` somebody else fills in."""
    return translations(lang).ngettext(one, other, number)


def translate_plural(lang: str, one: str, other: str, number: int, /, **values: object) -> str:
    """The right plural form of a message for `number`, which it may name as `{number}`."""
    return translations(lang).ngettext(one, other, number).format(number=number, **values)


def message_languages() -> tuple[str, ...]:
    """The languages that messages are available in: those with a catalogue, and English."""
    translated = {path.parent.parent.name for path in LOCALE_FOLDER.glob("*/LC_MESSAGES/messages.po")}
    return tuple(sorted(translated | {"en"}, reverse=True))


def preferred_language(environment: dict[str, str], supported: tuple[str, ...] = ("vi", "en")) -> str:
    """The first supported language of the user's locale (`LC_ALL`, `LC_MESSAGES`, `LANGUAGE`, `LANG`); English otherwise."""
    wanted = [environment.get("LC_ALL", ""), *environment.get("LANGUAGE", "").split(":")]
    wanted += [environment.get("LC_MESSAGES", ""), environment.get("LANG", "")]
    for locale in filter(None, wanted):
        lang = locale.split("_")[0].split(".")[0].lower()
        if lang in supported:
            return lang
    return "en"
