"""The bank: what is asked, how it weighs, in which words; data beside the code that checks it."""

from .rules import load
from .texts import Texts, check, load_texts

__all__ = ["Texts", "check", "load", "load_texts"]
