"""Uses what a command needs of the system: ``python -m devtools.works NEED`` fails without it.

The needs are those of ``setup/packages.txt``.
"""

import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

FONT = "node_modules/@fontsource/atkinson-hyperlegible-next/files"
FACE = f"{FONT}/atkinson-hyperlegible-next-latin-400-normal.woff2"


def pdf() -> bool:
    """Set a word in the site's typeface; whatever WeasyPrint would warn of is a fault."""
    from publish.system_libraries import load_pango  # noqa: PLC0415

    load_pango()
    warnings.simplefilter("error")
    from weasyprint import HTML  # noqa: PLC0415

    face = f"@font-face {{ font-family: Atkinson; src: url({FACE}) }}"
    text = f"<style>{face} p {{ font-family: Atkinson }}</style><p>Hyvä sana"
    set_word: bytes = HTML(string=text, base_url=".").write_pdf(uncompressed_pdf=True)
    return b"Atkinson" in set_word


def spelling() -> bool:
    """Ask Voikko for a word."""
    from publish.system_libraries import voikko  # noqa: PLC0415

    speaker = voikko()
    return bool(speaker and speaker.analyze("hankinnoissa"))


def browser() -> bool:
    """Start a Chromium."""
    from devtools.chromium import chromium  # noqa: PLC0415

    return chromium() is not None


def server() -> bool:
    """Let nginx read a configuration with the Brotli module; find what is used beside it."""
    from devtools import nginx  # noqa: PLC0415

    if nginx.missing() or not shutil.which("wrk"):
        return False
    with TemporaryDirectory() as folder:
        file = Path(folder) / "nginx.conf"
        file.write_text(f"load_module {nginx.brotli()};\npid {folder}/pid;\nevents {{}}\n")
        look = [nginx.program("nginx"), "-t", "-e", f"{folder}/log", "-c", str(file)]
        return subprocess.run(look, check=False).returncode == 0


def engines() -> bool:
    """Find the three browsers and their drivers."""
    from devtools.engines import missing  # noqa: PLC0415

    return not missing()


NEEDS: dict[str, Callable[[], bool]] = {
    use.__name__: use for use in (pdf, spelling, browser, server, engines)
}

if __name__ == "__main__":
    sys.exit(not NEEDS[sys.argv[1]]())
