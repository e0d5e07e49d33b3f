"""What a build tells of its machine."""

import platform
import re

from publish.made_with import made_with


def test_a_build_tells_the_versions_that_its_bytes_depend_on() -> None:
    """Each by name with a version, so that two builds can be compared."""
    told = dict(each.split(" ") for each in made_with().split(", "))
    assert told["Python"] == platform.python_version()
    assert told.keys() == {"Python", "Node.js", "Pango", "HarfBuzz", "Voikko", "zlib"}
    assert [v for v in told.values() if not re.fullmatch(r"\d+(\.\d+)+.*|missing", v)] == []
