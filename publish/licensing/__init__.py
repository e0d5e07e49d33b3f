"""Where all that the site ships comes from: licences, their texts, the bill of materials."""

from pathlib import Path

from macros.model.facts import Facts
from publish.licensing.file_licences import check_files
from publish.licensing.materials import bill_of_materials
from publish.licensing.packages import check_listed, locked
from publish.licensing.security_txt import security_txt
from publish.licensing.texts import copy_texts

__all__ = ["check_files", "write_licensing"]


def write_licensing(site: Path, facts: Facts, address: str) -> None:
    """Write the licences, the bill of materials and where to report weaknesses into the site.

    Raises :class:`BuildError` when a package that is shipped has no entry in licences.yaml.
    """
    works = facts.licences.works
    packages = locked()
    check_listed(works, packages)
    copy_texts(site, works)
    (site / "sbom.cdx.json").write_text(bill_of_materials(facts, packages), "utf-8")
    if facts.site.security:
        folder = site / ".well-known"
        folder.mkdir(exist_ok=True)
        (folder / "security.txt").write_text(security_txt(facts, address), "utf-8")
