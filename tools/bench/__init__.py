"""Measures the site generator: on trees of any size that are made here through the project's own formats, and beside its peers."""
