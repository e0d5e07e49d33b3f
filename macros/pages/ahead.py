"""What lies ahead: a round, or the programme alone."""

from macros.context import Context
from macros.pages.dated import Dated
from macros.pages.plan import Plan
from macros.pages.undated import Undated


def plan(context: Context) -> Plan:
    """Return the round that is ahead with its dates; the programme when none is known to be."""
    ahead = context.facts.ahead(context.today)
    return Dated(context, ahead) if ahead else Undated(context)
