"""What our build of three languages costs beside plain Material on the same Markdown."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ratio import Ratio, measure
from macros.consistency import facts
from publish.config import ROOT, config
from publish.languages import build_language

PLAIN = """site_name: Plain
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false}}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, md_in_html, tables]
"""


def building() -> Ratio:
    """Three languages one after another, against three runs of plain Material in one language."""
    languages, address = facts().languages, config().address
    with TemporaryDirectory() as folder:
        work = Path(folder)
        settings = _plain_site(work)

        def ours() -> None:
            for language in languages:
                build_language(language, address, work / language.id)

        def theirs() -> None:
            for _ in languages:
                _mkdocs(settings)

        name = "building three languages, one after another"
        return measure(name, ("ours", ours), ("plain Material, three times", theirs), 3)


def _plain_site(work: Path) -> Path:
    """The Finnish pages without macros, for a configuration that has only the theme."""
    docs = work / "docs"
    shutil.copytree(ROOT / "docs" / "fi", docs)
    for page in docs.rglob("*.md"):
        page.write_text(re.sub(r"\{\{.*?\}\}", "–", page.read_text("utf-8")), "utf-8")
    settings = work / "mkdocs.yml"
    settings.write_text(PLAIN.format(docs=docs, site=work / "plain"), "utf-8")
    return settings


def _mkdocs(settings: Path) -> None:
    subprocess.run(  # noqa: S603 -- our own build tool
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
