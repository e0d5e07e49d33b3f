"""Runs the real nginx with the configuration that publishing made, as an ordinary process."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

HOST = "127.0.0.1"
SEARCHED = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))
MAIN = """\
load_module {brotli};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes auto;
worker_rlimit_nofile 8192;
{user}
events {{ worker_connections 4096; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    sendfile on;
    tcp_nopush on;
    include {folder}/soske-http.conf;
    include {folder}/soske-server.conf;
}}
"""


def missing() -> str:
    """Say what a machine lacks for the real server to run; nothing when all is there."""
    lacking = [name for name in ("nginx", "openssl", "curl") if not program(name)]
    if not lacking and not brotli().exists():
        lacking = [brotli().name]
    return f"missing: {', '.join(lacking)}" if lacking else ""


def brotli() -> Path:
    """Return where the system's nginx keeps its module for Brotli, as it tells itself."""
    told = subprocess.run([program("nginx"), "-V"], capture_output=True, text=True, check=False)
    folder = re.search(r"--modules-path=(\S+)", told.stderr)
    return Path(folder[1] if folder else "modules") / "ngx_http_brotli_static_module.so"


def program(name: str) -> str:
    """Return a program's path; nothing where it is missing."""
    return shutil.which(name, path=SEARCHED) or ""


@dataclass(frozen=True)
class Answer:
    """A response as it came over the wire, not decompressed."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Nginx:
    """A running server: its folder, and its ports without and with TLS."""

    folder: Path
    port: int
    tls_port: int

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; ``_`` in a header's name stands for a hyphen."""
        connection = HTTPConnection(HOST, self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer: HTTPResponse = connection.getresponse()
        body = answer.read()
        connection.close()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, body)

    def log(self) -> str:
        """What the server has written down of its visitors."""
        return (self.folder / "soske.log").read_text("utf-8")


@contextmanager
def nginx(configuration: Path, root: Path, folder: Path) -> Iterator[Nginx]:
    """Serve what stands below ``root``, plainly and with TLS, until the end of the context."""
    port, tls_port = _free_port(), _free_port()
    _certificate(folder)
    (folder / "tls").mkdir()
    for name in ("soske-http.conf", "soske-site.conf"):
        text = (configuration / name).read_text("utf-8").replace("/var/log/nginx", str(folder))
        (folder / name).write_text(text, "utf-8")
        (folder / "tls" / name).write_text(text.replace("#tls ", ""), "utf-8")
    given = (configuration / "soske-server.conf").read_text("utf-8")
    servers = _plain(given, port) + _encrypted(given, tls_port, port)
    (folder / "soske-server.conf").write_text(_own(servers, root, folder), "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    main = MAIN.format(brotli=brotli(), folder=folder, user=user)
    (folder / "nginx.conf").write_text(main, "utf-8")
    process = subprocess.Popen([program("nginx"), "-p", folder, "-c", folder / "nginx.conf"])
    try:
        _wait(process, port, folder)
        yield Nginx(folder, port, tls_port)
    finally:
        process.terminate()
        process.wait()


def _plain(text: str, port: int) -> str:
    """The server as it comes, without TLS."""
    return text.replace("listen 80;", f"listen {HOST}:{port};").replace("listen [::]:80;", "")


def _encrypted(text: str, port: int, plain: int) -> str:
    """The same after its comment's advice on TLS, under a name of its own."""
    lines = [line for line in text.splitlines() if "without TLS" not in line or line[0] == "#"]
    server = re.sub(r"listen \[::\]:\S+.*;", "", "\n".join(lines).replace("#tls ", ""))
    server = server.replace("listen 80;", f"listen {HOST}:{plain};")
    server = server.replace("listen 443", f"listen {HOST}:{port}").replace("www.", "led.")
    return server.replace("snippets/soske-site.conf", "snippets/tls/soske-site.conf")


def _own(text: str, root: Path, folder: Path) -> str:
    """Set the lines that are marked as one's own."""
    text = text.replace("/var/www/soske", str(root)).replace("/etc/nginx/snippets", str(folder))
    return text.replace("/etc/ssl/certs", str(folder)).replace("/etc/ssl/private", str(folder))


def _certificate(folder: Path) -> None:
    command = f"{program('openssl')} req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
    command += " -subj /CN=led.example.org -days 2 -out soske.pem -keyout soske.key"
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    """Wait until the server answers; its own words tell why it does not."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError((folder / "error.log").read_text("utf-8"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
