"""What stands in a site beside its pages: styles, scripts, frames for other sites, redirects, the list of parts, PDFs, the search index."""
