"""What lies ahead: a round, or the programme alone."""

from macros.context import Context
from macros.pages.dated import Dated
from macros.pages.plan import Plan
from macros.pages.undated import Undated


def plan(context: Context) -> Plan:
    """Return the round that is ahead with its dates; the programme when none is known to be."""
    ahead = context.facts.ahead(context.today)
    return Dated(context, ahead) if ahead else Undated(context)


def asks_of_a_round(context: Context) -> bool:
    """Whether the self-check asks what only makes sense before a round that one may apply to."""
    return context.facts.round.state(context.today) in ("coming", "open")
