"""The options against each other at every point and in every scenario: who is best, and what a wrong choice costs."""

import numpy as np
from msgspec import Struct

from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.replicates import part_means
from roi_plugin.economics.sample import Sample

_TIE = 1e-12
"""Part of the money moved below which a difference of net values is rounding."""


class Comparison(Struct, frozen=True, kw_only=True, eq=False):
    """For each of the compared options in eight parts of the points: shape (options, 8).

    `best` is how often it has the highest NPV (ties are shared equally), `regret` how much it misses on average.
    """

    options: tuple[str, ...]
    best: Vector
    regret: Vector


def compare(sample: Sample) -> Comparison:
    """All options that have an NPV against each other; one scenario after the other, so that all stays in the cache."""
    figures = sample.npv.rows.values()
    tie = _TIE * max(sample.money_moved(option) for option in sample.npv)
    places = [rows.places(sample.active).tolist() for rows in figures]
    wins = np.zeros((len(places), sample.points))
    missed = np.zeros((len(places), sample.points))
    for scenario, weight in enumerate(sample.scenario_weights):
        npvs = [rows.values[place[scenario]] for rows, place in zip(figures, places, strict=True)]
        _add_scenario(npvs, weight, tie, wins, missed)
    return Comparison(options=tuple(sample.npv), best=part_means(wins), regret=part_means(missed))


def _add_scenario(npvs: list[Vector], weight: Vector, tie: float, wins: Vector, missed: Vector) -> None:
    """Add one scenario to what each option wins and misses at every point."""
    highest = npvs[0]
    for npv in npvs[1:]:
        highest = np.maximum(highest, npv)
    near = highest - tie
    first = [npv >= near for npv in npvs]
    share = weight
    if sum(np.count_nonzero(mask) for mask in first) > len(highest):
        share = weight / np.sum(first, axis=0)
    for option, (npv, mask) in enumerate(zip(npvs, first, strict=True)):
        wins[option] += share * mask
        missed[option] += weight * (highest - npv)
