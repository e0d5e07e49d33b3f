"""Packages the built site for a web server: names that tell content, compressed copies, a hash."""

from publish.packaging.bundle import bundle_scripts
from publish.packaging.compress import compress, compressed, remove_copies
from publish.packaging.content_hash import tree_hash
from publish.packaging.fingerprint import fingerprint_assets
from publish.packaging.unused import remove_unused

__all__ = [
    "bundle_scripts",
    "compress",
    "compressed",
    "fingerprint_assets",
    "remove_copies",
    "remove_unused",
    "tree_hash",
]
