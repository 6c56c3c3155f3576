"""HTML tables of figures, every figure with its marks and the way to its source."""
