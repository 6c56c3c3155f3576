"""A report's appendix as the form prints it, how complete it is, and which of its rows feed an indicator."""
