"""What CONTRIBUTING tells an editor to do, done to a copy of the package."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from selfcheck.model import LANGS

QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
VERSION = re.compile(r'(?m)^version = "(.*)"')
# Phrases that are a form, not a wording.
FORMS = ("number", "months")


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Change a file; a recipe that changes nothing is no recipe."""
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, path
    path.write_text(after, encoding="utf-8")


def raise_version(home: Path) -> None:
    """Give the rules another version, whichever they have."""
    edit(home / "bank" / "rules.toml", lambda t: VERSION.sub(r'version = "\1.next"', t))


def change_a_weight(home: Path) -> None:
    """Let the first question weigh more."""
    raise_version(home)
    edit(
        home / "bank" / "rules.toml",
        lambda t: _in_first(t, "questions", r"weight = \d+", "weight = 4"),
    )


def change_a_threshold(home: Path) -> None:
    """Ask a little more of the second band."""
    raise_version(home)

    def harder(text: str) -> str:
        bands = [m.start() for m in re.finditer(r"(?m)^\[\[bands\]\]", text)]
        return text[: bands[1]] + _more(text[bands[1] :], "overall")

    edit(home / "bank" / "rules.toml", harder)


def add_a_question(home: Path) -> None:
    """Ask one thing more, worded in all languages and answered in the examples."""
    raise_version(home)
    rules = (home / "bank" / "rules.toml").read_text(encoding="utf-8")
    *_, last = re.finditer(r"(?m)^\[\[questions\]\]\n(?:.+\n)+", rules)
    (old,) = re.findall(r'(?m)^id = "(.+)"', last[0])
    added = last[0].replace(f'id = "{old}"', 'id = "brand-new"')
    edit(home / "bank" / "rules.toml", lambda t: t.replace(last[0], f"{last[0]}\n{added}"))
    for lang in LANGS:
        edit(home / "bank" / f"{lang}.toml", lambda t: _worded_again(t, old, "brand-new"))
    for path in home.glob("examples/*/*.json"):
        edit(path, lambda t: _answered(t, "brand-new"))


def retire_a_question(home: Path) -> None:
    """Ask one thing less, and keep its wording for those who have answered it."""
    raise_version(home)
    rules = (home / "bank" / "rules.toml").read_text(encoding="utf-8")
    *_, last = re.finditer(r"(?m)^\[\[questions\]\]\n(?:.+\n)+", rules)
    (old,) = re.findall(r'(?m)^id = "(.+)"', last[0])
    (version,) = VERSION.findall(rules)
    retired = f'[[retired]]\nid = "{old}"\n\n'
    edit(home / "bank" / "rules.toml", lambda t: retired.join(t.split(f"{last[0]}\n", 1)))
    for lang in LANGS:
        edit(home / "bank" / f"{lang}.toml", lambda t: _moved_to_retired(t, old))
    for path in home.glob("examples/*/*.json"):
        edit(path, lambda t: _unanswered(t, old, version))


def reword_the_bank(home: Path) -> None:
    """Say everything that is asked in other words."""
    for lang in LANGS:
        edit(home / "bank" / f"{lang}.toml", lambda t: QUOTED.sub(r'"Ö\1 ö"', t))


def reword_the_phrases(home: Path) -> None:
    """Say everything that the tool says in other words."""
    for lang in LANGS:
        edit(home / "words" / f"{lang}.toml", _reworded)


# Each of the first four raises the version too.
RECIPES = (
    change_a_weight,
    change_a_threshold,
    add_a_question,
    retire_a_question,
    reword_the_bank,
    reword_the_phrases,
)


def _in_first(text: str, kind: str, old: str, new: str) -> str:
    start = text.index(f"[[{kind}]]")
    return text[:start] + re.sub(old, new, text[start:], count=1)


def _more(text: str, key: str) -> str:
    return re.sub(rf"{key} = (\d+)", lambda m: f"{key} = {int(m[1]) + 2}", text, count=1)


def _worded_again(text: str, old: str, new: str) -> str:
    """Word a question as another is worded, in other words."""
    block = _block(text, old)
    head, _, body = block.partition("\n")
    again = head.replace(old, new) + "\n" + QUOTED.sub(r'"\1 Ö"', body)
    return text.replace(block, f"{block}\n{again}")


def _moved_to_retired(text: str, old: str) -> str:
    block = _block(text, old)
    (question,) = re.findall(r'(?m)^question = (".*")$', block)
    rest = text.replace(block, "")
    if "[retired]\n" in rest:
        return rest.replace("[retired]\n", f"[retired]\n{old} = {question}\n")
    return f"{rest}\n[retired]\n{old} = {question}\n"


def _block(text: str, id_: str) -> str:
    """Find the words of a question, up to the next heading."""
    found = re.search(rf"(?ms)^\[questions\.{id_}\]\n.*?(?=^\[)", text)
    assert found
    return found[0]


def _answered(text: str, id_: str) -> str:
    sheet = json.loads(text)
    sheet["answers"][id_] = 1
    return json.dumps(sheet, ensure_ascii=False, indent=2) + "\n"


def _unanswered(text: str, id_: str, version: str) -> str:
    sheet = json.loads(text)
    for part in ("answers", "evidence"):
        sheet[part].pop(id_, None)
    sheet["rules"] = version
    return json.dumps(sheet, ensure_ascii=False, indent=2) + "\n"


def _reworded(text: str) -> str:
    parts = re.split(r"(?m)^(?=\[)", text)
    return "".join(p if p.startswith(tuple(f"[{f}]" for f in FORMS)) else _other(p) for p in parts)


def _other(part: str) -> str:
    """Put other letters around every phrase; what is filled in stays."""
    return re.sub(r'(?m)^([\w-]+ = )"(.*)"$', r'\1"Ö \2 ö"', part)
