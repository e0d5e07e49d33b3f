"""Writes ``_headers``, which static hosts such as Netlify and Cloudflare Pages read.

Such a host looks for the file in the root of what is published. It compresses files itself.
"""

from collections.abc import Iterator
from pathlib import Path

from publish.headers.rules import Rules
from publish.site_layout import is_named, published_files


def write_headers_file(site: Path, path: str, rules: Rules) -> None:
    """Write the rules for a site that stands at ``path`` (from and to a slash) of its host."""
    everywhere = {**rules.security, "Content-Security-Policy": rules.policy_header()}
    parts = [_part(f"{path}*", everywhere)]
    parts += [
        _part(f"{path}{pattern}", {"Cache-Control": rules.caching.named})
        for pattern in named_patterns(site)
    ]
    (site / "_headers").write_text("\n".join(parts), "utf-8")


def named_patterns(site: Path) -> list[str]:
    """Patterns that match exactly the files whose address says their content."""
    return sorted({_pattern(path.relative_to(site)) for path in _named(site)})


def _named(site: Path) -> Iterator[Path]:
    for path in published_files(site):
        if is_named(f"/{path.relative_to(site).as_posix()}"):
            yield path


def _pattern(path: Path) -> str:
    """A whole folder named by a hash, else the one file."""
    for folder in reversed(path.parents):
        if is_named(f"/{folder.as_posix()}/"):
            return f"{folder.as_posix()}/*"
    return path.as_posix()


def _part(pattern: str, headers: dict[str, str]) -> str:
    return "".join([f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
