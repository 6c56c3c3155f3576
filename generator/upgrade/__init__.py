"""Bringing the files of a site to this version of the program: what the formats need, as functions from text to text."""

from generator.upgrade.files import Upgrade, carry_out, plan

__all__ = ["Upgrade", "carry_out", "plan"]
