"""The file of a new unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.canonical.files import canonical_text
from generator.i18n.messages import N_, translate
from generator.model.unit import KINDS_OF, Level
from generator.starting.drafts.lines import commented, flow, further_keys, quoted, remark


@dataclass(frozen=True)
class NewUnit:
    """What is known of a unit. `parent` is empty where nothing is above it."""

    id: str
    level: Level
    names: Mapping[str, str]
    parent: str = ""

    @property
    def path(self) -> str:
        """Its file below the root."""
        return f"data/units/{self.id}.yml"


def unit_text(unit: NewUnit, lang: str) -> str:
    """The file of a unit in canonical form; what else may be said of it stands below as comments."""
    given = {"id": unit.id, "level": str(unit.level), "parent": unit.parent, "names": ""}
    lines = [f"{key}: {quoted(value)}" for key, value in given.items() if value]
    lines.append(f"names: {flow(unit.names)}")
    more = [
        each
        for each in further_keys("unit", {"id", "level", "names"}, lang)
        if not (unit.parent and each.startswith("parent:"))
    ]
    kinds = ", ".join(KINDS_OF.get(unit.level, ()))
    more = [f"{each} ({kinds})" if each.startswith("kind:") and kinds else each for each in more]
    told = translate(lang, N_("What else may be said of it; take the sign # away from what you fill in:"))
    return canonical_text(unit.path, "\n".join([*lines, "", remark(told), *commented(more)]) + "\n")
