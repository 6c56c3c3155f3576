"""What people wrote in Markdown, as HTML: narratives, plain pages, their links and figures."""
