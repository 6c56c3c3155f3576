"""What is new and what was revised, for pages and for feeds."""
