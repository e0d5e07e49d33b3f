"""Makes the whole site: three languages, what they share, the runtime, the calendars, the PDFs."""

import gc
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from macros.model.facts import Facts
from macros.model.languages import Language
from macros.model.load import facts
from publish.calendars import RoundCalendar
from publish.config import ROOT, config
from publish.errors import BuildError
from publish.headers import write_headers
from publish.html_pages import build_language
from publish.made_with import made_with
from publish.offline import FOLDER, WORKER, make_offline
from publish.packaging import (
    bundle_scripts,
    compress,
    fingerprint_assets,
    remove_copies,
    remove_unused,
    tree_hash,
)
from publish.runtime import make_runtime
from publish.search import write_index
from publish.shared import copy_shared

SITE = ROOT / "site"
WORK = ROOT / ".build"


@dataclass(frozen=True)
class Site:
    """Where the site is built to, for which address, from which facts."""

    facts: Facts
    address: str
    into: Path

    def build(self, say: Callable[[str], None]) -> None:
        """Build everything anew. Raises ``BuildError`` or ``FactError``."""
        self.build_website(say)
        self.build_publications()
        say("a PDF and an EPUB in each language")
        self.finish()
        say("addresses by content, headers")
        compress(self.into, WORK / "compressed")
        say("compressed copies")

    def build_website(self, say: Callable[[str], None]) -> None:
        """Build all that a browser shows, from which publications are made."""
        self.build_runtime()
        say("Python for the browser")
        self.build_languages()
        say("pages in three languages")
        self.build_rest()
        say("shared files and calendars")

    def build_runtime(self) -> None:
        """Make what the browser loads; before the pages, which name its folder."""
        make_runtime(self.into / "runtime", WORK / "runtime")

    def build_languages(self) -> None:
        """Build the pages of every language, in workers that live for this alone.

        They need no collector of rubbish, which would only cost them time.
        """
        workers = len(self.facts.languages)
        with ProcessPoolExecutor(max_workers=workers, initializer=gc.disable) as pool:
            list(pool.map(self.build_language, self.facts.languages))

    def build_language(self, language: Language) -> None:
        """Build one language in a folder of its own and bring it to its place in the site."""
        (runtime,) = (self.into / "runtime").iterdir()
        with TemporaryDirectory() as folder:
            work = Path(folder) / language.id
            build_language(language, self.address, work, f"runtime/{runtime.name}/")
            write_index(work, ROOT / "docs" / language.id, language.id)
            _replace(work, self.into / language.path, keep=self._kept(language))

    def build_rest(self) -> None:
        """Build what does not belong to one language.

        What lists the packages takes a while to load, which the pages need not wait for.
        """
        from publish.licensing import write_licensing  # noqa: PLC0415

        copy_shared(self.into)
        write_licensing(self.into, self.facts, self.address)
        self.build_calendars()

    def build_calendars(self) -> None:
        """Write a calendar for each round and language."""
        folder = self.into / "calendar"
        folder.mkdir(parents=True, exist_ok=True)
        for round_ in self.facts.rounds:
            for language in self.facts.languages:
                content = RoundCalendar(self.facts, round_, language, self.address).to_bytes()
                (folder / f"soske-{round_.id}-{language.id}.ics").write_bytes(content)

    def build_publications(self) -> None:
        """Make the books of each language from its pages; after all else, as every link is checked.

        What sets them takes a second to load, which the pages need not wait for.
        """
        from publish.publications import make_publications  # noqa: PLC0415

        make_publications(self.facts, self.into, self.address)

    def build_offline(self) -> None:
        """List what each language needs offline; last, as it lists everything."""
        make_offline(self.facts.languages, self.into)

    def finish(self) -> None:
        """Make what depends on every file; only compressed copies come after."""
        from publish.licensing import check_files  # noqa: PLC0415

        remove_copies(self.into)
        remove_unused(self.into)
        bundle_scripts(self.into)
        fingerprint_assets(self.into)
        check_files(self.into, self.facts.licences)
        write_headers(self.into, self.address, self.nginx)
        self.build_offline()

    @property
    def path(self) -> str:
        """The site's path on its host, from and to a slash."""
        return urlsplit(self.address).path

    @property
    def nginx(self) -> Path:
        """Where nginx's configuration goes: beside the site, as it is not for readers."""
        return self.into.with_name(f"{self.into.name}-nginx")

    def _kept(self, language: Language) -> frozenset[str]:
        """What lies in a language's folder but is not its own."""
        if language.path:
            return frozenset()
        others = {other.path.rstrip("/") for other in self.facts.languages if other.path}
        made = {"runtime", "calendar", "pdf", "epub", "examples", "licence-texts", "sbom.cdx.json"}
        made |= {FOLDER, WORKER}
        return frozenset(others | made)


def site(into: Path = SITE, address: str | None = None) -> Site:
    """Describe the site as configured, for its own address, SOSKE_ADDRESS or the one given."""
    address = address or os.environ.get("SOSKE_ADDRESS") or config().address
    return Site(facts(), address if address.endswith("/") else f"{address}/", into)


UNCONFIRMED = (
    "macros/facts/site.yaml, confirmed: found false; expected true before the site is built for "
    "readers (SOSKE_ADDRESS). Ask the publisher named there, and say so when it has agreed"
)


def build(say: Callable[[str], None]) -> None:
    """Build the whole site into ``site/``.

    Raises :class:`BuildError` for an address that readers will use, while nobody has confirmed that
    they publish the site.
    """
    whole = site()
    if "SOSKE_ADDRESS" in os.environ and not whole.facts.site.confirmed:
        raise BuildError(UNCONFIRMED)
    whole.build(say)
    say(f"made with {made_with()}")
    say(f"built {whole.into.name}/ for {whole.address}, SHA-256 {tree_hash(whole.into)}")


def publications(say: Callable[[str], None]) -> None:
    """Make the PDFs and EPUBs anew, from the pages in ``site/``."""
    site().build_publications()
    say("a PDF and an EPUB in each language")


def tell_hash(_: Callable[[str], None]) -> None:
    """Print one hash of what stands in ``site/``: equal hashes, equal sites."""
    if not SITE.is_dir():
        raise BuildError(f"{SITE.name}/ is not there yet: make build")
    print(tree_hash(SITE))


def _replace(source: Path, target: Path, keep: frozenset[str]) -> None:
    """Copy ``source`` over ``target`` and remove what ``source`` no longer has."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name in keep or (source / old.name).exists():
            continue
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(source, target, dirs_exist_ok=True)
