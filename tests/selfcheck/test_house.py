"""The rooms of the package stand on one another: imports run one way, from the doors down."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import selfcheck

HOME = Path(selfcheck.__file__).parent
GROUND = ("model", "errors", "jsontext", "toml")
FLOORS = ("sheets", "scoring", "bank", "words", "views", "reports", "render", "web", "cli")
MODULES = {
    ".".join(path.relative_to(HOME).with_suffix("").parts).removesuffix(".__init__"): path
    for path in HOME.rglob("*.py")
}


def imports(name: str) -> Iterator[str]:
    """List the modules of the package that a module imports, by their names inside it."""
    path = MODULES[name]
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = package[: len(package) - node.level + 1]
        target = ".".join((*base, *((node.module or "").split(".") if node.module else ())))
        for alias in node.names:
            inner = f"{target}.{alias.name}".lstrip(".")
            yield inner if inner in MODULES else target


def room(module: str) -> str:
    """Name the room a module stands in; what lies open in the package is a room of its own."""
    return module.split(".", maxsplit=1)[0]


def floor(module: str) -> int:
    """Tell how high a module's room stands; all of the ground is one floor."""
    return 0 if room(module) in GROUND else FLOORS.index(room(module)) + 1


def inside() -> list[str]:
    """List every module but the package's own head and its `-m` door."""
    return [name for name in MODULES if name not in ("__init__", "__main__")]


def test_every_module_stands_in_a_known_room() -> None:
    """A new folder is given its floor here, and its sentence in the package's head."""
    assert {room(name) for name in inside()} == {*GROUND, *FLOORS}
    assert selfcheck.__doc__
    for name in (*GROUND, *FLOORS):
        assert f"`{name}`" in selfcheck.__doc__


def test_imports_run_down() -> None:
    """No room takes anything from a room above it."""
    upward = [
        (name, other)
        for name in inside()
        for other in imports(name)
        if room(other) != room(name) and floor(other) > floor(name)
    ]

    assert not upward


def test_nothing_goes_in_a_circle() -> None:
    """Inside a room too, modules can be read in an order in which nothing is met too early."""
    graph = {name: {other for other in imports(name) if other != name} for name in inside()}

    TopologicalSorter(graph).prepare()


def test_no_module_shares_its_name_with_a_folder() -> None:
    """`bank.py` beside `bank/` would hide one of them from Python and from readers."""
    assert not [path for path in HOME.rglob("*.py") if path.with_suffix("").is_dir()]


def test_only_the_standard_library() -> None:
    """The browser has nothing else: every import from outside is Python's own."""
    for path in MODULES.values():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                named.append(node.module or "")
            assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names


def reached(name: str) -> set[str]:
    """List a module, the rooms it stands in and everything its imports lead to."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module in MODULES and module not in found:
            found.add(module)
            waiting += [*imports(module), module.rpartition(".")[0]]
    return found | {"__init__"}


def test_the_browser_gets_what_it_reaches() -> None:
    """The wheel leaves out the modules that no request leads to, and no other."""
    project = tomllib.loads((HOME.parent / "pyproject.toml").read_text(encoding="utf-8"))
    left_out = project["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
    paths = {name: path.relative_to(HOME.parent) for name, path in MODULES.items()}
    packed = {
        name
        for name, path in paths.items()
        if not any(path.is_relative_to(folder) for folder in left_out)
    }

    assert packed == reached("web")
