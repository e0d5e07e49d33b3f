"""Makes the PDFs and EPUBs while the site is being edited, without keeping anyone waiting."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from publish.config import ROOT
from publish.errors import LACKS


class Books:
    """The books of the pages in a folder, made in processes of low priority.

    ``tell`` learns why they could not be made, or an empty text once they are there.
    """

    def __init__(self, folder: Path, address: str, tell: Callable[[str], None]) -> None:
        self._folder, self._address, self._tell = folder, address, tell
        self._making: subprocess.Popen[str] | None = None
        self._came_to: int | None = None

    @property
    def made(self) -> bool:
        """Whether they are there."""
        return self._came_to == 0

    @property
    def lacking(self) -> bool:
        """Whether something is missing on this machine, which may be installed meanwhile."""
        return self._came_to == LACKS

    def start(self) -> None:
        """Start making them, unless that is under way."""
        if self._making and self._making.poll() is None:
            return
        self._making = subprocess.Popen(
            ["nice", sys.executable, "-m", "publish", "books", "--into", str(self._folder)],
            cwd=ROOT,
            env=os.environ | {"SOSKE_ADDRESS": self._address},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )
        threading.Thread(target=self._wait, args=(self._making,), daemon=True).start()

    def close(self) -> None:
        """Stop making them."""
        if self._making and self._making.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._making.pid, signal.SIGTERM)

    def _wait(self, making: subprocess.Popen[str]) -> None:
        _, said = making.communicate()
        if making.returncode >= 0:  # else it was stopped
            self._came_to = making.returncode
            self._tell("" if self.made else said.strip())
