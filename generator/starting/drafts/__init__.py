"""New files of a kind, valid as they are, with all that may be filled in as comments. Texts alone: nothing is written here."""
