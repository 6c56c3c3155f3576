"""Targets and plans held against figures: the verdicts in words, their lists and their counts."""
