"""The site's Content-Security-Policy, and the files that bring it and other headers to readers."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from publish.errors import BuildError
from publish.headers import write_headers
from publish.headers.rules import rules
from publish.headers.static_host import named_patterns
from publish.packaging import compress, fingerprint_assets, remove_copies, tree_hash
from publish.site_layout import is_named, published_files

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body>'
META = "Content-Security-Policy"


def folder(into: Path, head: str = "", body: str = "") -> Path:
    """A site of one page."""
    into.mkdir(exist_ok=True)
    (into / "index.html").write_text(PAGE.format(head=head, body=body), "utf-8")
    return into


def directives(policy: str) -> dict[str, list[str]]:
    """A policy as its directives with their sources."""
    return {name: sources for name, *sources in map(str.split, policy.split(";"))}


class Metas(HTMLParser):
    """Everything before a page's policy, and the policy itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.before: list[str] = []
        self.policies: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag until the policy stands, and the policy."""
        given = dict(attrs)
        if given.get("http-equiv") == META:
            self.policies.append(given["content"] or "")
        elif not self.policies:
            self.before.append(tag)


def test_scripts_need_no_exception(headers_sent: dict[str, str]) -> None:
    """Scripts come from the site's own files only: none inline, none made from text."""
    policy = directives(headers_sent[META])

    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["require-trusted-types-for"] == ["'script'"]
    for name in ("base-uri", "form-action", "frame-ancestors"):
        assert policy[name] == ["'none'"]
    for refused in ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"):
        assert refused not in headers_sent[META].replace(";", " ").split()


def test_every_page_carries_the_policy(built_site: Path, headers_sent: dict[str, str]) -> None:
    """Where a server sends no headers, each page itself states the policy before all else."""
    expected = directives(headers_sent[META])
    del expected["frame-ancestors"]  # browsers take it from a header only
    for page in built_site.rglob("*.html"):
        found = Metas(page.read_text("utf-8"))
        assert [directives(policy) for policy in found.policies] == [expected], page
        assert found.before == ["html", "head", "meta"], page


@pytest.mark.parametrize(
    "part",
    [
        "<script>go()</script>",
        '<script type="module">import "./a.js";</script>',
        "<style>a{color:red}</style>",
        '<p style="color:red">',
        '<a href="#" onclick="go()">',
    ],
)
def test_script_and_style_in_a_page_stop_the_build(tmp_path: Path, part: str) -> None:
    """What the policy refuses is told with page and line when building, not found by a reader."""
    site = folder(tmp_path / "site", body=f"\n{part}")

    with pytest.raises(BuildError, match=r"policy refuses:\nindex.html, line 2: <"):
        write_headers(site, "https://example.org/", tmp_path / "nginx")


def test_data_in_a_page_is_no_script(tmp_path: Path) -> None:
    """Only what a browser would execute is refused."""
    data = '<script type="application/json">{"a": 1}</script><script src="a.js"></script>'

    write_headers(folder(tmp_path / "site", body=data), "https://example.org/", tmp_path / "nginx")


def test_a_file_of_unknown_type_stops_the_build(tmp_path: Path) -> None:
    """A suffix without a media type would be sent as nothing in particular."""
    site = folder(tmp_path / "site")
    (site / "film.webm").write_bytes(b"x")

    with pytest.raises(BuildError, match=r"no type for \.webm"):
        write_headers(site, "https://example.org/", tmp_path / "nginx")


def test_headers_are_written_once(tmp_path: Path) -> None:
    """Written twice, pages and configuration are the same as written once."""
    site = folder(tmp_path / "site")
    write_headers(site, "https://example.org/a/b/", tmp_path / "nginx")
    once = tree_hash(tmp_path)

    write_headers(site, "https://example.org/a/b/", tmp_path / "nginx")

    assert tree_hash(tmp_path) == once
    assert "location /a/b/ {" in (tmp_path / "nginx" / "soske-site.conf").read_text("utf-8")
    assert (site / "_headers").read_text("utf-8").startswith("/a/b/*\n")


def test_static_hosts_keep_what_nginx_keeps(built_site: Path) -> None:
    """The patterns of `_headers` name exactly the files whose address tells their content."""
    patterns = named_patterns(built_site)
    names = [path.relative_to(built_site).as_posix() for path in published_files(built_site)]
    matched = {
        name
        for name in names
        for pattern in patterns
        if name == pattern or (pattern.endswith("*") and name.startswith(pattern[:-1]))
    }

    assert matched == {name for name in names if is_named(f"/{name}")}
    told = (built_site / "_headers").read_text("utf-8")
    for pattern in patterns:
        assert f"/soske/{pattern}\n  Cache-Control: {rules().caching.named}\n" in told


def test_scripts_styles_and_fonts_tell_their_content(built_site: Path) -> None:
    """Nothing that pages load from the shared folder has an address that could go stale."""
    stale = [
        path
        for path in published_files(built_site / "assets")
        if path.suffix in (".css", ".js", ".woff2", ".svg")
        and not is_named(f"/{path.relative_to(built_site).as_posix()}")
    ]

    assert stale == []


def test_another_content_has_another_address(tmp_path: Path) -> None:
    """A change in any shared file changes where all of them stand, and pages follow."""
    addresses = set()
    for colour in ("red", "blue", "blue"):
        site = folder(tmp_path / "site", head='<link rel="stylesheet" href="../assets/css/a.css">')
        (site / "assets" / "css").mkdir(parents=True)
        (site / "assets" / "css" / "a.css").write_text(f"a{{color:{colour}}}", "utf-8")
        fingerprint_assets(site)
        page = (site / "index.html").read_text("utf-8")
        (address,) = re.findall(r'href="\.\./(assets/[0-9a-f]{32}/css/a\.css)"', page)
        assert (site / address).is_file()
        addresses.add(address)
        assert len(list((site / "assets").iterdir())) == 1

    assert len(addresses) == 2


def test_fonts_stay_where_they_are_when_styles_change(tmp_path: Path) -> None:
    """A changed colour does not make readers fetch the fonts again, and styles still find them."""
    fonts = set()
    for colour in ("red", "blue"):
        site = folder(tmp_path / colour, head='<link rel="preload" href="assets/fonts/a.woff2">')
        (site / "assets" / "css").mkdir(parents=True)
        (site / "assets" / "fonts").mkdir()
        (site / "assets" / "fonts" / "a.woff2").write_bytes(b"font")
        sheet = f'a{{color:{colour};src:url("../fonts/a.woff2")}}'
        (site / "assets" / "css" / "a.css").write_text(sheet, "utf-8")
        fingerprint_assets(site)
        page = (site / "index.html").read_text("utf-8")
        fonts |= set(re.findall(r'href="(assets/[0-9a-f]{32}/fonts/a\.woff2)"', page))
        (written,) = site.glob("assets/*/css/a.css")
        (led,) = re.findall(r'url\("([^"]+)"\)', written.read_text("utf-8"))
        assert (written.parent / led).resolve().read_bytes() == b"font"

    assert len(fonts) == 1


def test_copies_follow_their_originals(tmp_path: Path) -> None:
    """A copy is made where it is worth it, the same each time, and goes when its file goes."""
    site = folder(tmp_path / "site")
    (site / "long.json").write_text(json.dumps(["word"] * 1000), "utf-8")
    compress(site, tmp_path / "cache")
    once = tree_hash(site)
    assert sorted(path.name for path in site.glob("long*")) == [
        "long.json",
        "long.json.br",
        "long.json.gz",
    ]
    assert not (site / "index.html.br").exists()

    remove_copies(site)
    compress(site, tmp_path / "other cache")
    assert tree_hash(site) == once

    (site / "long.json").unlink()
    remove_copies(site)
    assert [path.name for path in site.iterdir()] == ["index.html"]
