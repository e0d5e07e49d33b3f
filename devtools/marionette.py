"""Lets Selenium drive Firefox without geckodriver, which not every system packages.

Geckodriver only passes WebDriver's commands on to Firefox's own server, Marionette, under these
names: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection

_NAMES = {
    Command.NEW_SESSION: "WebDriver:NewSession",
    Command.SET_TIMEOUTS: "WebDriver:SetTimeouts",
    Command.GET: "WebDriver:Navigate",
    Command.REFRESH: "WebDriver:Refresh",
    Command.GET_CURRENT_URL: "WebDriver:GetCurrentURL",
    Command.FIND_ELEMENT: "WebDriver:FindElement",
    Command.FIND_ELEMENTS: "WebDriver:FindElements",
    Command.CLICK_ELEMENT: "WebDriver:ElementClick",
    Command.SEND_KEYS_TO_ELEMENT: "WebDriver:ElementSendKeys",
    Command.GET_ELEMENT_TEXT: "WebDriver:GetElementText",
    Command.GET_ELEMENT_PROPERTY: "WebDriver:GetElementProperty",
    Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
    Command.W3C_ACTIONS: "WebDriver:PerformActions",
    Command.W3C_GET_ALERT_TEXT: "WebDriver:GetAlertText",
    Command.W3C_ACCEPT_ALERT: "WebDriver:AcceptAlert",
    Command.PRINT_PAGE: "WebDriver:Print",
    Command.SCREENSHOT: "WebDriver:TakeScreenshot",
    Command.QUIT: "Marionette:Quit",
}
_START = 60  # seconds


class Marionette(RemoteConnection):
    """A connection to a Firefox that it starts, with a profile of its own in ``folder``."""

    def __init__(self, firefox: str, folder: Path, settings: dict[str, object]) -> None:
        port = _free_port()
        super().__init__(client_config=ClientConfig(f"http://127.0.0.1:{port}"))
        (folder / "user.js").write_text(_preferences({"marionette.port": port, **settings}))
        self._process = subprocess.Popen(
            [firefox, "--headless", "--marionette", "--no-remote", "--profile", folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = _connect(port)
        self._receive()  # it says who it is
        self._number = 0

    def execute(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        """Send a command of Selenium's and return the answer as geckodriver would."""
        self._number += 1
        rest = {key: value for key, value in params.items() if key != "sessionId"}
        message = json.dumps([0, self._number, _NAMES[command], rest]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        plain = isinstance(result, dict) and set(result) == {"value"}
        return {"value": result["value"] if plain else result}

    def close(self) -> None:
        """Wait until the Firefox that was told to quit has ended, or end it."""
        super().close()  # type: ignore[no-untyped-call]
        self._socket.close()
        try:
            self._process.wait(_START)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._socket.recv(1)
        left, whole = int(length[:-1]), b""
        while len(whole) < left:
            whole += self._socket.recv(left - len(whole))
        return json.loads(whole)


def _preferences(settings: dict[str, object]) -> str:
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(to)});\n" for name, to in settings.items())
    return "".join(lines)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _connect(port: int) -> socket.socket:
    """Connect as soon as Firefox listens. Raises ``OSError`` when it does not within a minute."""
    end = time.monotonic() + _START
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
