"""From a page to its source: the file and the line where it is edited, and the way to report what is wrong with it."""
