"""Says when the accessibility statement is too old for the site that it speaks of."""

import shutil
import subprocess
from calendar import monthrange
from datetime import date
from pathlib import Path

from macros.model.site import Statement

# Templates, styles and scripts: what makes a page accessible or not, whatever it says.
SPOKEN_OF = ("overrides", "macros/templates", "docs/assets/css", "web", "mkdocs.yml")


def overdue(root: Path, statement: Statement) -> str | None:
    """Tell if the statement was reviewed too long before the newest change to what it speaks of.

    None when it was not, or when `root` has no history to tell from: see :func:`newest_change`.
    """
    changed = newest_change(root)
    due = _later(statement.reviewed, statement.review_months)
    if changed is None or changed <= due:
        return None
    return (
        f"macros/facts/site.yaml: statement.reviewed is {statement.reviewed}, but a template, "
        f"style or script changed on {changed}; expected a review of the statement by {due}"
    )


def newest_change(root: Path) -> date | None:
    """Return the day of the newest commit to templates, styles or scripts; None without history.

    A shallow clone has none: there the newest commit of all stands for every file.
    """
    git = shutil.which("git")
    if not git or not (root / ".git").exists():
        return None
    if _told(git, root, "rev-parse", "--is-shallow-repository") == "true":
        return None
    day = _told(git, root, "log", "-1", "--format=%cs", "--", *SPOKEN_OF)
    return date.fromisoformat(day) if day else None


def _told(git: str, root: Path, *command: str) -> str:
    run = subprocess.run([git, *command], cwd=root, capture_output=True, text=True, check=False)
    return run.stdout.strip()


def _later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
