"""Turns the self-check's form into a worksheet: choices for a PDF reader or a pen, lines for a pen.

A choice's name is the question's id, as in the page and in the answer file; its title is the name
that a screen reader says. What is written in words has lines: a PDF reader could only set it in a
typeface that the file brings whole, and would lose the letters that this lacks.
"""

from bs4 import Tag

from macros.context import Context
from publish.book.markup import new, remove, rename, text_of

# What only the browser's own reckoning fills.
_LIVE = tuple(f".selfcheck__{part}" for part in ("result", "tools", "panels", "foot"))
# What a choice on the screen changes; on paper every remark says whom it concerns.
_CHOSEN = (".kind__choice", ".kind__hint", "[data-presets]", "[data-told]")
_UNDECIDED = "none"  # a PDF's button cannot have an empty value


def worksheet(article: Tag, site: Context) -> None:
    """Rewrite the form in place; a page without one stays as it is."""
    form = article.select_one("form.selfcheck__form")
    if form is None:
        return
    remove(article, *_LIVE)
    remove(form, *_CHOSEN)
    for remark in form.select(".remark[hidden]"):
        del remark["hidden"]
    form.attrs.clear()
    rename(form, "div", "worksheet")
    for key in ("book.evidence.hint", "book.worksheet"):
        form.insert(0, new("p", "worksheet__how", site.word(key)))
    for number in form.select(".selfcheck__number"):
        number.append(":")
    remove(form, "fieldset[hidden]")
    for answer in form.select("label.returning"):
        rename(answer, "p", "worksheet__field")
        for box in answer.select("input"):
            answer.append(new("span", "worksheet__line"))
            box.extract()
    for field in form.select(".selfcheck__fields p"):
        _field(field)
    for question in form.select("fieldset.question"):
        _question(question, site.word("book.evidence"))


def groups(article: Tag) -> dict[str, str]:
    """Return the question of each group of buttons in a worksheet, by the group's name."""
    return {
        str(button["name"]): text_of(question.select_one(".question__text"))
        for question in article.select(".worksheet .question")
        for button in question.select("input[type=radio]")
    }


def _field(field: Tag) -> None:
    """Leave choices, or a line to write on, below their label."""
    for label in field.select("label"):
        rename(label, "span", "worksheet__label")
    for entry in field.select("input:not([type=radio]), textarea"):
        entry.replace_with(new("span", "worksheet__line"))
    field["class"] = "worksheet__field"


def _question(question: Tag, evidence: str) -> None:
    short = "question--short" in question.get_attribute_list("class")
    rename(question, "div", "question question--short" if short else "question")
    for legend in question.select("legend"):
        rename(legend, "p", "question__text")
    for choices in question.select(".choices"):
        rename(choices, "ul", "choices")
        for space in choices.find_all(string=True, recursive=False):
            space.extract()
    for choice in question.select("label.choice"):
        _choice(choice)
    for details in question.select("details.question__more"):
        _more(details, evidence)


def _choice(choice: Tag) -> None:
    rename(choice, "li", "choice")
    for button in choice.select("input"):
        button["title"] = text_of(choice.select_one(".choice__text"))
        button["value"] = str(button["value"]) or _UNDECIDED


def _more(details: Tag, label: str) -> None:
    """Leave why the question is asked; make room for evidence."""
    if details.select_one("textarea"):
        details.clear()
        details.append(new("p", "evidence__label", label))
        details.append(new("p", "worksheet__line"))
        rename(details, "div", "evidence")
        return
    remove(details, "summary")
    rename(details, "div", "question__why")
