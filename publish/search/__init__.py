"""Makes a language's search index know its words: base forms, stems, halves of compounds."""

from publish.search.index import write_index

__all__ = ["write_index"]
