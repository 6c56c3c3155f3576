"""Files in, catalogue out: reads `data/` and `content/` and remembers where every value stands.

What cannot be read becomes a problem; nothing is guessed and nothing raises for bad input.
"""

from generator.load.catalogue import Loaded, load_catalogue

__all__ = ["Loaded", "load_catalogue"]
