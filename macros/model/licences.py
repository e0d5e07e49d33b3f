"""Whose work the site holds, under which licence, as typed, checked data."""

from typing import Annotated, Self

from pydantic import Field, HttpUrl, model_validator

from macros.model.fact import Fact, Id, NonEmpty, Ref, Translated, contradiction, written

Package = Annotated[str, written(r"(npm|pypi):[@a-z0-9/._-]+", "npm:name or pypi:name")]
Licence = Annotated[
    str, written(r"[A-Za-z0-9.+-]+( (WITH|OR|AND) [A-Za-z0-9.+-]+)*", "an SPDX licence")
]


class Work(Fact):
    """A work of others: what it does here, its licence, and the files that it is or is within."""

    id: Id
    name: NonEmpty
    use: Translated
    package: Package | None
    licence: Licence
    source: HttpUrl
    text: bool = False
    within: Annotated[Id, Ref("works")] | None = None
    files: tuple[NonEmpty, ...] = ()

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if bool(self.files) == bool(self.within):
            raise contradiction("files", list(self.files), "either files or `within`")
        return self


class Licences(Fact):
    """The site's own files and the works of others that it holds, as patterns."""

    own: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    works: Annotated[tuple[Work, ...], Field(min_length=1)]
