"""What the site is about: units, areas, indicators, forms, reports, observations, targets and narratives.

Pure data: nothing here reads a file, prints or knows how it is shown.
"""
