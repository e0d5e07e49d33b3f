"""Parameters of which `make test` takes one, and `make test-all` every one."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_of(values: Iterable[Any], kept: Any) -> list[Any]:
    """Mark every value but ``kept`` as one of the matrix, for ``pytest.mark.parametrize``.

    Tests of the same kind keep different values, so that every value is met by some of them.
    """
    listed = list(values)
    assert kept in listed, f"{kept!r} is none of {listed}"
    return [one if one == kept else pytest.param(one, marks=pytest.mark.matrix) for one in listed]
