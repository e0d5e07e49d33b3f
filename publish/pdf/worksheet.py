"""Turns the self-check's form into a worksheet to be filled in by hand."""

from bs4 import Tag

from macros.site import Site
from publish.pdf.markup import new, remove, rename

# What only the browser's own reckoning fills.
_LIVE = tuple(f".selfcheck__{part}" for part in ("bar", "result", "tools", "faults", "progress"))


def worksheet(article: Tag, site: Site) -> None:
    """Rewrite the form in place; a page without one stays as it is."""
    form = article.select_one("form.selfcheck__form")
    if form is None:
        return
    remove(article, *_LIVE)
    rename(form, "div", "worksheet")
    for key in ("book.evidence.hint", "book.worksheet"):
        form.insert(0, new("p", "worksheet__how", site.word(key)))
    for number in form.select(".selfcheck__number"):
        number.append(":")
    for field in form.select(".selfcheck__fields p"):
        _field(field)
    for question in form.select("fieldset.question"):
        _question(question, site.word("book.evidence"))


def _field(field: Tag) -> None:
    """Give a text field a line to write on."""
    for entry in field.select("input"):
        entry.replace_with(new("span", "worksheet__line"))
    field["class"] = "worksheet__field"


def _question(question: Tag, evidence: str) -> None:
    short = "question--short" in question.get_attribute_list("class")
    rename(question, "div", "question question--short" if short else "question")
    for legend in question.select("legend"):
        rename(legend, "p", "question__text")
    for choices in question.select(".choices"):
        rename(choices, "ul", "choices")
    for choice in question.select("label.choice"):
        _choice(choice)
    for details in question.select("details.question__more"):
        _more(details, evidence)


def _choice(choice: Tag) -> None:
    rename(choice, "li", "choice")
    for radio in choice.select("input"):
        radio.replace_with(new("span", "box"))


def _more(details: Tag, evidence: str) -> None:
    """Leave why the question is asked; make room for evidence."""
    if details.select_one("textarea"):
        details.clear()
        details.append(new("p", "evidence__label", evidence))
        rename(details, "div", "evidence")
        return
    remove(details, "summary")
    rename(details, "div", "question__why")
