"""Runs in Pyodide: does much of what Python can do, and tells what came out, as JSON.

What a page could use and what Pyodide itself uses; nothing here depends on time or chance.
"""

import asyncio
import base64
import collections
import csv
import dataclasses
import datetime
import decimal
import fractions
import hashlib
import io
import itertools
import json
import math
import random
import re
import statistics
import string
import struct
import textwrap
import traceback
import unicodedata
import zlib
from xml.etree import ElementTree

from js import Object  # type: ignore[import-not-found]
from pyodide.ffi import to_js  # type: ignore[import-not-found]

TEXT = "Hankinta – upphandling ÅÄÖ 🙂 " * 50


@dataclasses.dataclass(order=True)
class Point:
    """Something to compare."""

    x: int
    y: float


def caught() -> str:
    """An exception through several frames, as told."""
    try:
        [1 / n for n in (1, 0)]
    except ZeroDivisionError as error:
        return "".join(traceback.format_exception_only(error))
    return ""


def deep() -> str:
    """A recursion without end is caught, not fatal."""

    def fall(n: int) -> int:
        return fall(n + 1) + 1

    try:
        fall(0)
    except RecursionError as error:
        return type(error).__name__
    return ""


def sorted_points() -> str:
    """Objects in order."""
    made = random.Random(1)
    return repr(sorted(Point(made.randrange(9), made.random()) for _ in range(20)))


RESULTS = {
    "json": json.loads(json.dumps({"a": [1, 2.5, None, TEXT]}))["a"][1],
    "re": re.findall(r"(?i)(\w+)ä(\w)?", TEXT)[:3],
    "hashes": [
        hashlib.new(name, TEXT.encode()).hexdigest()
        for name in ("sha256", "md5", "sha3_256", "blake2b")
    ],
    "zlib": zlib.decompress(zlib.compress(TEXT.encode(), 9)).decode() == TEXT,
    "crc": zlib.crc32(TEXT.encode()),
    "base64": base64.b85encode(TEXT.encode()[:40]).decode(),
    "decimal": str(decimal.Decimal(2).sqrt()),
    "fraction": str(sum(fractions.Fraction(1, n) for n in range(1, 30))),
    "float": [repr(math.sin(n)) + repr(math.gamma(n / 3)) for n in range(1, 40)],
    "integers": str(pow(3, 5000) % 10**40) + str(math.factorial(60)),
    "random": sorted_points(),
    "unicode": [unicodedata.normalize(form, "Å€ﬁ½").encode().hex() for form in ("NFD", "NFKC")],
    "names": unicodedata.name("ö"),
    "dates": str(
        datetime.datetime(2022, 3, 1, 12, tzinfo=datetime.UTC) - datetime.timedelta(days=400.5)
    ),
    "struct": struct.pack("<dIhx", 1.5, 7, -3).hex(),
    "csv": next(csv.reader(io.StringIO('a,"b ""c""",d'))),
    "xml": ElementTree.tostring(ElementTree.fromstring("<a b='ä'><c/>x</a>")).decode(),
    "statistics": statistics.pstdev(range(100)),
    "text": textwrap.fill(TEXT, 40)[:200] + string.Template("$x").substitute(x=1),
    "tools": [list(itertools.permutations("abc"))[-1], collections.Counter(TEXT).most_common(2)],
    "encodings": [
        TEXT[:20].encode(name, "replace").hex() for name in ("utf-16", "latin-1", "cp1252")
    ],
    "error": caught(),
    "recursion": deep(),
    "javascript": [
        to_js({"a": [1, 2]}, dict_converter=Object.fromEntries).a[1],
        bytes(to_js(b"abc")).decode(),
    ],
    "loop": type(asyncio.get_event_loop()).__name__,
}
json.dumps(RESULTS, sort_keys=True, default=str)
