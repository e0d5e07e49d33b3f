"""Writes the software bill of materials (CycloneDX 1.6, JSON) of the site and of its build."""

import datetime
import os
import uuid
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from macros.model.facts import Facts
from macros.model.licences import Work
from publish.licensing.packages import Package

NAME = "soske-academy-site"


def bill_of_materials(facts: Facts, packages: dict[str, Package]) -> str:
    """List what is shipped as required, and what only builds as excluded.

    The same lock files, facts and SOURCE_DATE_EPOCH give the same text.
    """
    edition = facts.site.edition.isoformat()
    site = Component(name=NAME, version=edition, type=ComponentType.APPLICATION, bom_ref=NAME)
    shipped = [_work(work, packages) for work in facts.licences.works]
    used = {work.package for work in facts.licences.works}
    tools = [_tool(package) for package in packages.values() if package.key not in used]
    metadata = BomMetaData(component=site, timestamp=_moment())
    bom = Bom(components=[*shipped, *tools], metadata=metadata)
    bom.register_dependency(site, shipped)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, _written(bom))
    return _written(bom) + "\n"


def _work(work: Work, packages: dict[str, Package]) -> Component:
    package = packages.get(work.package or "")
    return Component(
        name=work.name,
        type=ComponentType.LIBRARY,
        bom_ref=work.id,
        scope=ComponentScope.REQUIRED,
        licenses=[LicenseFactory().make_from_string(work.licence)],
        external_references=[
            ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(str(work.source)))
        ],
        **(_identity(package) if package else {}),
    )


def _tool(package: Package) -> Component:
    return Component(
        name=package.name,
        type=ComponentType.LIBRARY,
        bom_ref=package.key,
        scope=ComponentScope.EXCLUDED,
        **_identity(package),
    )


def _identity(package: Package) -> dict[str, Any]:
    group, _, name = package.name.rpartition("/")
    hashes = [HashType(alg=HashAlgorithm.SHA_512, content=package.sha512)] if package.sha512 else []
    return {
        "version": package.version,
        "purl": PackageURL(package.kind, group or None, name, package.version),
        "hashes": hashes,
    }


def _moment() -> datetime.datetime:
    """The moment of the sources, which `make` takes from the last commit."""
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def _written(bom: Bom) -> str:
    if bom.serial_number.version == 4:  # a random one, before there is one by content
        bom.serial_number = uuid.UUID(int=0)
    return JsonV1Dot6(bom).output_as_string(indent=1)
