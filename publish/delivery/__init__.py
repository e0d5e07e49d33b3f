"""Readies the built site for delivery: names that tell content, compressed copies, a hash."""

from publish.delivery.compress import compress, remove_copies
from publish.delivery.names import name_assets
from publish.delivery.tree import tree_hash

__all__ = ["compress", "name_assets", "remove_copies", "tree_hash"]
