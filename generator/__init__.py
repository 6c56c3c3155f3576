"""Turns structured report data and Markdown narratives into a bilingual static site of reform reports."""

__version__ = "0.1.0"
