"""JSON Schemas of the YAML files, for editors: what may stand where, with hover texts in every language, and the ids that there are.

In: descriptions of the fields, and a catalogue. Out: texts of JSON by path. Nothing here reads or writes a file.
"""
