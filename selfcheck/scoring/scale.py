"""The arithmetic: from points to 0–100 and to a band, in whole numbers, so nothing is lost.

A half scores 100 · points / maximum, where points = Σ weight · level and maximum = Σ weight · 3
over its questions that apply; a criterion likewise, over the questions of its halves. The overall
score is the weighted mean of the criteria: Σ W · points / maximum / Σ W, times 100.
Put over the common denominator P = Π maximum of the criteria it is 100 · Σ share · points / whole
with share = W · P / maximum and whole = P · Σ W. Thresholds are compared with these exact values.
Points are counted by half throughout; a point of a half is worth what one of its criterion is.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import prod
from operator import mul

from ..model import TOP_LEVEL, Band, Bank


@dataclass(frozen=True, slots=True)
class Scale:
    """What the points of one answer sheet are worth; "does not apply" changes the maxima.

    `maxima` are those of the halves, `shares` the worth of one point of each half in the overall
    score, out of `whole`.
    """

    maxima: tuple[int, ...]
    shares: tuple[int, ...]
    whole: int

    def overall(self, points: tuple[int, ...]) -> int:
        """Weigh the points together: the overall score, out of `whole`."""
        return sum(map(mul, self.shares, points))

    def reaches(self, overall: int, points: tuple[int, ...]) -> bool:
        """Tell whether the overall score is at least `overall` (0–100)."""
        return missing(self.overall(points), self.whole, overall) <= 0

    def clears(self, floor: int, points: tuple[int, ...]) -> bool:
        """Tell whether every half scores at least `floor` (0–100)."""
        return all(missing(p, m, floor) <= 0 for p, m in zip(points, self.maxima, strict=True))


def missing(part: int, whole: int, threshold: int) -> int:
    """Tell how much `part` of `whole` lacks of a threshold (0–100), times 100; met at 0 or less.

    This is the one place where a score is held against a threshold, in exact values.
    """
    return threshold * whole - 100 * part


@lru_cache(maxsize=256)
def scale(weights: tuple[int, ...], owners: tuple[int, ...], maxima: tuple[int, ...]) -> Scale:
    """Make the scale for criteria of these weights and halves of these owners and maxima.

    An owner is the place of a half's criterion. Few different scales occur.
    """
    whole = [0] * len(weights)
    for owner, maximum in zip(owners, maxima, strict=True):
        whole[owner] += maximum
    product = prod(whole)
    shares = tuple(weights[owner] * product // whole[owner] for owner in owners)
    return Scale(maxima, shares, sum(weights) * product)


def full_scale(bank: Bank) -> Scale:
    """Make the scale of a sheet in which every question applies."""
    maxima = tuple(sum(q.weight for q in half.questions) * TOP_LEVEL for half in bank.halves)
    return scale(bank.weights, bank.owners, maxima)


def meets(band: Band, measure: Scale, points: tuple[int, ...], conditions: bool) -> bool:
    """Tell whether these points, and the conditions if they matter, satisfy the band."""
    return (
        (conditions or not band.conditions)
        and measure.clears(band.floor, points)
        and measure.reaches(band.overall, points)
    )


def band_at(bank: Bank, measure: Scale, points: tuple[int, ...], conditions: bool) -> int:
    """Find the place of the highest band that is met; the lowest band asks nothing."""
    highest = len(bank.bands) - 1
    while highest and not meets(bank.bands[highest], measure, points, conditions):
        highest -= 1
    return highest


def percent(part: int, whole: int) -> float:
    """Return 100 · part / whole, rounded half up to one decimal."""
    return (2000 * part + whole) // (2 * whole) / 10
