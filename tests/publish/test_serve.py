"""Serving while editing: what a saved file builds anew, and that open browsers learn of it."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Queue
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from devtools.sources import copy_sources
from publish.config import ROOT
from publish.serving.incremental import EDITED, RUNTIME, SHARED, Plan, plan_for
from publish.serving.watching import is_source
from selfcheck.model import LANGS

PATIENCE = 240  # seconds; a busy machine
QUIETLY = {"PYTHONDONTWRITEBYTECODE": "1", "SOSKE_BOOKS": "no"}


@pytest.mark.parametrize(
    ("path", "parts", "code"),
    [
        ("docs/sv/privacy.md", {"sv"}, False),
        ("docs/assets/css/site.css", {SHARED}, False),
        ("web/search/box.js", {SHARED}, False),
        ("macros/facts/words.yaml", {*LANGS, SHARED}, False),
        ("macros/pages/prose.py", {*LANGS, SHARED}, True),
        ("selfcheck/bank/rules.toml", {*LANGS, SHARED, RUNTIME}, True),
        ("overrides/main.html", {*LANGS, SHARED}, True),
        ("mkdocs.yml", {*LANGS, SHARED}, True),
    ],
)
def test_only_what_depends_on_a_file_is_built(path: str, parts: set[str], code: bool) -> None:
    """A page's language alone; a fact everywhere; code in new processes."""
    assert plan_for([Path(path)]) == Plan(frozenset(parts), code)


def test_files_saved_together_are_built_together() -> None:
    """Several files ask for all that each of them asks for, once."""
    both = plan_for([Path("docs/fi/index.md"), Path("docs/en/index.md"), Path("docs/assets/a.js")])

    assert both == Plan(frozenset({"fi", "en", SHARED}))
    assert plan_for([Path("docs/fi/index.md"), Path("mkdocs.yml")]) == Plan(EDITED, code=True)


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        ("docs/fi/index.md", True),
        ("mkdocs.yml", True),
        ("docs/fi/.index.md.swp", False),
        ("docs/fi/index.md~", False),
        ("docs/fi/4913", False),
        ("macros/__pycache__/context.py", False),
        ("README.md", False),
        (".build/serve/index.html", False),
    ],
)
def test_what_editors_keep_beside_a_file_is_no_source(path: str, ours: bool) -> None:
    """Only what the site is made of builds anything, not what editors and Python put beside it."""
    assert is_source(ROOT / path) == ours


class Served:
    """The real command at work in a copy of the sources."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.folder = folder
        self.said: Queue[str | None] = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "publish", "serve"],
            cwd=folder,
            env=os.environ
            | {"SOSKE_PORT": str(self.port), "PYTHONDONTWRITEBYTECODE": "1", "SOSKE_BOOKS": "no"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.put(line)
        self.said.put(None)

    def wait_for(self, words: str) -> list[str]:
        """Wait until the command has said something and return all; fail if it ends without."""
        heard = list[str]()
        while (line := self.said.get(timeout=PATIENCE)) is not None:
            heard.append(line)
            if words in line:
                return heard
        pytest.fail(f"it ended without {words!r}:\n{''.join(heard)}")

    def read(self, path: str) -> str:
        """What a browser gets."""
        with urlopen(f"http://127.0.0.1:{self.port}/{path}") as answer:
            text: str = answer.read().decode()
        return text

    def stop(self) -> int:
        """Stop it as Ctrl+C does."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site being edited; each test leaves the sources as they were."""
    folder = tmp_path_factory.mktemp("served")
    copy_sources(folder)
    server = Served(folder)
    with server.process:
        try:
            server.wait_for("Python for the browser")
            yield server
        finally:
            # With those that work for it: while one of them lives, its output does not end.
            with suppress(ProcessLookupError):
                os.killpg(server.process.pid, signal.SIGKILL)


async def _greeted(port: int) -> WebSocketClientConnection:
    """Connect as the browser's script does."""
    line = await websocket_connect(f"ws://127.0.0.1:{port}/livereload")
    await line.write_message(json.dumps({"command": "hello", "protocols": []}))
    await line.read_message()
    await line.write_message(json.dumps({"command": "info", "url": "http://127.0.0.1/"}))
    return line


async def _edit(served: Served) -> None:
    page, other = (
        served.folder / "docs/sv/privacy.md",
        served.folder / ".build/serve/privacy/index.html",
    )
    text, before = page.read_text("utf-8"), other.stat().st_mtime_ns
    line = await _greeted(served.port)

    page.write_text(f"{text}\nEtt nytt stycke.\n", "utf-8")
    told = json.loads(str(await line.read_message()))

    assert told["command"] == "reload"
    assert "Ett nytt stycke." in served.read("sv/privacy/")
    assert "Ett nytt stycke." in served.read("sv/search/search_index.json")
    assert other.stat().st_mtime_ns == before

    page.write_text(f"{text}\n{{{{ nothing() }}}}\n", "utf-8")
    served.wait_for("The site still shows what it showed before.")

    assert "Ett nytt stycke." in served.read("sv/privacy/")

    page.write_text(text, "utf-8")
    await line.read_message()

    assert "Ett nytt stycke." not in served.read("sv/privacy/")
    line.close()
    assert await line.read_message() is None  # the other side has closed too


def test_a_saved_page_reaches_the_browser(served: Served) -> None:
    """A save builds its language, tells browsers to load it, and leaves the others alone.

    A page that cannot be built is told, and the last good one stays; the next save mends it.
    """
    # In a thread of its own: the browser of other tests keeps this one's event loop running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, asyncio.wait_for(_edit(served), PATIENCE)).result()


def test_no_mistake_of_an_editor_ends_it(served: Served) -> None:
    """A template, a macro, a fact or a setting that is broken is told with its place.

    The last good pages stay, and the next save builds again.
    """
    mistakes = {
        "overrides/main.html": ("{% block", "overrides/main.html, line "),
        "macros/pages/prose.py": ("def (", "prose.py"),
        "macros/facts/words.yaml": ("a: [", "macros/facts/words.yaml"),
        "mkdocs.yml": ("a: [", "mkdocs.yml"),
    }
    for name, (slip, place) in mistakes.items():
        file = served.folder / name
        text = file.read_text("utf-8")
        file.write_text(f"{text}\n{slip}\n", "utf-8")
        assert place in "".join(served.wait_for("The site still shows")), name
        assert "<h1" in served.read("privacy/")

        file.write_text(text, "utf-8")
        served.wait_for(f"built anew for {name}")


def test_saving_a_finnish_page_takes_nothing_away(served: Served) -> None:
    """Finnish pages stand at the site's root, among what all languages share."""
    folder = served.folder / ".build/serve"

    def files() -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}

    before = files()
    page = served.folder / "docs/fi/privacy.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\nUusi kappale.\n", "utf-8")
    served.wait_for("built anew for docs/fi/privacy.md")

    assert "Uusi kappale." in served.read("privacy/")
    assert files() == before
    page.write_text(text, "utf-8")
    served.wait_for("built anew for docs/fi/privacy.md")
    assert {"answer-file.schema.json", "sv/index.html", "runtime/current/manifest.json"} <= before


def test_a_missing_book_is_told_on_its_page(served: Served) -> None:
    """Who follows the link to a PDF that is not there yet reads so, in the file's language."""
    with pytest.raises(HTTPError) as told:
        served.read("pdf/soske-sv.pdf")

    assert told.value.code == 503
    assert '<html lang="sv">' in told.value.read().decode()


def test_it_ends_as_asked(served: Served) -> None:
    """Ctrl+C ends it, with all that works for it, and says nothing of how it was made."""
    assert served.stop() == 0
    said = "".join(iter(served.said.get, None))
    assert "Traceback" not in said


def test_a_taken_port_is_told() -> None:
    """Another server at the same port: one line says so and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "publish", "serve"],
            cwd=ROOT,
            env=os.environ | {"SOSKE_PORT": str(port)},
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.startswith(f"port {port} is taken")
    assert len(done.stderr.splitlines()) == 1
