"""Completes the choices of a worksheet, which WeasyPrint leaves half done.

It files the buttons of a group as fields of their own, and names the group by its first button.
"""

from typing import Any

import pydyf  # type: ignore[import-untyped]

from publish.pdf.structure_tree import at

_AROUND = 2  # points around a button's dot that can be clicked too


def complete_forms(pdf: Any, groups: dict[str, str]) -> None:
    """Complete every group of buttons; ``groups`` name each in words, by its field name.

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
    for group in [at(pdf, reference) for reference in done]:
        group["TU"] = pydyf.String(groups[group["T"].string])
        del group["Opt"]
    form["Fields"] = pydyf.Array(done)
    # A reader that redrew the buttons would need a font for their dots, which is not embedded.
    del form["NeedAppearances"], form["DR"]


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
