"""What was read while something was made, so that it need not be made again while that reads the same.

`marks` tells whether two values are the same, `questions` is how facts are asked for, once a dataset, and `reads` records who asked what; `known`
remembers within one process what followed from which things.
Knows nothing of pages, files or charts.
"""
