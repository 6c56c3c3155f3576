"""Which form a document follows: its tables as grids, their heads, and which row of a form each of their rows is."""
