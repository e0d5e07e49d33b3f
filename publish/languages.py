"""Builds the site in one language: one run of MkDocs with that language's environment."""

import os
import subprocess
import sys
from pathlib import Path

from macros.models import Language
from publish.config import ROOT
from publish.errors import BuildError


def build_language(language: Language, address: str, into: Path, runtime: str = "") -> None:
    """Build one language into ``into``, its self-check with the Python of the folder ``runtime``.

    Raises :class:`BuildError` with MkDocs' own words.
    """
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=ROOT,
        env=os.environ | environment(language, address, into, runtime),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise BuildError(f"{language.site_name} ({language.id}):\n{_told(run.stderr)}")


def environment(language: Language, address: str, into: Path, runtime: str) -> dict[str, str]:
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
        "SOSKE_RUNTIME": runtime,
        "SOSKE_SHARED": "/".join([".."] * depth) or ".",
        # The theme's own notice about its future is for us, not for every build.
        "NO_MKDOCS_2_WARNING": "1",
        **{f"SOSKE_NAV_{section.upper()}": label for section, label in sections.items()},
    }


def _told(log: str) -> str:
    """Keep the lines of MkDocs' log that tell what is wrong."""
    lines = [line for line in log.splitlines() if not line.startswith("INFO")]
    return "\n".join(lines)
