"""Makes a language's search index know its words: base forms, stems, halves of compounds."""

from publish.search.enrich import enrich_search

__all__ = ["enrich_search"]
