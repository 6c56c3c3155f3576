"""Charts: from plain values to a picture, a specification and a figure in a page.

One way through: ``model`` (what a chart shows) -> ``spec`` (with the ``shapes`` that Altair made) -> ``draw`` (vl-convert's
picture, made fit by ``svg``, remembered by ``cache``) -> ``figure`` (HTML with ``describe``'s text alternative). ``bundle``
writes the Vega that the page's script needs. Knows nothing of reports or units, and reads no file but its cache.
"""
