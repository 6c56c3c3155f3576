"""Units beside each other: ready-made comparisons, rankings, and what the page Compare loads."""
