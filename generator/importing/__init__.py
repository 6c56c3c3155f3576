"""From an office's file to checked data: a report read from Word, Excel, PDF, HTML or text, and the worksheet of every doubt.

In: a file of an office, and the forms of the tree. Out: the report's YAML with each figure as printed, and where each stood. It never invents a
figure: what it is not sure of it names, and what it cannot place it leaves to a person.
"""
