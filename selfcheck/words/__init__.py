"""The tool's own phrases, in files an editor can change, and how they are filled."""

from .phrases import Words, check_words, load_words

__all__ = ["Words", "check_words", "load_words"]
