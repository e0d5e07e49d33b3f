"""Finds the source documents' texts where they are at hand: they are kept out of the repository."""

import os
from pathlib import Path


def source_files(root: Path) -> list[Path]:
    """List the source texts: in the folder that SOSKE_SOURCES names, or beside the repository."""
    named = os.environ.get("SOSKE_SOURCES")
    folder = Path(named) if named else root.parent / "shared" / "seeds"
    return sorted(folder.glob("*.txt"))
