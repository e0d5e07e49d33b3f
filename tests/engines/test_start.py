"""How Python starts in each engine, and that each would tell if the site's policy were broken."""

import pytest

from selfcheck.model import LANGS
from tests.engines.conftest import Host
from tests.engines.reader import Reader

pytestmark = pytest.mark.engines
FOREIGN = "new Image().src = 'https://example.org/pixel.png'"


@pytest.mark.parametrize("lang", LANGS)
def test_python_starts_from_memory(lang: str, reader: Reader) -> None:
    """The picture of memory, drawn in one engine, fits the fresh memory of every engine."""
    reader.open(lang)
    reader.state("ready")

    assert reader.ask("return document.querySelector('#selfcheck').dataset.start") == "snapshot"


def test_a_broken_policy_is_told(reader: Reader, host: Host) -> None:
    """The server hears of what each browser refuses, so that the other tests would notice."""
    reader.open("fi")
    reader.ask(FOREIGN)

    reader.until(lambda: host.refused, "a report")
    assert host.refused.pop()["violated-directive"].startswith("img-src")
    assert host.refused == []
