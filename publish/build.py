"""Makes the whole site: three languages, what they share, the runtime, the calendars, the PDFs."""

import os
import shutil
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from macros.model.facts import Facts
from macros.model.load import facts
from publish.calendars import RoundCalendar
from publish.config import ROOT, config
from publish.errors import BuildError
from publish.headers import write_headers
from publish.html_pages import build_language
from publish.made_with import made_with
from publish.offline import make_offline
from publish.packaging import (
    bundle_scripts,
    compress,
    fingerprint_assets,
    fingerprint_runtime,
    largest,
    remove_copies,
    remove_unused,
    tree_hash,
)
from publish.runtime import make_runtime
from publish.search import write_index
from publish.shared import copy_shared
from publish.workers import Say, Steps, workers
from selfcheck.model import LANGS, Lang

SITE = ROOT / "site"
WORK = ROOT / ".build"
COMPRESSED = WORK / "compressed"
PART, COPIES = "publish.build:build_part", "publish.packaging:compress_file"
RUNTIME, SHARED, BOOK = "runtime", "shared", "book-"


@dataclass(frozen=True)
class Site:
    """Where the site is built to and for which address; from the facts as they are now."""

    address: str
    into: Path

    @cached_property
    def facts(self) -> Facts:
        """The facts, read once they are needed. Raises ``FactError``."""
        return facts()

    def build(self, say: Say) -> None:
        """Build everything anew. Raises ``BuildError`` or ``FactError``.

        What takes longest starts first: Python for the browser, then its compressed copies.
        """
        shutil.rmtree(self.into, ignore_errors=True)
        with workers() as processes:
            steps = Steps(processes, say, total=len(LANGS) * 2 + 6)
            runtime = steps.start("Python for the browser", *self.part(RUNTIME))
            self._website(steps)
            books = [self._start_book(steps, LANGS[0])]
            steps.finish(runtime)
            ahead = [self._start_copies(steps, file) for file in largest(self.into / "runtime")]
            books += [self._start_book(steps, lang) for lang in LANGS[1:]]
            steps.finish(*ahead, *books)
            self.finish()
            steps.tell("addresses by content, headers")
            compress(self.into, COMPRESSED, processes)
            steps.tell("compressed copies")

    def make(self, say: Say) -> None:
        """Build everything but the compressed copies."""
        self.build_website(say)
        self.build_publications(say)
        self.finish()

    def build_website(self, say: Say) -> None:
        """Build all that a browser shows, from which publications are made."""
        with workers() as processes:
            steps = Steps(processes, say, total=len(LANGS) + 2)
            runtime = steps.start("Python for the browser", *self.part(RUNTIME))
            self._website(steps)
            steps.finish(runtime)

    def build_publications(self, say: Say) -> None:
        """Make the books in every language from the pages that stand."""
        with workers() as processes:
            steps = Steps(processes, say, total=len(LANGS))
            steps.finish(*[self._start_book(steps, lang) for lang in LANGS])

    def _start_book(self, steps: Steps, lang: Lang) -> Future[None]:
        return steps.start(f"PDF and EPUB in {lang}", *self.part(BOOK + lang))

    def _start_copies(self, steps: Steps, file: Path) -> Future[None]:
        return steps.start(f"{file.name}, compressed", COPIES, file, COMPRESSED)

    def _website(self, steps: Steps) -> None:
        pages = [steps.start(f"pages in {lang}", *self.part(lang)) for lang in LANGS]
        steps.finish(*pages, steps.start("shared files, licences, calendars", *self.part(SHARED)))

    def part(self, name: str) -> tuple[str, Path, str, str]:
        """Return what to call in another process to build a part: see :func:`build_part`."""
        return PART, self.into, self.address, name

    def build_runtime(self) -> None:
        """Make what the browser loads."""
        make_runtime(self.into / "runtime", WORK / "runtime")

    def build_languages(self) -> None:
        """Build the pages of every language beside one another."""
        with workers() as processes:
            steps = Steps(processes, lambda _: None, total=len(LANGS))
            steps.finish(*[steps.start(lang, *self.part(lang)) for lang in LANGS])

    def build_language(self, lang: Lang) -> None:
        """Build one language in a folder of its own and bring it to its place in the site."""
        language = self.facts.language(lang)
        with TemporaryDirectory() as folder:
            work = Path(folder) / lang
            build_language(language, self.address, work)
            write_index(work, ROOT / "docs" / lang, lang)
            _replace(work, self.into / language.path, self._written / f"{lang}.txt")

    def build_shared(self) -> None:
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

    def build_publication(self, lang: Lang) -> None:
        """Make a language's book from the pages; after all of them, as every link is checked.

        What sets it takes a second to load, which the pages need not wait for.
        """
        from publish.publications import make_publication  # noqa: PLC0415

        language = self.facts.language(lang)
        make_publication(self.facts, self.into, self.address, language, WORK / "publications")

    def finish(self) -> None:
        """Make what depends on every file; only compressed copies come after."""
        from publish.licensing import check_files  # noqa: PLC0415

        remove_copies(self.into)
        remove_unused(self.into)
        bundle_scripts(self.into)
        fingerprint_assets(self.into)
        fingerprint_runtime(self.into)
        check_files(self.into, self.facts.licences)
        write_headers(self.into, self.address, self.nginx)
        make_offline(self.facts.languages, self.into)

    @property
    def path(self) -> str:
        """The site's path on its host, from and to a slash."""
        return urlsplit(self.address).path

    @property
    def nginx(self) -> Path:
        """Where nginx's configuration goes: beside the site, as it is not for readers."""
        return self.into.with_name(f"{self.into.name}-nginx")

    @property
    def _written(self) -> Path:
        """Where it is noted which files each language has in this site."""
        return WORK / "written" / sha256(str(self.into.resolve()).encode()).hexdigest()[:16]


def site(into: Path = SITE, address: str | None = None) -> Site:
    """Describe the site as configured, for its own address, SOSKE_ADDRESS or the one given."""
    address = address or os.environ.get("SOSKE_ADDRESS") or config().address
    return Site(address if address.endswith("/") else f"{address}/", into)


def build_part(into: Path, address: str, part: str) -> None:
    """Build a part: the pages of a language, a language's book, the runtime, or what is shared."""
    whole = site(into, address)
    if part == RUNTIME:
        whole.build_runtime()
    if part == SHARED:
        whole.build_shared()
    for lang in LANGS:
        if part == lang:
            whole.build_language(lang)
        if part == BOOK + lang:
            whole.build_publication(lang)


UNCONFIRMED = (
    "macros/facts/site.yaml, confirmed: found false; expected true before the site is built for "
    "readers (SOSKE_ADDRESS). Ask the publisher named there, and say so when it has agreed"
)


def build(say: Say, into: Path = SITE) -> None:
    """Build the whole site.

    Raises :class:`BuildError` for an address that readers will use, while nobody has confirmed that
    they publish the site.
    """
    whole = site(into)
    if "SOSKE_ADDRESS" in os.environ and not whole.facts.site.confirmed:
        raise BuildError(UNCONFIRMED)
    whole.build(say)
    say(f"made with {made_with()}")
    say(f"built {whole.into.name}/ for {whole.address}, SHA-256 {tree_hash(whole.into)}")


def publications(say: Say, into: Path = SITE) -> None:
    """Make the PDFs and EPUBs anew, from the pages that stand."""
    site(into).build_publications(say)


def tell_hash(_: Say, into: Path = SITE) -> None:
    """Print one hash of what stands there: equal hashes, equal sites."""
    if not into.is_dir():
        raise BuildError(f"{into.name}/ is not there yet: make build")
    print(tree_hash(into))


def _replace(source: Path, target: Path, written: Path) -> None:
    """Copy ``source`` over ``target``; of what was so copied before, remove what it no longer has.

    ``written`` notes what was copied. All else in ``target`` stays.
    """
    names = [path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()]
    before = written.read_text("utf-8").splitlines() if written.exists() else []
    for old in set(before) - set(names):
        (target / old).unlink(missing_ok=True)
    shutil.copytree(source, target, dirs_exist_ok=True)
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text("\n".join(sorted(names)), "utf-8")
