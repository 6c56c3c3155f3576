"""The administrative units of today as a published list knows them, and the files that a province's units get from it.

The list is the package `vietnam-provinces` of PyPI. It gives code, kind, name and province; what it does not know (districts, units of before
July 2025, what became of what, who issues reports) stays out. Its `codename` is no id: two units of a province may share one.
"""
