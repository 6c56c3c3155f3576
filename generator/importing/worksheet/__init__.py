"""The worksheet of an import: what is sure, what was guessed and what was left out, each with its place in the source."""
