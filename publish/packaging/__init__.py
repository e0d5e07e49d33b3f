"""Packages the built site for a web server: names that tell content, compressed copies, a hash."""

from publish.packaging.bundle import bundle_scripts
from publish.packaging.compress import compress, compress_file, compressed, largest, remove_copies
from publish.packaging.content_hash import tree_hash
from publish.packaging.fingerprint import fingerprint_assets, fingerprint_runtime
from publish.packaging.unused import remove_unused

__all__ = [
    "bundle_scripts",
    "compress",
    "compress_file",
    "compressed",
    "fingerprint_assets",
    "fingerprint_runtime",
    "largest",
    "remove_copies",
    "remove_unused",
    "tree_hash",
]
