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
from urllib.request import urlopen

import pytest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from devtools.sources import copy_sources
from publish.config import ROOT
from publish.incremental import EVERYTHING, Plan, plan_for
from selfcheck.model import LANGS

PATIENCE = 240  # seconds; a busy machine


@pytest.mark.parametrize(
    ("path", "languages", "shared", "code"),
    [
        ("docs/sv/privacy.md", {"sv"}, False, False),
        ("docs/assets/css/site.css", set(), True, False),
        ("web/search/box.js", set(), True, False),
        ("macros/facts/words.yaml", set(LANGS), True, False),
        ("macros/pages/prose.py", set(LANGS), True, True),
        ("selfcheck/bank/rules.toml", set(LANGS), True, True),
        ("overrides/main.html", set(LANGS), True, True),
        ("mkdocs.yml", set(LANGS), True, True),
    ],
)
def test_only_what_depends_on_a_file_is_built(
    path: str, languages: set[str], shared: bool, code: bool
) -> None:
    """A page's language alone; a fact everywhere; code in new processes."""
    assert plan_for([Path(path)]) == Plan(frozenset(languages), shared, code)  # type: ignore[arg-type]


def test_files_saved_together_are_built_together() -> None:
    """Several files ask for all that each of them asks for, once."""
    both = plan_for([Path("docs/fi/index.md"), Path("docs/en/index.md"), Path("docs/assets/a.js")])

    assert both == Plan(frozenset({"fi", "en"}), shared=True, code=False)
    assert plan_for([Path("docs/fi/index.md"), Path("mkdocs.yml")]) == EVERYTHING


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
            env=os.environ | {"SOSKE_PORT": str(self.port), "PYTHONDONTWRITEBYTECODE": "1"},
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

    def wait_for(self, words: str) -> None:
        """Wait until the command has said something; fail as soon as it ends without."""
        heard = list[str]()
        while (line := self.said.get(timeout=PATIENCE)) is not None:
            heard.append(line)
            if words in line:
                return
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


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """The site being edited."""
    copy_sources(tmp_path)
    server = Served(tmp_path)
    with server.process:
        try:
            server.wait_for("serving at")
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
    page, other = served.folder / "docs/sv/privacy.md", served.folder / "site/privacy/index.html"
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

    assert served.stop() == 0


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
