"""Reads the record of one snapshot, alone: verification needs it where the rest of the tree may be broken, or not there."""

from __future__ import annotations

from pathlib import Path

from generator.load.entries import read_entry
from generator.load.files import read_text
from generator.load.yaml_tree import parse_yaml
from generator.model.edition import Edition
from generator.model.vintage import VINTAGES, VintageRecord
from generator.problems import Problem


def record_name(edition: Edition) -> str:
    """Where the record of an edition stands in a tree."""
    return f"{VINTAGES}/{edition}.yml"


def read_record(root: Path, edition: Edition) -> tuple[VintageRecord | None, tuple[Problem, ...]]:
    """The record of an edition, None where there is none or it has faults, and the faults."""
    name = record_name(edition)
    if not (root / name).is_file():
        return None, ()
    text = read_text(root / name, name)
    if isinstance(text, Problem):
        return None, (text,)
    tree, problems = parse_yaml(text, name)
    if tree is None:
        return None, tuple(problems)
    record, found = read_entry(VintageRecord, tree, name)
    faults = (*problems, *found)
    if record is not None and record.edition != edition:
        faults += (Problem("misplaced-file", record.place_of("edition"), {"expected": record_name(record.edition)}),)
    return (None if faults else record), faults
