"""Holds what this package does to WeasyPrint's objects to the version that it was made for."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

from publish.errors import BuildError

# What these modules rely on is documented nowhere: with a new version, follow CONTRIBUTING.md.
MADE_FOR = {"weasyprint": "70.0", "pydyf": "0.13.0"}
_HOW = "see “Move to the next WeasyPrint” in CONTRIBUTING.md"
# What comes of an object that is not as it was.
_SURPRISES = (AssertionError, AttributeError, LookupError, TypeError, ValueError)


def check_engine() -> None:
    """Raise :class:`BuildError` when another version is installed than the tags are mended for."""
    for name, expected in MADE_FOR.items():
        if (found := version(name)) != expected:
            raise BuildError(f"{name}: found {found}; the PDFs' tags need {expected}: {_HOW}")


@contextmanager
def explained() -> Iterator[None]:
    """Raise :class:`BuildError` when something is not as this version writes it."""
    try:
        yield
    except _SURPRISES as error:
        words = f"{type(error).__name__}: {error}"
        raise BuildError(f"the PDF's tags are not as expected ({words}): {_HOW}") from error
