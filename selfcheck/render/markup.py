"""Text put into HTML: it stays text, whatever it holds."""

SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """Escape a text for an element or a quoted attribute, without control characters."""
    return "".join(c if c.isprintable() else " " for c in text).translate(SIGNS)


def element(name: str, text: str) -> str:
    """Write an element that holds a text."""
    return f"<{name}>{escaped(text)}</{name}>"
