"""How faults are told: in a line that says what and where, never as a traceback."""

import errno

import pytest
from jinja2 import Environment, TemplateSyntaxError

from macros.model.documents import FactDefect, FactError
from publish.config import ROOT
from publish.errors import BuildError, speaks, told
from publish.workers import call, workers


def raised(source: str, name: str) -> Exception:
    """What comes of running a source text as if it stood in a file."""
    try:
        exec(compile(source, name, "exec"), {})
    except Exception as error:
        return error
    raise AssertionError(source)


def test_a_fault_of_ours_is_told_in_its_own_words() -> None:
    """What says itself what is wrong needs nothing added."""
    assert told(BuildError("docs/fi/a.md: found b")) == "docs/fi/a.md: found b"


def refuse() -> None:
    """Raise as a check of facts does, whose error holds a list."""
    raise FactError([FactDefect("a.yaml", line, "id", "b", "c") for line in (1, 2)])


def test_a_fault_comes_whole_out_of_another_process() -> None:
    """What a worker has to say arrives in its own words."""
    with workers() as processes:
        future = processes.submit(call, f"{__name__}:refuse")

        with pytest.raises(BuildError) as fault:
            future.result()

    assert str(fault.value).splitlines() == [
        "a.yaml, line 1, id: found b; expected c",
        "a.yaml, line 2, id: found b; expected c",
    ]


def test_a_template_is_told_with_its_line() -> None:
    """A slip in a template is found by file and line."""
    file = str(ROOT / "overrides" / "main.html")
    with pytest.raises(TemplateSyntaxError) as slip:
        Environment(autoescape=True).compile("one\n{% block %}", filename=file)

    assert told(slip.value).startswith("overrides/main.html, line 2: ")


def test_code_is_told_with_the_place_it_failed_at() -> None:
    """The innermost of our own files is named, not how it was reached."""
    error = raised("\n\n1 / 0", str(ROOT / "macros" / "pages" / "prose.py"))

    assert told(error) == "macros/pages/prose.py, line 3: ZeroDivisionError: division by zero"
    assert not speaks(error)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_or_closed_disk_is_told(number: int) -> None:
    """No room or no permission is said with the file, and that nothing is lost."""
    error = OSError(number, "words of the system", "site/index.html")

    assert speaks(error)
    assert told(error).startswith("words of the system: site/index.html. Nothing is lost")
