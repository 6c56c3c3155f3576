"""What builds keep for the next one, and how a site is laid out from it.

`pool` holds the contents of files, `made` says what became of one page, `alike` lets pages share what they have in common, `recall` knows all of them and
`kept` where it lies; `laying` puts files into the site's folder, `unchanged` knows whether there is anything to do.
"""
