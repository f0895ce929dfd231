"""The levels of the talk's five factors, exactly: a factor judged part by part has the mean of its parts' levels.

Levels are counted in sixtieths, so that the mean of any number of parts is a whole number of them and sums compare
without rounding. A part that was not judged does not count.
"""

from msgspec import Struct

from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option
from roi_plugin.model.scores import FACTOR_PARTS, Factor, Level, Scores

GAIN_FACTORS = ("potential", "motivation", "skills")
COST_FACTORS = ("risks", "involvement")
SIXTIETHS = 60

_LOWEST, _HIGHEST = 1, 5


class FactorLevel(Struct, frozen=True, kw_only=True):
    """A factor's level, and the levels if every judgement behind it is one too high or one too low; in sixtieths.

    `parts` is how many parts were judged, 0 for a level that stands for the whole; `by` names who judged.
    """

    factor: str
    below: int
    stated: int
    above: int
    parts: int
    by: tuple[str, ...]

    @property
    def level(self) -> float:
        """The level, 1 to 5; between whole levels only as a mean of parts."""
        return self.stated / SIXTIETHS

    @property
    def variants(self) -> tuple[int, int, int]:
        """One too high, right, one too low."""
        return self.below, self.stated, self.above


def scores_of(decision: Decision, option: Option) -> Scores | None:
    """The scores that hold for an option: its own; the decision's for the chosen one, where no option has its own."""
    if option.scores is None and option.chosen and not any(other.scores for other in decision.options):
        return decision.scores
    return option.scores


def scores_of_whole(decision: Decision) -> Scores | None:
    """The scores of the decision as a whole, where no option takes them for its own."""
    taken = any(scores_of(decision, option) is decision.scores for option in decision.options)
    return None if taken else decision.scores


def factor_levels(scores: Scores) -> tuple[FactorLevel, ...]:
    """The five levels, gains first.

    Raises:
        NoFigureError: a factor has no level.
    """
    factors = {name: getattr(scores, name) for name in FACTOR_PARTS}
    missing = [name for name, factor in factors.items() if not _judged(factor)]
    if missing:
        raise NoFigureError(f"not scored: {', '.join(f'`{name}`' for name in missing)}")
    return tuple(_level(name, factors[name]) for name in (*GAIN_FACTORS, *COST_FACTORS))


def _judged(factor: Factor | None) -> list[Level]:
    if factor is None:
        return []
    return [factor.whole] if factor.whole else list(factor.parts.values())


def _level(name: str, factor: Factor) -> FactorLevel:
    judged = _judged(factor)
    levels = [level.level for level in judged]
    return FactorLevel(
        factor=name,
        below=_mean([max(level - 1, _LOWEST) for level in levels]),
        stated=_mean(levels),
        above=_mean([min(level + 1, _HIGHEST) for level in levels]),
        parts=0 if factor.whole else len(judged),
        by=tuple(dict.fromkeys(person for level in judged for person in level.assessors)),
    )


def _mean(levels: list[int]) -> int:
    return sum(levels) * SIXTIETHS // len(levels)
