"""The browser's one door: a JSON request in, a JSON answer out.

Requests:

- `{"op": "score", "lang": …, "sheet": {…}}` → `{"result", "canonical", "report"}`
- `{"op": "read", "lang": …, "text": "…"}` → `{"sheet": {…}}`

Anything wrong → `{"faults": ["sentence", …]}` in the language asked for, or in Finnish.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from .bank import load
from .blocks import as_data
from .errors import Fault, SheetError
from .jsontext import DEPTH, LIMIT, parse, shown
from .model import LANGS, Bank, Lang
from .reading import check, read
from .report import report
from .result import canonical
from .score import score
from .sheet import plain
from .texts import Texts, load_texts
from .words import Words, load_words

# A text grows up to sixfold when it is put into JSON; the sheet lies one level down.
REQUEST_LIMIT = 6 * LIMIT + 1000
REQUEST_DEPTH = DEPTH + 1

type Reply = dict[str, object]


@dataclass(frozen=True, slots=True)
class Tool:
    """Everything needed to serve one language."""

    bank: Bank
    texts: Texts
    words: Words


@cache
def tool(lang: Lang) -> Tool:
    """Load the tool for a language, once, as its files cannot change while it runs."""
    return Tool(_bank(), load_texts(_bank(), lang), load_words(lang))


@cache
def _bank() -> Bank:
    return load()


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


def _score(tool: Tool, fields: Reply) -> Reply:
    sheet = check(fields.get("sheet"), tool.bank)
    result = score(tool.bank, sheet)
    blocks = report(tool.bank, tool.texts, tool.words, sheet, result)
    return {"result": result, "canonical": canonical(result), "report": as_data(blocks)}


def _read(tool: Tool, fields: Reply) -> Reply:
    text = fields.get("text")
    if not isinstance(text, str):
        raise SheetError((Fault("not_text", "text", shown(text)),))
    return {"sheet": plain(read(text, tool.bank))}


OPERATIONS: dict[str, Callable[[Tool, Reply], Reply]] = {
    "score": _score,
    "read": _read,
}
