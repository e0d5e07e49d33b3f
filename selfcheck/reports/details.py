"""What goes through all answers, and how the score came about; folded in a page."""

from collections.abc import Iterator

from ..scoring.result import Reason, Result
from ..scoring.tally import Tally
from .blocks import Block, Heading, Table, Text
from .edition import Edition
from .evidence import evidence
from .feedback import feedback
from .notes import kept
from .phrasing import closing, status
from .working import working


def details(edition: Edition, here: Tally, result: Result) -> tuple[Block, ...]:
    """Write the reasons, the evidence, what each answer says, and the working."""
    return (
        *_reasons(edition, result),
        *evidence(edition, here.sheet),
        *feedback(edition, here.sheet),
        *kept(edition, here.sheet),
        *working(edition, here),
        *closing(edition),
    )


def _reasons(edition: Edition, result: Result) -> Iterator[Block]:
    """Lay out what the band ahead requires; at the top, the top band.

    Where more than two bands are possible no band is ahead: the parts tell what is open.
    """
    if len(result["bands"]) > 2:
        return
    say, goal = edition.say, edition.texts.bands[result["next"] or result["band"]].name
    yield Heading(2, say("reasons.heading", band=goal), folded=True)
    yield Text(say("reasons.next", band=goal) if result["next"] else say("reasons.top"))
    columns = tuple(say(f"reasons.{key}") for key in ("requirement", "needed", "ours", "status"))
    rows = tuple(_reason(edition, reason) for reason in result["reasons"])
    yield Table(say("reasons.caption", band=goal), columns, rows)


def _reason(edition: Edition, reason: Reason) -> tuple[str, ...]:
    say, met = edition.say, status(edition, reason["met"])
    if reason["kind"] == "condition":
        question = edition.texts.conditions[reason["condition"]].question
        return question, say("answers.yes"), say(f"answers.{reason['answer']}"), met
    needed = say("reasons.at-least", value=reason["needs"])
    name = say("reasons.overall")
    if reason["kind"] == "floor":
        name = {half.id: edition.part_name(half) for half in edition.bank.halves}[reason["half"]]
    return name, needed, edition.words.span(reason), met
