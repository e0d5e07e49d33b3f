"""The tool's own phrases, in files an editor can change, and how they are filled."""

from .phrases import Words, load_words

__all__ = ["Words", "load_words"]
