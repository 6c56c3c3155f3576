"""Starting a site of one's own: from a few answers to a repository that passes its own tests, with the words and forms of the field."""
