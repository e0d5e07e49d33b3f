"""What is done to WeasyPrint's objects is held to the version that it was made for."""

import pytest

from publish.config import ROOT
from publish.errors import BuildError
from publish.pdf import engine


def test_the_lock_has_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """An update of the lock alone stops at the first book, with where to read on."""
    lock = (ROOT / "requirements" / "build.txt").read_text("utf-8")
    engine.check_engine()

    for name, version in engine.MADE_FOR.items():
        assert f"\n{name}=={version} " in lock
        monkeypatch.setitem(engine.MADE_FOR, name, "71.0")
        with pytest.raises(BuildError, match=f"{name}: found {version}.*CONTRIBUTING.md"):
            engine.check_engine()
        monkeypatch.setitem(engine.MADE_FOR, name, version)


@pytest.mark.parametrize("surprise", [AttributeError("_page_box"), KeyError("Opt"), ValueError()])
def test_what_is_not_as_expected_is_a_build_error(surprise: Exception) -> None:
    """An object of another shape is told in words, not as a traceback."""
    with pytest.raises(BuildError, match="the PDF's tags are not as expected"), engine.explained():
        raise surprise
