"""Styles that only some pages need are loaded there, and everywhere they are needed."""

import re
from pathlib import Path

from publish.site_layout import shared_folder

from .pages import Page

EVERYWHERE = {"fonts", "colours", "site", "search"}
SELECTORS = re.compile(r"([^{}]+)\{")
CLASS = re.compile(r"\.([a-z][\w-]*)")
OURS = re.compile(r"/assets/(?:[0-9a-f]{32}/)?js/")
COMMA = re.compile(r",(?![^()]*\))")  # not those within :is(…)
LINKED = re.compile(r"assets/(?:[0-9a-f]{32}/)?css/(\w+)\.css$")


def selectors(sheet: Path) -> list[set[str]]:
    """The classes of each of a sheet's selectors that names a class of our own."""
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    rules = [rule for rule in SELECTORS.findall(css) if not rule.strip().startswith("@")]
    found = [set(CLASS.findall(one)) for rule in rules for one in COMMA.split(rule)]
    return [names for names in found if any(not name.startswith("md-") for name in names)]


def test_a_page_loads_the_sheets_that_style_it(built_site: Path, site_pages: list[Page]) -> None:
    """Wherever a rule of a sheet of our own could apply, the page loads that sheet."""
    sheets = {path.stem: selectors(path) for path in shared_folder(built_site, "css").glob("*.css")}
    lacking = []
    for page in site_pages:
        linked = {
            sheet[1]
            for link in page.all("link[rel=stylesheet]")
            if (sheet := LINKED.search(str(link["href"])))
        }
        classes = {name for element in page.all("[class]") for name in element["class"]}
        needed = {name for name, rules in sheets.items() if any(rule <= classes for rule in rules)}
        lacking += [f"{page.file}: {name}" for name in sorted((needed | EVERYWHERE) - linked)]

    assert lacking == []


def test_no_page_loads_every_sheet(built_site: Path, site_pages: list[Page]) -> None:
    """The sheets of a few pages do not weigh on the others."""
    sheets = {path.stem for path in shared_folder(built_site, "css").glob("*.css")}
    (front,) = [page for page in site_pages if page.file == "index.html"]

    linked = {str(link["href"]).rpartition("/")[2] for link in front.all("link[rel=stylesheet]")}

    assert not {f"{sheet}.css" for sheet in sheets} <= linked


def test_no_script_stands_in_a_page(site_pages: list[Page]) -> None:
    """Every script is a module of the site's own, so that a strict policy can forbid all else."""
    inline = [
        page.file for page in site_pages if page.all("script:not([src], [type='application/json'])")
    ]
    foreign = [
        f"{page.file}: {script['src']}"
        for page in site_pages
        for script in page.all("script[src]")
        if not OURS.search(f"/{script['src']}")
    ]

    assert (inline, foreign) == ([], [])
