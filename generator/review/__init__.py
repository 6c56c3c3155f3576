"""What a reviewer is shown of a change: what it does in words, the changed pages before and after, a preview, and what is overdue.

In: two states of a repository. Out: a folder of files, and a comment that is put where the change is discussed. Whoever posts the comment trusts nothing
in it: it was made beside what a stranger proposed.
"""
