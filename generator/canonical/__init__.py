"""The canonical form of YAML files: one order of keys, one way of quoting, no long lines, and every comment kept.

In: a text and the description of what its file holds. Out: the same data and comments as everybody's files look. Nothing here reads a file.
"""
