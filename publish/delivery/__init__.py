"""Readies the built site for delivery: names that tell content, compressed copies, a hash."""

from publish.delivery.bundle import bundle_scripts
from publish.delivery.compress import compress, compressed, remove_copies
from publish.delivery.names import assets, name_assets
from publish.delivery.tree import tree_hash
from publish.delivery.unused import remove_unused

__all__ = [
    "assets",
    "bundle_scripts",
    "compress",
    "compressed",
    "name_assets",
    "remove_copies",
    "remove_unused",
    "tree_hash",
]
