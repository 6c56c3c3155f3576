"""Short views of units, reports and areas, for lists and for search."""
