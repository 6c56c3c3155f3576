"""Key figures as cards, and the pictures that stand for a page where its address is shared."""
