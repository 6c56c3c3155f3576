"""What may stand in every YAML file, described for people: of each field its label, what it is for, what it holds, and what it may name.

In: the model, and words for each of its fields. Out: descriptions, which forms of an editor, JSON Schemas and the canonical form of files
are made from. Nothing here reads a file.
"""
