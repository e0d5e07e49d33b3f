"""Parameters of which `make test` takes one, and `make test-all` every one."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_of(values: Iterable[Any], kept: Any) -> list[Any]:
    """Mark every value but ``kept`` as one of the matrix, for ``pytest.mark.parametrize``.

    A value for several parameters is a tuple.

    Tests of the same kind keep different values, so that every value is met by some of them.
    """
    listed = list(values)
    assert kept in listed, f"{kept!r} is none of {listed}"
    return [one if one == kept else _other(one) for one in listed]


def _other(value: Any) -> Any:
    values = value if isinstance(value, tuple) else (value,)
    return pytest.param(*values, marks=pytest.mark.matrix)
