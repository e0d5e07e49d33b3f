"""How the rooms of the code depend on one another."""

import ast
from collections.abc import Iterator
from pathlib import Path

from publish.config import ROOT

# From the ground up: a room uses only those that stand before it.
ROOMS = (
    "errors",
    "workers",
    "config",
    "external",
    "site_layout",
    "system_libraries",
    "made_with",
    "proofreading",
    "runtime",
    "html_pages",
    "search",
    "calendars",
    "headers",
    "licensing",
    "offline",
    "shared",
    "packaging",
    "book",
    "pdf",
    "epub",
    "publications",
    "check",
    "build",
    "serving",
    "__main__",
)
ROOTS = ("selfcheck", "macros", "publish")
FORBIDDEN = {
    "selfcheck": {"macros", "publish", "bench", "tests"},
    "macros": {"publish", "bench", "tests"},
    "publish": {"bench", "tests"},
}


def imported(file: Path) -> Iterator[str]:
    """The modules of ours that a file imports, wherever in it that stands."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = (f"{node.module}.{name.name}" for name in node.names)
            yield from names if node.module in ROOTS else (node.module,)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def arrows() -> Iterator[tuple[str, str, str]]:
    """Each import from one room of publishing to another, with the file it stands in."""
    for file in sorted((ROOT / "publish").rglob("*.py")):
        room = file.relative_to(ROOT / "publish").with_suffix("").parts[0]
        for module in imported(file):
            package, _, rest = module.partition(".")
            used = rest.split(".")[0]
            if package == "publish" and used != room:
                yield file.relative_to(ROOT).as_posix(), room, used


def test_packages_depend_one_way() -> None:
    """The self-check knows nothing of pages, pages nothing of publishing, and none of tests."""
    assert [
        f"{file.relative_to(ROOT)} imports {module}"
        for package, others in FORBIDDEN.items()
        for file in sorted((ROOT / package).rglob("*.py"))
        for module in imported(file)
        if module.partition(".")[0] in others
    ] == []


def test_rooms_of_publishing_depend_one_way() -> None:
    """Who changes a room needs to look only at those that use it."""
    floors = {room: floor for floor, room in enumerate(ROOMS)}
    found = list(arrows())

    assert len(found) > 40
    assert [
        f"{file}: {room} uses {used}" for file, room, used in found if floors[used] >= floors[room]
    ] == []


def test_every_room_has_its_place() -> None:
    """A new folder or module of publishing is put where it belongs, by its name in the list."""
    entries = (ROOT / "publish").iterdir()
    names = {entry.stem for entry in entries if entry.suffix in ("", ".py")} - {"__pycache__"}

    assert names == set(ROOMS)


def test_no_module_stands_beside_a_folder_of_its_name() -> None:
    """Where both are, a reader opens the wrong one."""
    assert [
        file.relative_to(ROOT).as_posix()
        for package in ("bench", "publish")
        for file in (ROOT / package).rglob("*.py")
        if file.with_suffix("").is_dir()
    ] == []
