"""The real nginx with the configuration that publishing made: what readers' browsers are told."""

import gzip
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from devtools.nginx import HOST, Nginx, missing, nginx
from publish.headers.rules import rules
from publish.site_layout import is_named, published_files
from selfcheck.model import LANGS

from .pages import FOLDERS

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"NGINX UNTESTED, {missing()}")

SITE = "/soske/"
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "sv/privacy/index.html": "text/html; charset=utf-8",
    "assets/*/js/site.js": "text/javascript; charset=utf-8",
    "assets/*/css/site.css": "text/css; charset=utf-8",
    "assets/*/fonts/atkinson-400.woff2": "font/woff2",
    "assets/*/images/mark.svg": "image/svg+xml",
    "runtime/*/pyodide.js": "text/javascript; charset=utf-8",
    "runtime/*/pyodide.asm.wasm": "application/wasm",
    "runtime/*/snapshot.bin": "application/octet-stream",
    "search/search_index.json": "application/json",
    "calendar/soske-2021-22-fi.ics": "text/calendar; charset=utf-8",
    "pdf/soske-fi.pdf": "application/pdf",
    "epub/soske-fi.epub": "application/epub+zip",
    "sitemap.xml": "application/xml",
}
OPENED = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.fixture(scope="module")
def server(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The server, with the site under its path."""
    configuration = built_site.with_name("soske-nginx")
    with nginx(configuration, built_site.parent, tmp_path_factory.mktemp("nginx")) as running:
        yield running


def path_of(built_site: Path, pattern: str) -> str:
    """The path on the server of the one file that fits a pattern."""
    (file,) = built_site.glob(pattern)
    return SITE + file.relative_to(built_site).as_posix()


@pytest.mark.parametrize("pattern", TYPES)
def test_every_type_is_named_rightly(server: Nginx, built_site: Path, pattern: str) -> None:
    """A browser that guesses no types is told the right one, text as UTF-8."""
    answer = server.get(path_of(built_site, pattern))

    assert answer.status == 200
    assert answer.headers["content-type"] == TYPES[pattern]


def test_every_file_is_served_as_it_is(server: Nginx, built_site: Path) -> None:
    """Each file of the site arrives whole, with its listed type and caching by its address."""
    known = rules()
    for file in published_files(built_site):
        path = SITE + file.relative_to(built_site).as_posix()
        answer = server.get(path)
        assert (answer.status, path) == (200, path)
        assert answer.body == file.read_bytes(), path
        assert answer.headers["content-type"].split(";")[0] == known.media(file).type, path
        caching = known.caching.named if is_named(path) else known.caching.other
        assert answer.headers["cache-control"] == caching, path


@pytest.mark.parametrize("path", ["", "sv/schedule/", "nothing/", "sv/nothing.js", "runtime/x/"])
def test_every_answer_has_the_security_headers(
    server: Nginx, headers_sent: dict[str, str], path: str
) -> None:
    """Pages and errors alike carry the very headers that the browser tests ran under."""
    answer = server.get(SITE + path)

    assert len(headers_sent) >= 8
    for name, value in headers_sent.items():
        assert answer.headers[name.lower()] == value
    assert answer.headers["server"] == "nginx"


def test_a_pdf_is_left_to_the_browsers_viewer(server: Nginx) -> None:
    """A viewer brings its own styles: a PDF has every security header but the pages' policy."""
    answer = server.get(f"{SITE}pdf/soske-fi.pdf")

    assert "content-security-policy" not in answer.headers
    for name, value in rules().security.items():
        assert answer.headers[name.lower()] == value


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("identity", None),
        ("br;q=0, gzip;q=0", None),
    ],
)
@pytest.mark.parametrize("pattern", ["index.html", "runtime/*/*.wasm", "assets/*/css/site.css"])
def test_copies_are_sent_to_who_can_read_them(
    server: Nginx, built_site: Path, pattern: str, accepted: str, encoding: str | None
) -> None:
    """Brotli where it is read, else gzip, else the file itself; always the same content."""
    (file,) = built_site.glob(pattern)

    answer = server.get(path_of(built_site, pattern), Accept_Encoding=accepted)

    assert answer.headers.get("content-encoding") == encoding
    assert OPENED[encoding](answer.body) == file.read_bytes()
    assert answer.headers["vary"] == "Accept-Encoding"
    assert int(answer.headers["content-length"]) == len(answer.body)


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_page_is_told_in_its_language(server: Nginx, built_site: Path, lang: str) -> None:
    """An address that does not exist gives the page for that, in the language of its folder."""
    folder = FOLDERS[lang]  # type: ignore[index]
    for path in ("no-such-page/", "assets/none.css", "self-check/none"):
        answer = server.get(SITE + folder + path)

        assert answer.status == 404
        assert answer.body == (built_site / folder / "404.html").read_bytes()
        assert answer.headers["cache-control"] == rules().caching.error


def test_no_error_is_kept(server: Nginx, built_site: Path) -> None:
    """An error under an address that tells its content is not kept, so that mending it helps."""
    (folder,) = {path.parents[1] for path in built_site.glob("assets/*/css/site.css")}

    answer = server.get(f"{SITE}{folder.relative_to(built_site).as_posix()}/")

    assert answer.status == 403
    assert answer.headers["cache-control"] == rules().caching.error


def test_a_part_of_a_pdf_can_be_asked_for(server: Nginx, built_site: Path) -> None:
    """A viewer may fetch a long document piece by piece, and go on where it broke off."""
    whole = (built_site / "pdf" / "soske-sv.pdf").read_bytes()

    answer = server.get(f"{SITE}pdf/soske-sv.pdf", Range="bytes=1000-1999")
    beyond = server.get(f"{SITE}pdf/soske-sv.pdf", Range=f"bytes={len(whole)}-")

    assert (answer.status, answer.body) == (206, whole[1000:2000])
    assert answer.headers["content-range"] == f"bytes 1000-1999/{len(whole)}"
    assert beyond.status == 416


def test_what_a_reader_has_is_not_sent_again(server: Nginx) -> None:
    """Asked whether a page is still the same, the server says so without sending it."""
    first = server.get(SITE, Accept_Encoding="br")

    again = server.get(SITE, Accept_Encoding="br", If_None_Match=first.headers["etag"])
    since = server.get(SITE, If_Modified_Since=first.headers["last-modified"])
    other = server.get(SITE, Accept_Encoding="br", If_None_Match='"other"')

    assert (again.status, again.body) == (304, b"")
    assert since.status == 304
    assert (other.status, other.body) == (200, first.body)


def test_addresses_without_their_slash_lead_on(server: Nginx) -> None:
    """Who leaves out the last slash is led to the page, on the host and port that was asked."""
    assert server.get("/soske").headers["location"].endswith("/soske/")
    assert server.get("/soske/schedule").headers["location"] == "/soske/schedule/"


def test_only_reading_is_allowed(server: Nginx) -> None:
    """Nothing can be sent to the site, and what is meant for other servers is not shown."""
    assert server.get(SITE, method="POST").status == 405
    assert server.get(f"{SITE}_headers").status == 404


def test_the_log_tells_pages_not_people(server: Nginx) -> None:
    """The log has neither queries, whole IP addresses, browsers' names nor referrers."""
    server.get(
        f"{SITE}privacy/?answer=secret", User_Agent="Someone", Referer="https://elsewhere.example/"
    )

    log = server.log()

    assert re.search(r'^127\.0\.0\.0 \[\S+\] "GET /soske/privacy/" 200 \d+$', log, re.MULTILINE)
    for told in ("secret", "127.0.0.1", "Someone", "elsewhere"):
        assert told not in log


def test_encrypted_it_speaks_http_2(server: Nginx) -> None:
    """With the lines for TLS taken in, browsers get HTTP/2 and are told to stay encrypted."""
    name = f"led.example.org:{server.tls_port}"
    command = ["curl", "-sk", "--http2", "-o", "/dev/null", "-D", "-", "-w", "%{http_version}"]
    command += ["--resolve", f"{name}:{HOST}", f"https://{name}{SITE}"]

    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert told.startswith("HTTP/2 200")
    assert told.endswith("2")
    assert "strict-transport-security: max-age=" in told
    led = server.get(SITE, Host="led.example.org")
    assert (led.status, led.headers["location"]) == (301, f"https://led.example.org{SITE}")
