"""What every plain form of a report needs: one clean line, and the address of a page."""

from ..words import Words
from .address import site_path


def one_line(value: str) -> str:
    """Make one line without control characters: a report may quote a file from anywhere."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def read_more(page: str, words: Words) -> str:
    """Say where on the site there is more about it."""
    return words.say("report.page", page=site_path(page))
