"""What the answers of a yes-or-no model are worth: against a baseline, a model without faults, and chance."""

import math
from functools import cached_property

from roi_plugin.economics.classifiers import Classifier, Values, from_counts, from_rates, from_rule
from roi_plugin.economics.confusion_cells import CELLS, deviations_in, share_of, values_in
from roi_plugin.economics.paired_table import PairedTable, paired_table
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.model_outcomes import BaselinePolicy, Cells, ModelOutcomes


class TwoClasses:
    """A model's figures; each is money, or a fraction, and NoFigureError where it cannot be computed."""

    def __init__(self, outcomes: ModelOutcomes, currency: str) -> None:
        self._outcomes = outcomes
        self._currency = currency
        self._base = outcomes.baseline or BaselinePolicy()

    @cached_property
    def values(self) -> Values:
        """What one answer of each cell is worth."""
        return values_in(self._value, self._currency)

    @cached_property
    def production(self) -> float | None:
        """The share of positives in production; None where it is that of the test set."""
        return None if self._outcomes.prevalence is None else share_of(self._outcomes.prevalence)

    @cached_property
    def table(self) -> PairedTable | None:
        """The paired table, if there is one."""
        return paired_table(self._outcomes.paired)

    @cached_property
    def model(self) -> Classifier:
        """The model."""
        if self._outcomes.confusion:
            return from_counts(self._outcomes.confusion)
        if self._outcomes.rates:
            return from_rates(self._outcomes.rates, self._prevalence_for_rates())
        if self.table:
            return self.table.side(0)
        raise NoFigureError("what the model answers is not given: expected `confusion`, or `rates` with `prevalence`")

    @cached_property
    def baseline(self) -> Classifier:
        """What the model is compared with."""
        if self._base.confusion:
            return from_counts(self._base.confusion)
        if self._base.rates:
            return from_rates(self._base.rates, self.prevalence)
        if self._base.rule:
            return from_rule(self._base.rule, self.prevalence)
        if self.table:
            return self.table.side(1)
        raise NoFigureError("no baseline is given: expected the `confusion` of today's rule, or `all-negative`")

    @property
    def prevalence(self) -> float:
        """The share of positives that counts."""
        return self.model.prevalence if self.production is None else self.production

    def per_decision(self) -> float:
        """What an answer of the model is worth."""
        return self.model.worth(self.values, self.production).mean

    def baseline_per_decision(self) -> float:
        """What an answer of the baseline is worth."""
        return self.baseline.worth(self.values, self.production).mean

    def variance(self) -> float:
        """The square of the standard error of what the model adds to the baseline, an answer.

        The difference is the sum of d v over the cells: d, by how much larger the model's share of the cell is, errs
        with the test sets, v with the range that states it, and neither tells of the other. So each v adds its
        variance times the mean square of its d.
        """
        errors = [self._chance(self.values)]
        for cell, deviation in deviations_in(self._value).items():
            if deviation:
                alone = {each: float(each == cell) for each in CELLS}
                errors.append(deviation**2 * (self._delta(alone) ** 2 + self._chance(alone)))
        return math.fsum(errors)

    def ceiling(self) -> float:
        """What an answer of a model without faults is worth."""
        return self.prevalence * self.values["tp"] + (1 - self.prevalence) * self.values["tn"]

    def threshold(self) -> float:
        """The probability from which on yes pays, for calibrated scores (Elkan 2001, equation 2)."""
        no, yes = self.values["tn"] - self.values["fp"], self.values["tp"] - self.values["fn"]
        if no <= 0 or yes <= 0:
            better, worse = ("`tn`", "`fp`") if no <= 0 else ("`tp`", "`fn`")
            raise NoFigureError(f"{better} is worth no more than {worse}, so one answer is best for every case")
        return no / (no + yes)

    def paired(self) -> bool:
        """Whether the error of the difference can be told from the same cases."""
        if self._base.rule:
            return True
        if self.table is None:
            return False
        whole = (self.table.holds_all_of(self.model, 0), self.table.holds_all_of(self.baseline, 1))
        return all(whole)

    @property
    def _value(self) -> Cells:
        if self._outcomes.value is None:
            raise NoFigureError("`value` is not given: what one answer of each kind is worth")
        return self._outcomes.value

    def _delta(self, values: Values) -> float:
        model, baseline = (side.worth(values, self.production).mean for side in (self.model, self.baseline))
        return model - baseline

    def _chance(self, values: Values) -> float:
        """The variance of the difference for the error of the test sets alone, were these the values."""
        if self._base.rule:
            return self.model.worth_above(self._base.rule, values, self.production).variance
        if self.table and self.paired():
            return self.table.difference(values, self.production).variance
        return math.fsum(side.worth(values, self.production).variance for side in (self.model, self.baseline))

    def _prevalence_for_rates(self) -> float | None:
        if self.production is None and self._base.confusion:
            return from_counts(self._base.confusion).prevalence
        return self.production
