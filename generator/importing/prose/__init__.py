"""What the prose of a report says of itself: its title, number and day, its sections, the documents it cites and the figures it states."""
