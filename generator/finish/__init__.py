"""Finishing: what is done to the built HTML, whichever engine made it, until it is published in one step."""
