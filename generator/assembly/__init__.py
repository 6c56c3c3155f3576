"""The whole way from edited files to a published site, stage by stage.

`site` is the way of one build; `building` makes a site in a folder, page by page (`making`), from what is kept of the last build (`recall`,
`pool`), and lays it out (`laying`). `unchanged` knows whether there is anything to do at all.
"""
