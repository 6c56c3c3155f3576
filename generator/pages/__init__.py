"""Pages: the dataset rendered to a plain docs tree per language, from the templates in `site_templates/pages/`.

Each kind of page is a module of `generator.pages.kinds`. Headings and prose are Markdown; tables and charts are HTML that is put
into slots after the site engine has run, which keeps the engine fast and the tree plain.
"""
