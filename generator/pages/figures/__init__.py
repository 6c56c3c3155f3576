"""How a single figure is shown: its number, the days that it covers, and the names of levels and other enumerations."""
