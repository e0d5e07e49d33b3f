"""Stands in for parts of ``asyncio`` in the browser, where Pyodide brings the event loop.

The real ones speak with sockets and child processes, of which a web page has none. Pyodide's own
loop asks for these names only.
"""

from . import events  # type: ignore[attr-defined]

__all__ = ()


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):  # type: ignore[misc]
    """What Pyodide's policy refines."""
