"""What a change of the files does to the figures: two states of the tree compared, told as text, Markdown or JSON."""
