"""Completes the fields of a fillable PDF, which WeasyPrint leaves half done.

It files the buttons of a group as fields of their own, names the group by its first button, and
sets text in a font whose letters a reader cannot look up.
"""

import re
from io import BytesIO
from typing import Any

import pydyf  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from publish.pdf.structure_tree import at

_FONT = re.compile(rb"/(\S+) (\S+) Tf")
_STATE = re.compile(rb"/\S+ gs ")  # an opacity, which means nothing in a field
_AROUND = 2  # points around a button's dot that can be clicked too
_LETTERS = range(32, 256)
_NONSYMBOLIC = 32


def complete_forms(pdf: Any, used: list[Any], groups: dict[str, str]) -> None:
    """Complete every field of a file that ``used`` these fonts of WeasyPrint's.

    ``groups`` name each group of buttons, by field name, in words.
    A button's value is its HTML value, so that a filled file reads like an answer sheet.
    """
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    off = _off(pdf)
    done: dict[bytes, None] = {}
    for field in [at(pdf, reference) for reference in form["Fields"]]:
        if "Parent" in field:
            done[field["Parent"]] = None
            _complete_button(pdf, field, off)
        elif field["FT"] == "/Tx":
            done[field.reference] = None
    for group in [at(pdf, reference) for reference in done]:
        if "Kids" in group:
            group["TU"] = pydyf.String(groups[group["T"].string])
            del group["Opt"]
    form["Fields"] = pydyf.Array(done)
    # A reader that redrew the buttons would need a font for their dots, which is not embedded.
    del form["NeedAppearances"]
    _set_font(pdf, [at(pdf, reference) for reference in done], form, used)


def _off(pdf: Any) -> bytes:
    """Add what an unchosen button looks like: nothing, as the page has its ring already."""
    nothing = pydyf.Stream([], {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1 1]"})
    pdf.add_object(nothing)
    return bytes(nothing.reference)


def _complete_button(pdf: Any, button: Any, off: bytes) -> None:
    """Make a button a part of its group, under its own value, with room around to click."""
    group = at(pdf, button["Parent"])
    value = group["Opt"][group["Kids"].index(button.reference)].string
    (dot,) = button["AP"]["N"].values()
    button["AP"]["N"] = pydyf.Dictionary({value: dot, "Off": off})
    button["MK"] = pydyf.Dictionary({"CA": pydyf.String("l")})
    for key in ("T", "FT", "Border"):
        button.pop(key, None)
    left, top, right, bottom = button["Rect"]
    room = (left - _AROUND, bottom - _AROUND, right + _AROUND, top + _AROUND)
    button["Rect"] = pydyf.Array(round(side, 2) for side in room)
    box = at(pdf, dot).extra["BBox"]
    box[:] = [box[0] - _AROUND, box[1] - _AROUND, box[2] + _AROUND, box[3] + _AROUND]


def _set_font(pdf: Any, fields: list[Any], form: Any, used: list[Any]) -> None:
    """Set text in the same typeface by an encoding that every reader can write with."""
    texts = [field for field in fields if field.get("FT") == "/Tx"]
    name = _FONT.search(texts[0]["DA"].string)[1].decode()  # type: ignore[index]
    font = at(pdf, at(pdf, at(pdf, form["DR"])["Font"])[name])
    _map_ligatures(at(pdf, font["ToUnicode"]).stream, [each for each in used if each.hash == name])
    simple = _simple_font(pdf, font)
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({"Text": simple})})
    for field in texts:
        drawn = _FONT.sub(rb"/Text \2 Tf", _STATE.sub(b"", field["DA"].string))
        field["DA"] = pydyf.String(drawn.decode())
        left, top, right, bottom = field["Rect"]
        field["Rect"] = pydyf.Array((left, bottom, right, top))


def _map_ligatures(table: list[Any], used: list[Any]) -> None:
    """Add what glyphs for several letters say; WeasyPrint leaves them out of a form's font."""
    known = {entry.split()[0] for entry in table if entry.startswith(b"<")}
    drawn = {glyph: text for font in used for glyph, text in font.to_unicode.items()}
    added = [
        f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode()
        for glyph, text in sorted(drawn.items())
        if f"<{glyph:04x}>".encode() not in known
    ]
    if added:
        end = table.index(b"endcmap")
        table[end:end] = [f"{len(added)} beginbfchar".encode(), *added, b"endbfchar"]


def _simple_font(pdf: Any, font: Any) -> bytes:
    """Add a font of one byte a letter, in Windows' Western encoding, from the same font file."""
    (composite,) = font["DescendantFonts"]
    descriptor = pydyf.Dictionary(at(pdf, at(pdf, composite)["FontDescriptor"]))
    descriptor["Flags"] = _NONSYMBOLIC
    pdf.add_object(descriptor)
    file = at(pdf, descriptor["FontFile2"]).stream[0]
    simple = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": font["BaseFont"],
            "FirstChar": _LETTERS[0],
            "LastChar": _LETTERS[-1],
            "Widths": pydyf.Array(_widths(file)),
            "Encoding": "/WinAnsiEncoding",
            "FontDescriptor": descriptor.reference,
        }
    )
    pdf.add_object(simple)
    return bytes(simple.reference)


def _widths(file: bytes) -> list[int]:
    """Return the width of every letter, in thousandths of the type size; 0 for one it lacks."""
    with TTFont(BytesIO(file)) as font:
        glyphs, units = font.getBestCmap(), font["head"].unitsPerEm
        letters = bytes(_LETTERS).decode("cp1252", errors="replace")
        names = [glyphs.get(ord(letter)) for letter in letters]
        return [round(1000 * font["hmtx"][name][0] / units) if name else 0 for name in names]
