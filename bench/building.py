"""What our build of three languages costs beside plain Material on the same Markdown."""

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ratio import Result, in_turns, ratio, timed
from publish.config import ROOT

PLAIN = """site_name: Plain
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false}}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, md_in_html, tables]
"""
STOCK = "of plain Material, one language, three times"
# As `make build` does it, several at a time; and for the record in one process, one by one.
TOGETHER = "site(Path(sys.argv[1])).build_languages()"
IN_TURN = "s = site(Path(sys.argv[1])); [s.build_language(one) for one in ('fi', 'sv', 'en')]"


def building() -> list[Result]:
    """Pages and search in three languages, PDFs apart, each side as a command of its own."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        plain = partial(_plain, _plain_site(work))
        return [
            ratio(name, goal, *in_turns(partial(_ours, script, work / "ours"), plain), of=STOCK)
            for name, goal, script in (
                ("building three languages", 1.3, TOGETHER),
                ("building three languages, one after another", None, IN_TURN),
            )
        ]


def _ours(script: str, into: Path) -> float:
    head = "import sys; from pathlib import Path; from publish.build import site; "
    return timed(partial(_run, "-c", head + script, str(into)))


def _plain(settings: Path) -> float:
    build = partial(_run, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings))
    return timed(lambda: [build() for _ in range(3)])


def _run(*arguments: str) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603 -- our own tool


def _plain_site(work: Path) -> Path:
    """The Finnish pages without macros, for a configuration that has only the theme."""
    docs = work / "docs"
    shutil.copytree(ROOT / "docs" / "fi", docs)
    for page in docs.rglob("*.md"):
        page.write_text(re.sub(r"\{\{.*?\}\}", "–", page.read_text("utf-8")), "utf-8")
    settings = work / "mkdocs.yml"
    settings.write_text(PLAIN.format(docs=docs, site=work / "plain"), "utf-8")
    return settings
