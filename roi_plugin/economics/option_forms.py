"""An option's lines as sums of products of its uncertain numbers: what all closed forms about an option start from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roi_plugin.economics.polynomials import ONE, Polynomial, expand, product, scaled, total
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.stated_lines import StatedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LineForm:
    """A line's present value if it happens, and the probability that it does; `sign` is -1 for costs and risks."""

    line: StatedLine
    sign: float
    amount: Polynomial
    p: Polynomial

    @property
    def expected(self) -> Polynomial:
        """What it adds to the net present value, its probability counted."""
        return scaled(product(self.p, self.amount), self.sign)

    @property
    def if_it_happens(self) -> Polynomial:
        """What it adds to the net present value once it is certain to happen."""
        return scaled(self.amount, self.sign)

    @property
    def is_event(self) -> bool:
        """Whether it may happen or not."""
        return self.p != ONE


def line_forms(lines: Iterable[ResolvedLine]) -> tuple[LineForm, ...]:
    """The forms of all lines that add something; NoFigureError where a line cannot be worked out."""
    forms = []
    for line in lines:
        if line.fatal:
            raise NoFigureError(f"`{line.stated.id}`: {line.reason}")
        if line.flows:
            forms.append(_form(line))
    return tuple(forms)


def net(forms: Sequence[LineForm]) -> Polynomial:
    """The net present value: gains less costs less risks, each with its probability."""
    return total([form.expected for form in forms])


def _form(line: ResolvedLine) -> LineForm:
    return LineForm(
        line=line.stated,
        sign=1.0 if line.stated.side == "gain" else -1.0,
        amount=total([scaled(expand(flow.formula.node), flow.factor) for flow in line.flows]),
        p=expand(line.p) if line.p else ONE,
    )
