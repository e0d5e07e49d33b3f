"""Macros that lay facts out in full: criteria, team, glossary, sources, the statement's facts."""

from typing import Any

from macros import formats, self_check
from macros.context import Context
from macros.model.glossary import Term
from macros.model.sources import Source
from selfcheck.model import LANGS


class Lists:
    """Facts as lists and tables. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lang = context.lang

    def criteria_figure(self) -> str:
        """Draw the four criteria and their halves."""
        edition = self_check.edition(self._lang)
        return self._context.render(
            "criteria.html", criteria=edition.bank.criteria, texts=edition.texts.criteria
        )

    def theme_cards(self) -> str:
        """Lead to the two themes that an organisation can choose from."""
        return self._context.render("theme_cards.html")

    def team_table(self) -> str:
        """Table the roles of a team: minimum, recommended, emphasised."""
        roles = [role for role in self._context.facts.team.roles if role.listed]
        return self._context.render("team.html", roles=roles)

    def glossary(self) -> str:
        """List every term with its explanation, its source and its names in the other languages."""
        terms = sorted(
            self._context.facts.terms, key=lambda term: _sorting(term.term.to(self._lang))
        )
        return "\n\n".join(map(self._entry, terms))

    def sources(self) -> str:
        """List every source that the site rests on, by the short names that the pages use."""
        by_name = sorted(
            self._context.facts.sources, key=lambda source: _sorting(source.short.to(self._lang))
        )
        return self._context.render("sources.html", entries=map(self._cited, by_name))

    def _cited(self, source: Source) -> dict[str, Any]:
        """Return what the list says of one source, in the page's language."""
        date = source.date
        return {
            "source": source,
            "address": source.address(self._lang),
            "publisher": _capital(self._context.organisation(source.publisher)),
            "checked": source.checked_on and formats.day(source.checked_on, self._lang),
            "date": date if isinstance(date, int | None) else formats.day(date, self._lang),
        }

    def statement_facts(self) -> str:
        """Box the dates of the accessibility statement, who answers and who supervises."""
        return self._context.render("statement.html")

    def pdf(self) -> str:
        """Link to the offline editions in this language: for paper, and for a phone."""
        href = self._context.root_link(f"pdf/soske-{self._lang}.pdf")
        epub = self._context.root_link(f"epub/soske-{self._lang}.epub")
        return self._context.render("pdf.html", href=href, epub=epub)

    def _entry(self, term: Term) -> str:
        others = ", ".join(
            f"*{term.term.to(lang)}*{{ lang={lang} }} ({self._context.word(f'language.{lang}')})"
            for lang in LANGS
            if lang != self._lang
        )
        heading = _capital(term.term.to(self._lang))
        definition = term.definition.to(self._lang)
        if term.source:
            definition = f"{definition} {self._context.source_mark(term.source)}"
        return f"## {heading} {{ #{term.id} }}\n\n{definition}\n\n{others}"


def _capital(name: str) -> str:
    """Begin with a capital letter and leave the rest, which may be a proper name, as it is."""
    return name[0].upper() + name[1:]


def _sorting(name: str) -> str:
    """Order Finnish and Swedish letters as their alphabets do: å, ä and ö come last."""
    return name.lower().translate(str.maketrans("åäö", "{|}"))
