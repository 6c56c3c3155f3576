"""Readers, one a format: each makes the same neutral document of a file. None of them knows what a form is."""
