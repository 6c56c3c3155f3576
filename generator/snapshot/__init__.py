"""Takes a snapshot: the site as of the end of a year, with everything it was made of, as a bag that proves itself."""
