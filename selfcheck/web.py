"""The browser's one door: a JSON request in, a JSON answer out.

Requests, each with `"lang"` as well:

- `{"op": "score", "sheet": {…}}` → `{"result", "canonical", "fingerprint", "report"}`, the report
  without its details, so that a new score is seen at once
- `{"op": "details", "sheet": {…}}` → `{"report"}`, the rest of it
- `{"op": "read", "text": "…"}` → `{"sheet": {…}}`; of a file `"bytes"` instead, a text in which
  each letter stands for one byte: a wrong letter code is then seen here as on the command line
- `{"op": "merge", "sheets": [{…}, …]}` → `{"as", "people", "differ", "sheet", "report"}`, how
  many people there are and on how many points they differ; `"as"` may be asked to be
  `"colleagues"` of one organisation or `"partners"` of a joint application, and follows from the
  names of the organisations otherwise
- `{"op": "compare", "old": {…}, "new": {…}}` → `{"report"}`
- `{"op": "brief", "sheet": {…}}` → `{"report", "text", "markdown"}`
- `{"op": "html", "sheet": {…}, "base": "https://…"}` → `{"html"}`; `base` may be missing
- `{"op": "markdown", "sheet": {…}}` → `{"markdown"}`

To `score`, `brief` and `html` the page may add `"today"` and `"until"`, ISO dates: the reader's day
and the closing day of a round ahead. The report then dates its steps; the result stays the same.

A report is a list of blocks. Anything wrong → `{"faults": ["sentence", …]}` in the language asked
for, or in Finnish.
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from .bank import load
from .errors import Fault, SheetError
from .jsontext import DEPTH, LIMIT, canonical, parse, shown
from .model import LANGS, Bank, Lang
from .render.html import as_html
from .render.markdown import as_markdown
from .render.text import as_text
from .reports.blocks import as_data
from .reports.brief import brief
from .reports.compare import compare_report
from .reports.details import details
from .reports.edition import Edition, load_edition
from .reports.merge import merge_report
from .reports.outcome import outcome
from .reports.partners import partners_report
from .reports.report import report
from .scoring.score import score
from .scoring.tally import tally
from .scoring.timetable import Span, read_span
from .sheets.fingerprint import fingerprint
from .sheets.reading import check, read
from .sheets.sheet import Sheet, plain
from .views.compare import compare
from .views.merge import merge
from .views.partners import are_partners, join
from .views.speakers import Stems, load_stems

# A text grows up to sixfold when it is put into JSON, and a team brings several sheets, which lie
# two levels down.
REQUEST_LIMIT = 30 * LIMIT
REQUEST_DEPTH = DEPTH + 2
ADDRESS = re.compile(r"https?://[^\s\"'<>]{1,500}/")

MERGES = {kind: kind for kind in ("colleagues", "partners")}

type Reply = dict[str, object]


@cache
def edition(lang: Lang) -> Edition:
    """Load the self-check in a language, once, as its files cannot change while it runs."""
    return load_edition(_bank(), lang)


@cache
def _bank() -> Bank:
    return load()


@cache
def _stems() -> Stems:
    return load_stems()


def handle(request: str) -> str:
    """Answer a request; a bad one is answered with faults, never with an exception."""
    lang = LANGS[0]
    try:
        fields = parse(request, REQUEST_LIMIT, REQUEST_DEPTH)
        if not isinstance(fields, dict):
            raise SheetError((Fault("not_object", found=shown(fields)),))
        lang = _one_of(fields, "lang", {lang: lang for lang in LANGS})
        reply = _one_of(fields, "op", OPERATIONS)(edition(lang), fields)
    except SheetError as error:
        reply = {"faults": [edition(lang).words.sentence(fault) for fault in error.faults]}
    return json.dumps(reply, ensure_ascii=False)


def _one_of[T](fields: Reply, key: str, known: dict[str, T]) -> T:
    value = fields.get(key)
    if isinstance(value, str) and value in known:
        return known[value]
    raise SheetError((Fault("request", key, shown(value), ", ".join(map(shown, known))),))


def _sheet(here: Edition, value: object, field: str) -> Sheet:
    """Check a sheet; its faults name where in the request it stands."""
    try:
        return check(value, here.bank)
    except SheetError as error:
        faults = (
            replace(fault, field=f"{field}.{fault.field}".strip(".")) for fault in error.faults
        )
        raise SheetError(tuple(faults)) from None


def _span(fields: Reply) -> Span | None:
    return read_span(fields.get("today"), fields.get("until"))


def _score(here: Edition, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), here.bank)
    counted = tally(here.bank, sheet)
    result = score(counted)
    blocks = outcome(here, counted, result, _span(fields))
    return {
        "result": result,
        "canonical": canonical(result),
        "fingerprint": fingerprint(sheet),
        "report": as_data(blocks),
    }


def _details(here: Edition, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), here.bank)
    counted = tally(here.bank, sheet)
    return {"report": as_data(details(here, counted, score(counted)))}


def _read(here: Edition, fields: Reply) -> Reply:
    if "bytes" in fields:
        return {"sheet": plain(read(_bytes(fields["bytes"]), here.bank))}
    text = fields.get("text")
    if not isinstance(text, str):
        raise SheetError((Fault("not_text", "text", shown(text)),))
    return {"sheet": plain(read(text, here.bank))}


def _bytes(letters: object) -> bytes:
    """Take the bytes of a file out of the text that carries them."""
    try:
        return letters.encode("latin-1")  # type: ignore[attr-defined,no-any-return]
    except (AttributeError, UnicodeEncodeError):
        raise SheetError((Fault("not_text", "bytes", shown(letters)),)) from None


def _merge(here: Edition, fields: Reply) -> Reply:
    given = fields.get("sheets")
    if not isinstance(given, list) or not given:
        raise SheetError((Fault("sheets", "sheets", shown(given)),))
    sheets = [_sheet(here, value, f"sheets[{n}]") for n, value in enumerate(given)]
    usual = "partners" if are_partners(sheets) else "colleagues"
    if _one_of({"as": usual, **fields}, "as", MERGES) == "partners":
        joint = join(here.bank, sheets)
        told = {"as": "partners", "people": len(joint["partners"]), "differ": len(joint["differ"])}
        return {**told, "sheet": joint["sheet"], "report": as_data(partners_report(here, joint))}
    picture = merge(here.bank, sheets, _stems())
    blocks = merge_report(here, picture)
    told = {"as": "colleagues", "people": len(picture["people"]), "differ": len(picture["first"])}
    return {**told, "sheet": picture["sheet"], "report": as_data(blocks)}


def _compare(here: Edition, fields: Reply) -> Reply:
    old, new = (_sheet(here, fields.get(key), key) for key in ("old", "new"))
    blocks = compare_report(here, compare(here.bank, old, new))
    return {"report": as_data(blocks)}


def _brief(here: Edition, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), here.bank)
    blocks = brief(here, sheet, _span(fields))
    return {
        "report": as_data(blocks),
        "text": as_text(blocks, here.words),
        "markdown": as_markdown(blocks, here.words),
    }


def _html(here: Edition, fields: Reply) -> Reply:
    base = fields.get("base", "")
    if not isinstance(base, str) or (base and not ADDRESS.fullmatch(base)):
        raise SheetError((Fault("request", "base", shown(base), "https://…/"),))
    sheet = check(fields.get("sheet"), here.bank)
    return {"html": as_html(report(here, sheet, _span(fields)), here.words, base)}


def _markdown(here: Edition, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), here.bank)
    return {"markdown": as_markdown(report(here, sheet, _span(fields)), here.words)}


OPERATIONS: dict[str, Callable[[Edition, Reply], Reply]] = {
    "score": _score,
    "details": _details,
    "read": _read,
    "merge": _merge,
    "compare": _compare,
    "brief": _brief,
    "html": _html,
    "markdown": _markdown,
}
