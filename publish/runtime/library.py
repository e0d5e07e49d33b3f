"""Runs inside Pyodide at build time: makes the library that the browser's Python starts with.

Stock Pyodide brings the whole standard library. The self-check uses a small part of it: this keeps
the modules that were imported once the self-check had done all it can do, compiled. It is an
intermediate product; the snapshot of memory is taken of a Python that started from it.
"""

import importlib.util
import marshal
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from types import CodeType

# The same time for every entry, so that the same sources give the same bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
# asyncio does without it where it is missing, and the browser's Python opens no connections.
LEFT_OUT = "ssl.py"
STANDARD = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"


# What a page has no use for, and what Pyodide finds in its place.
STAND_INS = {
    "pyodide/_package_loader.py": "stub_package_loader.py",
    "asyncio/base_events.py": "stub_asyncio_io.py",
    "asyncio/streams.py": "stub_asyncio_io.py",
    "asyncio/subprocess.py": "stub_asyncio_io.py",
    "asyncio/unix_events.py": "stub_asyncio_io.py",
}


def make_library(origins: list[str], wheel: str, target: str) -> None:
    """Write the zip ``target``: standard modules of ``origins``, all of ``wheel``, as bytecode."""
    entries = dict([*_standard(origins), *_package(wheel), *_stand_ins()])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as library:
        for name, content in sorted(entries.items()):
            library.writestr(zipfile.ZipInfo(name, MOMENT), content)


def _standard(origins: list[str]) -> Iterator[tuple[str, bytes]]:
    """The files of the standard library that were imported."""
    prefix = STANDARD + "/"
    names = sorted({file.removeprefix(prefix) for file in origins if file.startswith(prefix)})
    names = [name for name in names if name != LEFT_OUT]
    with zipfile.ZipFile(STANDARD) as whole:
        for name in names:
            if name.endswith(".pyc"):
                yield name, whole.read(name)
            else:
                yield _compiled(name, whole.read(name), _without_lines)


def _stand_ins() -> Iterator[tuple[str, bytes]]:
    for name, source in STAND_INS.items():
        yield _compiled(name, Path("/build", source).read_bytes())


def _package(wheel: str) -> Iterator[tuple[str, bytes]]:
    """Our own package whole, its data included."""
    with zipfile.ZipFile(wheel) as whole:
        for name in whole.namelist():
            if ".dist-info/" in name or name.endswith("/"):
                continue
            content = whole.read(name)
            yield _compiled(name, content) if name.endswith(".py") else (name, content)


def _compiled(
    name: str, source: bytes, refine: Callable[[CodeType], CodeType] = lambda code: code
) -> tuple[str, bytes]:
    """Bytecode that is never compared with its source again (PEP 552), beside where it stood."""
    code = refine(compile(source, name, "exec", dont_inherit=True, optimize=2))
    flags = (0b01).to_bytes(4, "little")
    head = importlib.util.MAGIC_NUMBER + flags + importlib.util.source_hash(source)
    return str(PurePosixPath(name).with_suffix(".pyc")), head + marshal.dumps(code)


def _without_lines(code: CodeType) -> CodeType:
    """Leave out the line numbers: a seventh of all code, and of use only to those who change it."""
    inner = (_without_lines(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(inner))


def install(wheel: str) -> None:
    """Make the package importable, as the browser's stock start would."""
    folder = Path("/build/package")
    with zipfile.ZipFile(wheel) as whole:
        whole.extractall(folder)
    sys.path.insert(0, str(folder))
