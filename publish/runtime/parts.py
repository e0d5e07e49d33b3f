"""The list of the runtime's files, by which a browser counts and checks what it loads."""

import hashlib
import json
from pathlib import Path

LIST = "manifest.json"


def list_parts(folder: Path) -> str:
    """Write the list of ``folder``'s files and return its SHA-256, which names all of them at once.

    The list maps each file's name to its length and SHA-256.
    """
    parts = {file.name: _part(file) for file in sorted(folder.iterdir()) if file.name != LIST}
    text = json.dumps(parts, separators=(",", ":")).encode()
    (folder / LIST).write_bytes(text)
    return hashlib.sha256(text).hexdigest()


def _part(file: Path) -> tuple[int, str]:
    content = file.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()
