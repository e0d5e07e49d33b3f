"""Lets veraPDF check the PDF editions against PDF/UA-1, where it is on the machine.

https://docs.verapdf.org/cli/ tells its options: flavour ``ua1``, and exit code 0 when all conform,
1 when some do not.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from publish.errors import BuildError

_CONFORMS, _DOES_NOT = 0, 1


def check_pdfs(folder: Path, say: Callable[[str], None]) -> None:
    """Check every PDF in ``folder`` and say the result, or why there is none.

    Raises :class:`BuildError` with veraPDF's own words when a file does not conform.
    """
    program, files = shutil.which("verapdf"), sorted(folder.glob("*.pdf"))
    if not program or not files:
        say("PDF/UA-1: not checked, " + ("no PDFs built yet" if program else "no veraPDF here"))
        return
    run = subprocess.run(
        [program, "--flavour", "ua1", "--format", "text", "-v", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode == _DOES_NOT:
        raise BuildError(run.stdout.strip())
    if run.returncode != _CONFORMS:
        raise BuildError(f"veraPDF could not check: {(run.stderr or run.stdout).strip()}")
    say("PDF/UA-1: veraPDF passes " + ", ".join(file.name for file in files))
