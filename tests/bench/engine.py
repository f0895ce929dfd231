"""The engine alone: time a record against bare numpy, and its error against Monte Carlo with as many points."""

import statistics
import time
from collections.abc import Callable

import numpy as np

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.draw import draw
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import returns_of
from roi_plugin.economics.valuation import value
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.sources.decision_data import decision_from_data

POINTS = 4096
Z95 = 1.6448536269514722


def decision(number: int) -> Decision:
    """A decision of three options, ten uncertain inputs and four events; its figures follow from its number."""
    wide, low = 1.5 + number % 5, 20 + number % 30
    data = {
        "title": f"Generated {number}",
        "status": "accepted",
        "date": "2026-01-01",
        "economics": {"horizon": "24 months", "discount_rate": "10%", "person_week": "3.5k..5k"},
        "options": [
            {"id": "do-nothing"},
            {
                "id": "tune",
                "gains": [{"id": "tune_gain", "value": f"{low}k..{low * wide:g}k per year", "from": 3, "p": 0.5}],
                "costs": [{"id": "tune_work", "time": "6..14 person-weeks"}],
            },
            {
                "id": "adopt",
                "chosen": True,
                "gains": [
                    {
                        "id": "adopt_gain",
                        "value": "users * uplift * worth",
                        "per": "year",
                        "from": 6,
                        "p": 0.35,
                        "inputs": {
                            "users": f"{400 + number}k..1.2M",
                            "uplift": "0.2%..2%",
                            "worth": f"30..{30 * wide:g}",
                        },
                    }
                ],
                "costs": [
                    {"id": "build", "time": f"{low}..{low * wide:g} person-weeks"},
                    {"id": "serving", "money": "10k..60k per year", "from": 4},
                ],
                "risks": [
                    {"id": "delay", "category": "technical", "p": 0.4, "impact": "30k..120k", "when": 4},
                    {"id": "latency", "category": "performance", "p": 0.15, "impact": "20k..200k", "when": 8},
                ],
            },
        ],
    }
    made, problems = decision_from_data(data, path=f"{number:04d}-generated.md", body="")
    if problems:
        raise SystemExit(f"the benchmark's own record is at fault: {problems[0].message}")
    return made


def times(count: int) -> dict[str, float]:
    """Milliseconds a record, the median of `count`: the valuation, the whole appraisal, and two floors."""
    policy, decisions = Policy(), [decision(number) for number in range(count)]
    value(decisions[0], policy)
    left, right = np.full((POINTS, 64), 0.5), np.full((64, 64), 0.5)
    bare = [_bare(each) for each in decisions]
    return {
        "valuation": _median(lambda number: value(decisions[number], policy), count),
        "appraisal": _median(lambda number: appraise(decisions[number], policy), count),
        "matrix product": _median(lambda _: left @ right, count),
        "bare numpy": _median(lambda number: bare[number](), count),
    }


def errors(count: int) -> tuple[float, float]:
    """The mean relative error of the mean NPV over `count` decisions: on the lattice, and by Monte Carlo."""
    on_lattice, by_chance = [], []
    for number in range(count):
        made = decision(number)
        resolution = resolve(made, Policy())
        exact = returns_of(made, resolution).options[2]
        scale = (exact.gain.mean or 0.0) + (exact.cost.mean or 0.0)
        sample = draw(made, resolution)
        weights = sample.scenario_weights
        on_points = float((weights[:, None] * sample.npv["adopt"]).sum(axis=0).mean())
        chances = np.random.default_rng(number)
        drawn = _bare(made, chances.standard_normal((9, POINTS)), chances.random((3, POINTS)))()[1].mean()
        on_lattice.append(abs(on_points - (exact.npv.mean or 0.0)) / scale)
        by_chance.append(abs(float(drawn) - (exact.npv.mean or 0.0)) / scale)
    return statistics.mean(on_lattice), statistics.mean(by_chance)


def _median(run: Callable[[int], object], count: int) -> float:
    seconds = []
    for number in range(count):
        start = time.perf_counter()
        run(number)
        seconds.append(time.perf_counter() - start)
    return 1000 * statistics.median(seconds)


def _bare(
    made: Decision, scores: np.ndarray | None = None, chances: np.ndarray | None = None
) -> Callable[[], tuple[np.ndarray, np.ndarray]]:
    """The cash-flow expressions of a generated decision written by hand, evaluated once over the points.

    `scores` are the normal scores of the nine inputs that are ranges of the two options beside the price of a week;
    `chances` decide the events; without them the gains come true and the risks strike.
    """
    tune, adopt = made.options[1], made.options[2]
    inputs = adopt.gains[0].inputs
    ranges = [
        inputs["users"].quantity,
        inputs["uplift"].quantity,
        inputs["worth"].quantity,
        adopt.costs[0].time.quantity,
        made.economics.person_week.quantity,
        adopt.costs[1].money.quantity,
        adopt.risks[0].impact.quantity,
        adopt.risks[1].impact.quantity,
        tune.gains[0].value.quantity,
    ]
    mu = np.array([[(np.log(each.low) + np.log(each.high)) / 2] for each in ranges])
    sigma = np.array([[(np.log(each.high) - np.log(each.low)) / (2 * Z95)] for each in ranges])
    work = tune.costs[0].time.quantity
    z = np.linspace(-2, 2, 9 * POINTS).reshape(9, POINTS) if scores is None else scores
    happens = np.ones((3, POINTS)) if chances is None else chances < np.array([[0.35], [0.4], [0.15]])
    gain_factor, tune_factor, run_factor = _stream(6), _stream(3), _stream(4)
    four, eight = 1.1 ** (-4 / 12), 1.1 ** (-8 / 12)

    def run() -> tuple[np.ndarray, np.ndarray]:
        users, uplift, worth, build, week, serving, delay, latency, gain = np.exp(mu + sigma * z)
        tuned = gain * tune_factor - work.low * week
        adopted = users * uplift * worth * gain_factor * happens[0] - build * week - serving * run_factor
        return tuned, adopted - delay * four * happens[1] - latency * eight * happens[2]

    return run


def _stream(start: int) -> float:
    return sum(1.1 ** (-(month - 0.5) / 12) for month in range(start + 1, 25)) / 12
