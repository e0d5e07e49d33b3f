"""The package's rooms: imports between them run one way."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import macros

# From the ground up: a room may import those before it, and its own modules.
ROOMS = ("self_check", "model", "formats", "drawing", "context", "pages", "__init__")
ROOT = Path(macros.__file__).parent


def imports(path: Path) -> Iterator[str]:
    """Yield the rooms that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative path"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("macros."))


def test_every_module_has_a_room() -> None:
    """Each module of the package lies in one of the rooms."""
    found = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in ROOT.rglob("*.py")}
    assert found == set(ROOMS)


def test_imports_run_one_way() -> None:
    """No room imports one that stands above it, and drawings know nothing of pages."""
    back = [
        f"{path.relative_to(ROOT)} imports {room}"
        for path in sorted(ROOT.rglob("*.py"))
        for room in imports(path)
        if ROOMS.index(room) > ROOMS.index(path.relative_to(ROOT).parts[0].removesuffix(".py"))
    ]
    assert back == []


def test_no_module_is_called_after_the_standard_library() -> None:
    """A name of the standard library would be read for the other."""
    taken = {room for room in ROOMS if room in sys.stdlib_module_names}
    assert taken == set()
