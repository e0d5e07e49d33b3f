"""Takes prose out of Markdown: words stay, macros, links, ids and code go; lines stay lines."""

import re

from publish.proofreading.passage import BLANK

_RULES = [
    (re.compile(r"<!--.*?-->|\{ [#.:][^}]*\}"), ""),
    (re.compile(r"\{\{ *source\([^}]*\) *\}\}"), ""),
    (re.compile(r'\{\{ *term\("[^"]*", *"(?P<shown>[^"]*)"\) *\}\}'), r"\g<shown>"),
    (re.compile(r"\{\{.*?\}\}|\{%.*?%\}|`[^`]*`|\{\w+\}"), BLANK),
    (re.compile(r"!?\[(?P<shown>[^\]]*)\]\([^)]*\)"), r"\g<shown>"),
    (
        re.compile(r"<?\bhttps?://[^\s>)]+>?|\b(?:www\.)?[\w-]+\.(?:fi|eu|org|com)\b(?:/\S*)?"),
        BLANK,
    ),
    (re.compile(r"</?[a-z][^>]*>|\*\*?|__"), ""),
]


def plain(text: str) -> str:
    """Return ``text`` without markup; what is not prose becomes a zero or nothing."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
