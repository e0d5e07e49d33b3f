"""Puts the licences that must come along into the site."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from macros.model.licences import Work
from publish.errors import BuildError

TEXTS = Path(__file__).with_name("licences")


def copy_texts(site: Path, works: Iterable[Work]) -> None:
    """Copy each licence. Raises :class:`BuildError` when one is missing or belongs to no work."""
    wanted = {f"{work.id}.txt" for work in works if work.text}
    found = {path.name for path in TEXTS.iterdir()}
    if missing := sorted(wanted - found):
        raise BuildError(f"publish/licensing/licences has no {', '.join(missing)}: add the licence")
    if superfluous := sorted(found - wanted):
        raise BuildError(f"publish/licensing/licences: {', '.join(superfluous)} belongs to no work")
    shutil.rmtree(site / "licence-texts", ignore_errors=True)
    shutil.copytree(TEXTS, site / "licence-texts")
