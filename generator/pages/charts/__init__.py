"""Charts of the dataset: which shape suits which series, what a chart shows, its table, and how other sites show it."""
