"""Macros that put a fact into a sentence: dates, times, counts, terms, sources."""

from macros import formats
from macros.context import Context
from macros.pages.ahead import plan


class Prose:
    """Facts as words of one language. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._plan = plan(context)
        self._lang = context.lang

    def day(self, which: str) -> str:
        """Write a date of the round ahead: ``opens``, ``closes``, ``starts`` or ``ends``."""
        return self._plan.day(which)

    def when(self, event: str) -> str:
        """Write an event's date and clock times, or its week and length; KeyError for no event."""
        return self._plan.slot(event).when

    def period(self) -> str:
        """Write the months in which the programme runs, or how many they are."""
        return self._plan.period()

    def application(self) -> str:
        """Write the days on which one can apply."""
        return self._plan.application()

    def weeks(self) -> str:
        """Write when applicants are interviewed: in which weeks, or before what."""
        return self._plan.interviews()

    def round_title(self) -> str:
        """Name the round ahead, or the programme: the head of a table of their dates."""
        return self._plan.title()

    def round_name(self) -> str:
        """Write the name of the newest round."""
        return self._context.facts.round.name

    def places(self) -> str:
        """Write the largest number of organisations taken in, as a word."""
        return formats.count(self._plan.places(), self._lang)

    def hours(self, what: str) -> str:
        """Write a length in hours: of an event, of all ``joint`` events, or of the ``sparring``."""
        return formats.number(self._plan.hours(what), self._lang)

    def figure(self, figure: str) -> str:
        """Write a statistic's value with its unit's sign, or the words that stand in for it.

        KeyError when there is no statistic of this id.
        """
        found = self._context.facts.figure(figure)
        if found.shown:
            return found.shown.to(self._lang)
        if found.unit == "percent":
            return formats.percent(found.value / 100, self._lang)
        return formats.number(found.value, self._lang)

    def source(self, source: str) -> str:
        """Link to a source, to stand after the claim it supports; KeyError when there is none."""
        return self._context.source_mark(source)

    def term(self, term: str, shown: str | None = None) -> str:
        """Link to a glossary entry, under the term or the inflected form that is shown.

        KeyError when the glossary has no entry of this id.
        """
        found = self._context.facts.term(term)
        return f"[{shown or found.term.to(self._lang)}](/glossary.md#{term}){{ .term }}"

    def org(self, organisation: str) -> str:
        """Write an organisation's name; KeyError when there is none of this id."""
        return self._context.organisation(organisation)

    def ended(self, organisation: str) -> str:
        """Write the last day of an organisation that is no more; KeyError for any other."""
        last = self._context.facts.organisation(organisation).ended
        if last is None:
            raise KeyError(f"{organisation} has no last day in organisations.yaml")
        return formats.day(last, self._lang)

    def phone(self, organisation: str) -> str:
        """Write the number of an organisation's advice line, as readers of the language dial it."""
        number = self._context.facts.organisation(organisation).phone
        if number is None:
            raise KeyError(f"{organisation} has no phone in organisations.yaml")
        return f"+358 {number.removeprefix('0')}" if self._lang == "en" else number

    def publisher(self) -> str:
        """Write the name of the site's publisher, or that there is none yet."""
        return self._context.publisher()

    def reply(self) -> str:
        """Write how soon feedback is answered: a promise, once a publisher has confirmed it."""
        site = self._context.facts.site
        key = "statement.reply" if site.confirmed else "statement.reply.none"
        days = formats.number(site.statement.reply_days, self._lang)
        return self._context.word(key, days=days)

    def edition(self) -> str:
        """Write the day on which the site was last gone through as a whole."""
        return formats.day(self._context.facts.site.edition, self._lang)
