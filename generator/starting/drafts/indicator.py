"""A new indicator, at the end of the file of its area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.canonical.files import canonical_text
from generator.i18n.messages import N_, translate
from generator.model.indicator import Direction, IndicatorKind
from generator.starting.drafts.lines import commented, flow, further_keys, quoted, remark


@dataclass(frozen=True)
class NewIndicator:
    """What is known of an indicator: its area, names and definition by language, unit of measure, kind, and which way is better."""

    id: str
    area: str
    names: Mapping[str, str]
    definition: Mapping[str, str]
    measure: str
    kind: IndicatorKind
    better: Direction

    @property
    def path(self) -> str:
        """The file of its area below the root."""
        return f"data/indicators/{self.area}.yml"


def indicator_text(indicator: NewIndicator, before: str, lang: str) -> str:
    """The file of its area with the indicator behind what stands there; nothing else of the file changes."""
    given = {
        "id": quoted(indicator.id),
        "names": flow(indicator.names),
        "definition": flow(indicator.definition),
        "measure": quoted(indicator.measure),
        "kind": quoted(str(indicator.kind)),
        "better": quoted(str(indicator.better)),
    }
    told = translate(lang, N_("What else may be said of it; take the sign # away from what you fill in:"))
    more = further_keys("indicators", given.keys(), lang)
    first, *rest = (f"{key}: {value}" for key, value in given.items())
    entry = [f"- {first}", *(f"  {each}" for each in rest), remark(told), *commented(f"  {each}" for each in more)]
    made = canonical_text(indicator.path, "\n".join(entry) + "\n")
    return f"{before.rstrip()}\n{made}" if before.strip() else made
