"""What the site ships: every file has an origin, every licence its text, Pyodide its record."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from macros.model.load import facts
from publish.config import ROOT
from publish.errors import BuildError
from publish.licensing.file_licences import check_files, pattern
from publish.licensing.materials import bill_of_materials
from publish.licensing.packages import check_listed, locked
from publish.licensing.security_txt import security_txt
from publish.runtime.pinned import NAMES, check_pinned

PYODIDE = ROOT / "node_modules" / "pyodide"


def mirror(site: Path, into: Path) -> Path:
    """The names of a site's files, without their content."""
    for path in site.rglob("*"):
        if path.is_file():
            copy = into / path.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.touch()
    return into


def test_a_file_of_unknown_origin_stops_the_build(built_site: Path, tmp_path: Path) -> None:
    """Every published file belongs to an entry; one that does not is named."""
    site = mirror(built_site, tmp_path / "site")
    check_files(site, facts().licences)
    (site / "runtime" / "numpy.wasm").touch()

    with pytest.raises(BuildError, match=r"no entry has the file runtime/numpy.wasm"):
        check_files(site, facts().licences)


def test_an_entry_without_files_stops_the_build(built_site: Path, tmp_path: Path) -> None:
    """What is no longer shipped is not listed either, nor what stood within it."""
    site = mirror(built_site, tmp_path / "site")
    for font in site.rglob("*.woff2"):
        font.unlink()
    for theme in site.rglob("stylesheets/*"):
        theme.unlink()
    (site / "assets" / "images" / "favicon.png").unlink(missing_ok=True)
    for icon in site.rglob("favicon.png"):
        icon.unlink()

    with pytest.raises(BuildError) as told:
        check_files(site, facts().licences)

    assert "atkinson-hyperlegible-next has no file" in str(told.value)
    assert "material-design-color has no file" in str(told.value)


@pytest.mark.parametrize(
    ("written", "fitting", "other"),
    [
        ("**/*.html", ["index.html", "sv/a/index.html"], ["a.htm"]),
        ("runtime/*/x*", ["runtime/a/x.js"], ["runtime/x.js", "runtime/a/b/x.js"]),
        ("assets/*/js/**", ["assets/1/js/a.js", "assets/1/js/b/c.js"], ["assets/js/a.js"]),
        ("a.b", ["a.b"], ["aXb"]),
    ],
)
def test_patterns_mean_what_they_say(written: str, fitting: list[str], other: list[str]) -> None:
    """One star stays within a folder, two cross folders, all else is itself."""
    assert all(pattern(written).fullmatch(name) for name in fitting)
    assert not any(pattern(written).fullmatch(name) for name in other)


def test_a_package_without_an_entry_stops_the_build() -> None:
    """Each dependency that is shipped is listed."""
    works = facts().licences.works
    assert {key for key, package in locked().items() if package.shipped} >= {"npm:pyodide"}
    check_listed(works, locked())

    with pytest.raises(BuildError, match="no entry for npm:pyodide"):
        check_listed([work for work in works if work.package != "npm:pyodide"], locked())


def test_licences_come_along(built_site: Path) -> None:
    """Each licence that must be shown to readers is there and says more than its name."""
    texts = {path.stem: path.read_text("utf-8") for path in built_site.glob("licence-texts/*.txt")}

    assert set(texts) == {work.id for work in facts().licences.works if work.text}
    assert "Mozilla Public License Version 2.0" in texts["pyodide"]
    assert "SIL OPEN FONT LICENSE" in texts["atkinson-hyperlegible-next"]
    assert all(len(text) > 250 for text in texts.values())


def test_the_bill_of_materials_is_valid(built_site: Path) -> None:
    """It follows the CycloneDX schema and names each shipped work, with the locked versions."""
    text = (built_site / "sbom.cdx.json").read_text("utf-8")
    bill = json.loads(text)
    shipped = {one["bom-ref"]: one for one in bill["components"] if one["scope"] == "required"}
    pinned = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]["pyodide"]

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert set(shipped) == {work.id for work in facts().licences.works}
    assert shipped["pyodide"]["version"] == pinned
    assert shipped["pyodide"]["purl"] == f"pkg:npm/pyodide@{pinned}"
    assert shipped["mkdocs-material"]["licenses"] == [{"license": {"id": "MIT"}}]
    assert "mkdocs" in {one["name"] for one in bill["components"] if one["scope"] == "excluded"}


def test_the_bill_changes_with_what_it_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same locks give the same text; another version gives another serial number."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1637366400")
    packages = locked()
    fewer = {key: one for key, one in packages.items() if key != "pypi:mkdocs"}

    one, same, other = (bill_of_materials(facts(), some) for some in (packages, locked(), fewer))

    assert one == same
    assert json.loads(one)["serialNumber"] != json.loads(other)["serialNumber"]
    assert json.loads(one)["metadata"]["timestamp"] == "2021-11-20T00:00:00+00:00"


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_pyodide_stops_the_build(name: str, tmp_path: Path) -> None:
    """A file of Pyodide that differs from the record by one byte, or is missing, is named."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for each in NAMES:
        (folder / each).symlink_to(PYODIDE / each)
    check_pinned(folder)

    (folder / name).unlink()
    with pytest.raises(BuildError, match=f"{name}: found no file"):
        check_pinned(folder)

    shutil.copyfile(PYODIDE / name, folder / name)
    with (folder / name).open("ab") as changed:
        changed.write(b"\n")
    with pytest.raises(BuildError, match=f"{name}: found [0-9a-f]{{64}}; expected"):
        check_pinned(folder)


def test_security_txt_says_where_to_report() -> None:
    """With a place for reports, the file has the fields that RFC 9116 demands."""
    known = facts()
    told = known.site.model_copy(update={"security": "https://example.org/report"})

    text = security_txt(replace(known, site=told), "https://example.org/")

    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["Contact"] == "https://example.org/report"
    assert lines["Expires"].endswith("T00:00:00Z")
    assert lines["Canonical"] == "https://example.org/.well-known/security.txt"
    assert lines["Preferred-Languages"] == "fi, sv, en"
