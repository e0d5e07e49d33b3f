"""Writes nginx's configuration: what goes beside the server, into it, and a server to copy."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish.headers.rules import Rules
from publish.site_layout import NAMED
from selfcheck.model import LANGS

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # noqa: S701 -- it writes a configuration, from our own data
)
NAMES = ("soske-http.conf", "soske-site.conf", "soske-server.conf")


def write_nginx(folder: Path, path: str, rules: Rules) -> None:
    """Write the files into ``folder`` for a site at ``path`` (from and to a slash) of its host."""
    folder.mkdir(parents=True, exist_ok=True)
    values = {
        "path": path,
        "rules": rules,
        "policy": rules.policy_header(),
        "named": NAMED,
        "languages": [lang for lang in LANGS if lang != "fi"],
    }
    for name in NAMES:
        text = _TEMPLATES.get_template(name).render(values)
        (folder / name).write_text(text, "utf-8")
