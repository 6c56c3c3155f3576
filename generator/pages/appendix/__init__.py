"""A report's appendix as the form prints it and which of its rows feed an indicator."""
