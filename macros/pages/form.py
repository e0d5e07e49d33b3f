"""Macros of the self-check: the form, its scoring key, the completed examples.

All three are drawn from the bank that the browser scores with, so a question exists once.
"""

import math
from collections.abc import Iterator

from macros.context import Context
from macros.pages.ahead import asks_of_a_round, plan
from macros.pages.prose import Prose
from macros.self_check import EXAMPLES, ORDER, edition
from selfcheck.bank.texts import QuestionText
from selfcheck.model import numbers
from selfcheck.reports.blocks import Block, Heading, as_data
from selfcheck.reports.report import report
from selfcheck.sheets.reading import read
from selfcheck.sheets.sheet import Sheet

WORDS_A_MINUTE = 200  # how fast people read what they have to think about
TIMED = ("resources", "team-time")  # asked about hours, so the form tells how many there are


class Form:
    """The self-check as pages show it. Every method is a macro of the same name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._edition = edition(context.lang)
        self._bank, self._texts = self._edition.bank, self._edition.texts

    def self_check(self) -> str:
        """Draw the form with the place for its result; Python in the browser makes it live."""
        prose, dates, round_ = Prose(self._context), plan(self._context), self._context.facts.round
        ahead = asks_of_a_round(self._context)
        return self._context.render(
            "selfcheck.html",
            bank=self._bank,
            texts=self._texts,
            numbers=numbers(self._bank),
            groups=list(zip(self._bank.criteria, self._bank.groups, strict=True)),
            examples={key: _examples(text) for key, text in self._texts.questions.items()},
            total=len(self._bank.ids) - sum(q.round and not ahead for q in self._bank.questions),
            phrases=self._phrases(),
            until=round_.application.closes.isoformat() if ahead else "",
            timed=TIMED,
            hours=dates.say(
                "check.hours", joint=prose.hours("joint"), sparring=prose.hours("sparring")
            ),
        )

    def scoring_key(self) -> str:
        """Lay out weights, points and bands, so that a result can be worked out by hand."""
        return self._context.render(
            "scoring_key.html",
            bank=self._bank,
            texts=self._texts,
            numbers=numbers(self._bank),
            edition=self._edition,
        )

    def reading_minutes(self) -> int:
        """Count the minutes it takes to read every question with its levels, rounded up."""
        questions = self._texts.questions.values()
        wordings = [text.question for text in self._texts.conditions.values()]
        wordings += [wording for text in questions for wording in (text.question, *text.levels)]
        words = sum(len(wording.split()) for wording in wordings)
        return math.ceil(words / WORDS_A_MINUTE)

    def examples(self) -> str:
        """Show each completed example sheet: its result, its answers and their evidence."""
        return "\n\n".join(map(self._example, ORDER))

    def _example(self, example: str) -> str:
        sheet = read((EXAMPLES / self._context.lang / f"{example}.json").read_bytes(), self._bank)
        blocks = report(self._edition, sheet)
        html = self._context.render(
            "example.html",
            example=example,
            organisation=sheet.organisation,
            sections=list(_sections(blocks)),
            answers=list(self._answers(sheet)),
        )
        return f"## {sheet.organisation} {{ #{example} }}\n\n{html}"

    def _answers(self, sheet: Sheet) -> list[tuple[str, str, str]]:
        """Each question with its number, the answer as worded, and the evidence."""
        rows = [
            (
                self._texts.conditions[condition.id].question,
                self._context.word(f"check.{sheet.conditions.get(condition.id, 'unknown')}"),
                sheet.evidence.get(condition.id, ""),
            )
            for condition in self._bank.conditions
        ]
        for question, number in numbers(self._bank).items():
            answer = sheet.answers.get(question, "unknown")
            text = self._texts.questions[question]
            worded = (
                f"{answer}. {text.levels[answer]}"
                if isinstance(answer, int)
                else self._context.word(f"check.{answer}")
            )
            rows.append((f"{number} {text.question}", worded, sheet.evidence.get(question, "")))
        return rows

    def _phrases(self) -> dict[str, str]:
        """The words that the page's script shows, and the names of the bands."""
        words = self._context.phrases("check.")
        return words | {f"band.{band}": text.name for band, text in self._texts.bands.items()}


def _examples(text: QuestionText) -> list[list[tuple[str, tuple[str, ...]]]]:
    """List the examples of a question, level by level, each with the themes it is shown for."""
    return [
        [(wording, ()) for wording in wordings]
        if len(wordings := tuple(dict.fromkeys(example.values()))) == 1
        else [(wording, (theme, "both")) for theme, wording in example.items()]
        for example in text.examples
    ]


def _sections(blocks: tuple[Block, ...]) -> Iterator[list[dict[str, object]]]:
    """The report's parts, each beginning with its heading; the title is the page's own."""
    part: list[dict[str, object]] = []
    for block, data in zip(blocks, as_data(blocks), strict=True):
        if isinstance(block, Heading) and block.level <= 2:
            if part:
                yield part
            part = []
        if not (isinstance(block, Heading) and block.level == 1):
            part.append(data)
    yield part
