"""Services that an employment office buys or grants, as a case tells them."""

from typing import Annotated

from pydantic import Field

from macros.model.fact import Fact, Id, SourceId, Translated


class Service(Fact):
    """A service and how long or how much of it a client gets, where the source tells."""

    name: Translated
    amount: Translated | None = None


class ServiceGroup(Fact):
    """Services of one purpose."""

    id: Id
    name: Translated
    services: Annotated[tuple[Service, ...], Field(min_length=1)]


class Services(Fact):
    """What was bought in one region."""

    source: SourceId
    groups: Annotated[tuple[ServiceGroup, ...], Field(min_length=1)]
