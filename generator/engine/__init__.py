"""The site engine stage: one plain docs tree per language in, one folder of HTML per language out.

`model` says what an engine needs and how it fails; `material` is the only module that knows MkDocs, `zensical` the only one
that knows its successor; `template_data` is what both hand to `site_templates/overrides/`. No page is composed here.
"""
