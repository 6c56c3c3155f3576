"""The answers from which a site is started, and what is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from generator.i18n.messages import N_
from generator.model.colours import painted
from generator.model.emblem import Emblem
from generator.model.hidden import hidden_character
from generator.model.site import ADDRESS_PATTERN, COLOUR_PATTERN, HostKind
from generator.model.text import RESERVED
from generator.model.unit import Level

LONGEST: Final = 120
_FORBIDDEN = re.compile(r"[{}<>`\\\n\r\t]")
_TITLE = {"vi": "Báo cáo cải cách hành chính", "en": "Public administration reform reports"}

EMPTY = N_("It is empty.")
TOO_LONG = N_("It is longer than 120 characters.")
BAD_SIGN = N_(
    "It holds a sign that no name has: a brace, an angle bracket, a backslash, a line break or one that cannot be seen."
)
NO_COLOUR = N_("A colour is a hash and six digits or letters from a to f, such as #8a1c1c.")
NO_LEVEL = N_("It is none of the levels.")
NO_ADDRESS = N_("It is not the address of a repository, such as https://git.example.gov.vn/cchc/bao-cao.")


@dataclass(frozen=True)
class Answers:
    """Everything that a new site needs to know. Names are by language; `colour` and `repository` may be empty.

    `emblem` is the authority's as it was read, `emblem_file` its name below `data/`, with `emblem_content` as it was given.
    """

    authority: dict[str, str]
    level: Level
    title: dict[str, str]
    colour: str = ""
    emblem: Emblem | None = None
    emblem_file: str = ""
    emblem_content: bytes = b""
    host: HostKind | None = None
    repository: str = ""
    with_example: bool = False

    @property
    def unit(self) -> str:
        """The id of the authority's own unit, from its Vietnamese name."""
        return unit_id(self.authority["vi"])


def title_of(authority: str, lang: str) -> str:
    """What a site is called where nobody says otherwise."""
    return f"{_TITLE[lang]} – {authority}"


def unit_id(name: str) -> str:
    """An id made of a Vietnamese name: `Sở Nội vụ` is `so-noi-vu`."""
    bare = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(each for each in bare if not unicodedata.combining(each)))
    made = "-".join(words)[:60].strip("-") or "co-quan"
    return f"{made}-1" if RESERVED.fullmatch(made) else made


def fault_of_name(name: str) -> str:
    """What keeps a text from being a name, as a message; empty where nothing does."""
    if not name.strip():
        return EMPTY
    if len(name) > LONGEST:
        return TOO_LONG
    return BAD_SIGN if _FORBIDDEN.search(name) or hidden_character(name) else ""


def fault_of_colour(colour: str) -> str:
    """Likewise of a colour; no colour is none of its own."""
    return "" if not colour or re.fullmatch(COLOUR_PATTERN, colour) else NO_COLOUR


def fault_of_address(address: str) -> str:
    """Likewise of the address of a repository."""
    return "" if not address or re.fullmatch(ADDRESS_PATTERN, address) else NO_ADDRESS


def tidy(text: str) -> str:
    """A text as it is written into files: composed characters and single spaces."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def shades(answers: Answers) -> dict[str, object]:
    """The colours of both schemes, where the authority has one."""
    made = painted(answers.colour) if answers.colour else {}
    return {"light": made.get("light"), "dark": made.get("dark")}
