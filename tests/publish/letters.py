"""The letters of a PDF: the typeface of small books, and the text that a reader can copy."""

import re

import pikepdf

FACE = "@font-face { font-family: Atkinson; src: url(fonts/atkinson-400.woff2) }"
FACE += " * { font: 12px Atkinson }"


def text_of(pdf: pikepdf.Pdf, number: int) -> str:
    """Return what a reader can copy from a page, a line for each line drawn."""
    page = pdf.pages[number]
    letters = {
        str(name): _letters(bytes(font.ToUnicode.read_bytes()).decode())
        for name, font in page.Resources.Font.items()
    }
    text, font = "", ""
    for step in pikepdf.parse_content_stream(page):
        operands, operator = step.operands, step.operator
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) == "TJ":
            drawn = b"".join(
                bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)
            )
            text += "".join(letters[font][code] for code in _codes(drawn)) + "\n"
    return text


def _letters(table: str) -> dict[int, str]:
    """Read the pairs of code and letters from a font's ToUnicode table."""
    pairs = re.findall(r"^<(\w{4})> <(\w+)>$", table, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs}


def _codes(drawn: bytes) -> list[int]:
    return [int.from_bytes(drawn[at : at + 2]) for at in range(0, len(drawn), 2)]
