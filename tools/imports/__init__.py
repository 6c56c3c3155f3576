"""Compares what an import makes of a report with the data that were entered by hand, cell by cell: `python -m tools.imports`."""
