"""One hash of a whole built site: equal hashes, equal sites."""

import hashlib
from pathlib import Path


def tree_hash(folder: Path) -> str:
    """Return the SHA-256 of every file's SHA-256 and path, as ``sha256sum`` would list them.

    Anyone can compute the same: ``find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum``.
    """
    total = hashlib.sha256()
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    for name in sorted(names, key=str.encode):
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        total.update(f"{digest}  ./{name}\n".encode())
    return total.hexdigest()
