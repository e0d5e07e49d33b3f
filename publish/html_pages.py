"""Builds the site in one language: one run of MkDocs with that language's environment.

MkDocs runs in this process, as it does when it serves a site itself: what all languages need, the
generator, the facts, the theme's templates, is then read once and not for each.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.model.documents import FactError
from macros.model.languages import Language
from publish.config import ROOT
from publish.errors import BuildError


def build_language(language: Language, address: str, into: Path) -> None:
    """Build one language into ``into``.

    Only one at a time in a process, as MkDocs reads the language from the environment. Raises
    :class:`BuildError` with MkDocs' own words.
    """
    with _captured() as told, _within(environment(language, address, into)):
        try:
            _run()
        except (MkDocsException, FactError, SystemExit) as error:
            said = [] if isinstance(error, SystemExit) else [str(error)]
            about = f"{language.site_name} ({language.id}):"
            raise BuildError("\n".join([about, *told, *said])) from error


def environment(language: Language, address: str, into: Path) -> dict[str, str]:
    """Return what ``mkdocs.yml`` reads from the environment for one language."""
    depth = language.path.count("/")
    sections = language.sections.model_dump()
    return {
        "SOSKE_LANG": language.id,
        "SOSKE_SITE_NAME": language.site_name,
        "SOSKE_SITE_DESCRIPTION": language.description,
        "SOSKE_SITE_URL": address + language.path,
        "SOSKE_DOCS_DIR": str(ROOT / "docs" / language.id),
        "SOSKE_SITE_DIR": str(into),
        "SOSKE_SHARED": "/".join([".."] * depth) or ".",
        **{f"SOSKE_NAV_{section.upper()}": label for section, label in sections.items()},
    }


def _run() -> None:
    """Do what ``mkdocs build --strict`` does."""
    config = load_config(str(ROOT / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


@contextmanager
def _within(values: dict[str, str]) -> Iterator[None]:
    """Set variables of the environment for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class _LogCapture(logging.Handler):
    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.told = told

    def emit(self, record: logging.LogRecord) -> None:
        """Note one warning or error."""
        self.told.append(f"{record.levelname:8} - {record.getMessage()}")


@contextmanager
def _captured() -> Iterator[list[str]]:
    """Listen to MkDocs' warnings and errors, which would be printed otherwise."""
    log, told = logging.getLogger("mkdocs"), list[str]()
    capture, others, passes = _LogCapture(told), log.handlers, log.propagate
    log.handlers, log.propagate = [capture], False
    try:
        yield told
    finally:
        log.handlers, log.propagate = others, passes
