"""Which of the ways in which a value may be written somebody took."""

from __future__ import annotations

import yaml

from generator.fields.field import Field, Kind


def way_of(field: Field | None, node: yaml.Node) -> Field | None:
    """The alternative that a YAML value takes: by its shape, and of several mappings by its keys; the field itself where there is one way."""
    if field is None or field.kind is not Kind.EITHER:
        return field
    if isinstance(node, yaml.MappingNode):
        return _mapping(field, {str(key.value).strip() for key, _ in node.value})
    wanted = {Kind.LIST} if isinstance(node, yaml.SequenceNode) else set(Kind) - {Kind.LIST, Kind.ENTRY, Kind.MAPPING}
    return next((each for each in field.alternatives if each.kind in wanted), None)


def _mapping(field: Field, keys: set[str]) -> Field | None:
    entries = [each for each in field.alternatives if each.kind is Kind.ENTRY]
    # The fewest that it has not; of those the first, which is the usual one.
    nearest = min(entries, key=lambda each: len(keys - {inner.key for inner in each.fields}), default=None)
    whole = nearest is not None and keys <= {inner.key for inner in nearest.fields}
    mapping = next((each for each in field.alternatives if each.kind is Kind.MAPPING), None)
    return nearest if whole or mapping is None else mapping
