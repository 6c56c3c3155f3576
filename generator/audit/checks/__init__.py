"""The checks of the audit, one class a file. Adding the file is all it takes."""
