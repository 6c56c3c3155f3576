"""Text that readers see, in each language that has it."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Field, RootModel, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

V = TypeVar("V")

DEFAULT_LANGUAGE = "vi"
"""The language that stands at the root of the site and that every text has."""

RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$|clock\$", re.IGNORECASE)
"""Names that Windows keeps for devices: no file and no folder there can be called so, whatever its ending."""


def _not_reserved(written: str) -> str:
    if RESERVED.fullmatch(written):
        raise PydanticCustomError("reserved_id", "a name that Windows keeps for a device")
    return written


Id = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80), AfterValidator(_not_reserved)
]
"""An identifier: lower-case ASCII words joined by hyphens; it becomes part of addresses, and the name of files and folders."""

CODE_PATTERN = r"^\w+([ .#-]\w+)*$"
LONGEST_CODE = 40
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN, max_length=LONGEST_CODE)]
"""What a form calls a table, row or column: `1.2`, `4.6#2`, `a`; it becomes part of addresses, so it is letters and digits."""

LANGUAGE_PATTERN = r"^[a-z]{2,3}$"
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]


def in_order_of_languages(by_language: dict[str, V]) -> dict[str, V]:
    """A mapping by language code, Vietnamese first, then the others by code."""
    return dict(sorted(by_language.items(), key=lambda item: (item[0] != DEFAULT_LANGUAGE, item[0])))


class Text(RootModel[dict[LanguageCode, Annotated[str, Field(min_length=1)]]]):
    """A text by language code. Vietnamese is always there; another language falls back to it."""

    model_config = {"frozen": True}

    @model_validator(mode="before")
    @classmethod
    def _needs_default(cls, data: Any) -> Any:
        if isinstance(data, dict) and DEFAULT_LANGUAGE not in data:
            raise PydanticCustomError("text_without_default", "a text needs its Vietnamese form (vi)")
        return data

    @field_validator("root")
    @classmethod
    def _in_order(cls, forms: dict[str, str]) -> dict[str, str]:
        """Vietnamese first, then the others by code, however they are written down."""
        return in_order_of_languages(forms)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))

    def language_for(self, lang: str) -> str:
        """The language in which `lang` readers get this text."""
        return lang if lang in self.root else DEFAULT_LANGUAGE

    def in_language(self, lang: str) -> str:
        """The text for readers of `lang`, in Vietnamese where it has not been translated."""
        return self.root[self.language_for(lang)]


def text(vi: str, **others: str) -> Text:
    """A text made in code, for example `text("Tỉnh", en="Province")`."""
    return Text({DEFAULT_LANGUAGE: vi, **others})
