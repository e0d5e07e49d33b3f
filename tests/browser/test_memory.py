"""The picture of Python's memory is laid only over the memory that it was drawn from."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from publish.config import ROOT

type Opener = Callable[..., Page]

MEMORY = ROOT / "docs" / "assets" / "js" / "selfcheck" / "memory.js"

# A picture of one page, the second: its first word changes from 5 to 6, all others stay.
DEVELOP = """async ([address, first, other]) => {
  const { PAGE, develop } = await import(address);
  const memory = new Uint8Array(2 * PAGE), pages = new Uint8Array(PAGE);
  const words = new Uint32Array(memory.buffer, PAGE);
  words[0] = first;
  words[1] = other;
  pages[0] = 5 ^ 6;
  develop(memory, { numbers: Uint32Array.of(1), pages, begins: 5 });
  return [words[0], words[1]];
}"""


def developed(open_page: Opener, first: int, other: int) -> list[int]:
    """What becomes of a memory's two words."""
    page = open_page("")
    page.route("**/memory.js", lambda route: route.fulfill(path=MEMORY))
    words: list[int] = page.evaluate(DEVELOP, [f"{page.url}memory.js", first, other])
    return words


def test_a_fresh_memory_becomes_the_picture(open_page: Opener) -> None:
    """What changes is as in the picture; what stays is the browser's own, whatever it is."""
    assert developed(open_page, first=5, other=0) == [6, 0]
    assert developed(open_page, first=5, other=77) == [6, 77]


def test_another_memory_is_refused(open_page: Opener) -> None:
    """Where a word that changes is not the one the picture begins from, nothing is started."""
    with pytest.raises(Exception, match="not the one the picture begins from"):
        developed(open_page, first=4, other=0)
