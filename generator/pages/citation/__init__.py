"""How a page is cited, also as a page of a snapshot."""
