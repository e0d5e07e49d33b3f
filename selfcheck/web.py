"""The browser's one door: a JSON request in, a JSON answer out.

Requests, each with `"lang"` as well:

- `{"op": "score", "sheet": {…}}` → `{"result", "canonical", "fingerprint", "report"}`, the report
  without its details, so that a new score is seen at once
- `{"op": "details", "sheet": {…}}` → `{"report"}`, the rest of it
- `{"op": "read", "text": "…"}` → `{"sheet": {…}}`
- `{"op": "merge", "sheets": [{…}, …]}` → `{"picture", "sheet", "report"}`
- `{"op": "compare", "old": {…}, "new": {…}}` → `{"comparison", "report"}`
- `{"op": "explain", "sheet": {…}}` → `{"explanation", "report"}`
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
from dataclasses import dataclass, replace
from functools import cache

from .bank import Texts, load, load_texts
from .errors import Fault, SheetError
from .jsontext import DEPTH, LIMIT, canonical, parse, shown
from .model import LANGS, Bank, Lang
from .render.html import as_html
from .render.markdown import as_markdown
from .render.text import as_text
from .reports.blocks import Block, as_data
from .reports.brief import brief
from .reports.compare import compare_report
from .reports.details import details
from .reports.explain import explain_report
from .reports.merge import merge_report
from .reports.outcome import outcome
from .reports.report import report
from .scoring.timetable import Span, read_span
from .sheets.fingerprint import fingerprint
from .sheets.reading import check, read
from .sheets.sheet import Sheet, plain
from .views.compare import compare
from .views.explain import explain
from .views.merge import merge
from .views.speakers import Stems, load_stems
from .words import Words, load_words

# A text grows up to sixfold when it is put into JSON, and a team brings several sheets, which lie
# two levels down.
REQUEST_LIMIT = 30 * LIMIT
REQUEST_DEPTH = DEPTH + 2
ADDRESS = re.compile(r"https?://[^\s\"'<>]{1,500}/")

type Reply = dict[str, object]


@dataclass(frozen=True, slots=True)
class Tool:
    """Everything needed to serve one language."""

    bank: Bank
    texts: Texts
    words: Words
    stems: Stems


@cache
def tool(lang: Lang) -> Tool:
    """Load the tool for a language, once, as its files cannot change while it runs."""
    return Tool(_bank(), load_texts(_bank(), lang), load_words(lang), _stems())


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
        reply = _one_of(fields, "op", OPERATIONS)(tool(lang), fields)
    except SheetError as error:
        reply = {"faults": [tool(lang).words.sentence(fault) for fault in error.faults]}
    return json.dumps(reply, ensure_ascii=False)


def _one_of[T](fields: Reply, key: str, known: dict[str, T]) -> T:
    value = fields.get(key)
    if isinstance(value, str) and value in known:
        return known[value]
    raise SheetError((Fault("request", key, shown(value), ", ".join(map(shown, known))),))


def _sheet(tool: Tool, value: object, field: str) -> Sheet:
    """Check a sheet; its faults name where in the request it stands."""
    try:
        return check(value, tool.bank)
    except SheetError as error:
        faults = (
            replace(fault, field=f"{field}.{fault.field}".strip(".")) for fault in error.faults
        )
        raise SheetError(tuple(faults)) from None


def _span(fields: Reply) -> Span | None:
    return read_span(fields.get("today"), fields.get("until"))


def _report(tool: Tool, sheet: Sheet, span: Span | None) -> tuple[Block, ...]:
    return report(tool.bank, tool.texts, tool.words, sheet, span)


def _score(tool: Tool, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), tool.bank)
    result, blocks = outcome(tool.bank, tool.texts, tool.words, sheet, _span(fields))
    return {
        "result": result,
        "canonical": canonical(result),
        "fingerprint": fingerprint(sheet),
        "report": as_data(blocks),
    }


def _details(tool: Tool, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), tool.bank)
    return {"report": as_data(details(tool.bank, tool.texts, tool.words, sheet))}


def _read(tool: Tool, fields: Reply) -> Reply:
    text = fields.get("text")
    if not isinstance(text, str):
        raise SheetError((Fault("not_text", "text", shown(text)),))
    return {"sheet": plain(read(text, tool.bank))}


def _merge(tool: Tool, fields: Reply) -> Reply:
    given = fields.get("sheets")
    if not isinstance(given, list) or not given:
        raise SheetError((Fault("sheets", "sheets", shown(given)),))
    sheets = [_sheet(tool, value, f"sheets[{n}]") for n, value in enumerate(given)]
    picture = merge(tool.bank, sheets, tool.stems)
    blocks = merge_report(tool.bank, tool.texts, tool.words, picture)
    return {"picture": picture, "sheet": picture["sheet"], "report": as_data(blocks)}


def _compare(tool: Tool, fields: Reply) -> Reply:
    old, new = (_sheet(tool, fields.get(key), key) for key in ("old", "new"))
    comparison = compare(tool.bank, old, new)
    blocks = compare_report(tool.bank, tool.texts, tool.words, comparison)
    return {"comparison": comparison, "report": as_data(blocks)}


def _explain(tool: Tool, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), tool.bank)
    explanation = explain(tool.bank, sheet)
    blocks = explain_report(tool.bank, tool.texts, tool.words, sheet, explanation)
    return {"explanation": explanation, "report": as_data(blocks)}


def _brief(tool: Tool, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), tool.bank)
    blocks = brief(tool.bank, tool.texts, tool.words, sheet, _span(fields))
    return {
        "report": as_data(blocks),
        "text": as_text(blocks, tool.words),
        "markdown": as_markdown(blocks, tool.words),
    }


def _html(tool: Tool, fields: Reply) -> Reply:
    base = fields.get("base", "")
    if not isinstance(base, str) or (base and not ADDRESS.fullmatch(base)):
        raise SheetError((Fault("request", "base", shown(base), "https://…/"),))
    sheet = check(fields.get("sheet"), tool.bank)
    return {"html": as_html(_report(tool, sheet, _span(fields)), tool.words, base)}


def _markdown(tool: Tool, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), tool.bank)
    return {"markdown": as_markdown(_report(tool, sheet, _span(fields)), tool.words)}


OPERATIONS: dict[str, Callable[[Tool, Reply], Reply]] = {
    "score": _score,
    "details": _details,
    "read": _read,
    "merge": _merge,
    "compare": _compare,
    "explain": _explain,
    "brief": _brief,
    "html": _html,
    "markdown": _markdown,
}
