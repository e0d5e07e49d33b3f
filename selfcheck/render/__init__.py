"""Blocks turned into what is read: text, Markdown, a page that stands alone."""
