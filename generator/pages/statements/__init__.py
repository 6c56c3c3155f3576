"""Claims in words: the sentences at the head of the pages of units, reports, areas and indicators."""
