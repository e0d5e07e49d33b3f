"""What two HTML checkers say of every page, and of every kind of report that is saved."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from publish.config import ROOT
from publish.external import node
from selfcheck.model import LANGS
from tests.publish.java import program

NU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
VALIDATE = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
EXAMPLES = ROOT / "selfcheck" / "examples"

# Pages of different kinds, the languages in turn; `make test-all` looks at every page.
KINDS = (
    "",
    "sv/self-check",
    "en/self-check/team",
    "schedule",
    "sv/figures",
    "en/cases/tampere",
    "glossary",
    "sv/themes/employment",
    "en/about",
)

# The theme's base page tells browsers not to bring back the state of its two hidden checkboxes, in
# a way that HTML does not know for checkboxes. Nobody meets them.
THEME_NU = ("Attribute “autocomplete” is only allowed when", 'class="md-toggle"')
# The checker reads files, which have no origin that a policy could allow. The browsers test it.
OF_FILES = "violates Content Security Policy"
THEME_VALIDATE = {("valid-autocomplete", "#__drawer"), ("valid-autocomplete", "#__search")}
# These forms answer after every choice, so they have nothing to submit.
OURS_VALIDATE = {("wcag/h32", "#selfcheck-form"), ("wcag/h32", "#team-form")}


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the self-check saves as pages, in every language."""
    folder = tmp_path_factory.mktemp("reports")
    for lang in LANGS:
        one, other, *_ = sorted(map(str, (EXAMPLES / lang).glob("*.json")))
        for command in (["score", one], ["explain", one], ["brief", one], ["compare", one, other]):
            page = folder / f"{command[0]}-{lang}.html"
            line = [sys.executable, "-m", "selfcheck", *command, "--lang", lang, "--format", "html"]
            page.write_bytes(subprocess.run(line, capture_output=True, check=True).stdout)
    return folder


def nu(*folders: Path) -> list[str]:
    """What the Nu HTML checker finds wrong in the pages of some folders."""
    checker = program(NU)
    if not checker:
        pytest.skip("Java is missing, so the Nu HTML checker was not run")
    line = [*checker, "--skip-non-html", "--format", "json", *map(str, folders)]
    told = subprocess.run(line, capture_output=True, check=False).stderr
    message, place = THEME_NU
    return [
        f"{fault['url']}:{fault.get('lastLine')} {fault['message']}"
        for fault in json.loads(told)["messages"]
        if not (fault["message"].startswith(message) and place in fault.get("extract", ""))
        and OF_FILES not in fault["message"]
    ]


def validate(*folders: Path) -> list[str]:
    """Where the pages of some folders break a rule of .htmlvalidate.mjs."""
    with TemporaryDirectory() as place:
        told = Path(place) / "told.json"
        settings = ["--config", str(ROOT / ".htmlvalidate.mjs"), "--formatter", f"json={told}"]
        line = [node(), str(VALIDATE), *settings, *map(str, folders)]
        subprocess.run(line, capture_output=True, check=False)
        checked = json.loads(told.read_text("utf-8"))
    return [
        f"{page['filePath']}:{fault['line']} {fault['ruleId']} {fault['message']}"
        for page in checked
        for fault in page["messages"]
        if (fault["ruleId"], fault["selector"]) not in THEME_VALIDATE | OURS_VALIDATE
    ]


@pytest.mark.parametrize("checker", [nu, validate])
def test_the_checkers_find_nothing_in_one_page_of_a_kind(
    checker: Callable[..., list[str]], built_site: Path, reports: Path
) -> None:
    """No page of any kind, nor a report, has a fault that either HTML checker can see."""
    pages = [built_site / folder / "index.html" for folder in KINDS]

    assert checker(*(page.resolve(strict=True) for page in pages), reports) == []


@pytest.mark.slow
@pytest.mark.parametrize("checker", [nu, validate])
def test_the_checkers_find_nothing(
    checker: Callable[..., list[str]], built_site: Path, reports: Path
) -> None:
    """No page or report has a fault that the Nu HTML checker or html-validate can see."""
    assert checker(built_site.resolve(), reports) == []


@pytest.mark.parametrize("checker", [nu, validate])
def test_the_checkers_do_find_faults(checker: Callable[..., list[str]], tmp_path: Path) -> None:
    """Each checker, run in the same way, tells an id that stands twice."""
    twice = '<!doctype html><html lang="en"><head><title>A</title></head><body><h1 id="a">B</h1>'
    (tmp_path / "page.html").write_text(f'{twice}<p id="a">C</p></body></html>', "utf-8")

    assert any("duplicate id" in fault.lower() for fault in checker(tmp_path))
