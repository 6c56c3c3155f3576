"""Exports: the data as files for machines and spreadsheets, once for the whole site under `data/v1/`.

What a file holds is a table (`columns`, `observations`, `lookups`) or a document (`documents`); how it is written is a module a
format. Columns are described once, and headers, schemas and the data dictionary all follow from that. No file holds a time.
"""
