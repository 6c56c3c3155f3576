"""The kinds of page, one module each. A module with a function `pages(context)` is found by itself."""
