"""What lies where in a built site: the files readers can ask for, and the shared ones' folder."""

import re
from pathlib import Path

# A hash in hexadecimal stands in a name: a whole folder (/0123abcd…/) or between dots (.0123abcd.).
# In the notation that Python and nginx share.
NAMED = r"/[0-9a-f]{32,64}/|\.[0-9a-f]{8,64}\.[^/]*$"
HASH_LENGTH = 32  # hexadecimal digits of a folder's name, 128 bits
CURRENT = "current"  # the runtime's folder, until its content names it
COMPRESSED = (".br", ".gz")


def published_files(site: Path) -> list[Path]:
    """Every file that readers can ask for, in the order of names.

    ``_headers`` is for the server, and ``.br`` and ``.gz`` are other forms of the file beside them.
    """
    return [
        path
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != "_headers" and not _is_copy(path)
    ]


def is_named(path: str) -> bool:
    """Tell whether an address says its content."""
    return re.search(NAMED, path) is not None


def shared_folder(site: Path, name: str) -> Path:
    """Return where a built site's shared ``css``, ``js``, ``fonts`` or ``images`` stand.

    That is in ``assets/``, or in a folder there that is named by hash.
    """
    folder = site / "assets"
    if (folder / name).is_dir():
        return folder / name
    (found,) = (one for one in folder.glob(f"*/{name}") if is_named(f"/{one.parent.name}/"))
    return found


def path_of(page: str) -> str:
    """Return where a page stands below its language's root: ``a/b.md`` at ``a/b/``."""
    path = page.removesuffix("index.md")
    return f"{path.removesuffix('.md')}/" if path.endswith(".md") else path


def _is_copy(path: Path) -> bool:
    return path.suffix in COMPRESSED and path.with_suffix("").exists()
