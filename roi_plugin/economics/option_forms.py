"""An option's lines as sums of products of its uncertain numbers: what all closed forms about an option start from."""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct, field

from roi_plugin.economics.polynomials import ONE, Polynomial, expand, product, scaled, total
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.stated_lines import StatedLine


class LineForm(Struct, frozen=True, kw_only=True):
    """A line's present value if it happens, and the probability that it does; `sign` is -1 for costs and risks.

    What a delay takes from a gain has a form of its own: it takes also that the line of key `gain` comes true, which
    it does with probability `gain_p`.
    """

    line: StatedLine
    sign: float
    amount: Polynomial
    p: Polynomial
    gain: str | None = None
    gain_p: Polynomial = field(default_factory=lambda: ONE)

    @property
    def expected(self) -> Polynomial:
        """What it adds to the net present value, its probability counted."""
        return self.once(())

    def hangs_on(self, lines: Collection[str]) -> bool:
        """Whether it takes that one of these lines, by key, comes true."""
        return self.line.key in lines or self.gain in lines

    def once(self, lines: Collection[str]) -> Polynomial:
        """What it adds to the net present value once these lines, by key, are certain to come true."""
        own, gain = (ONE if key in lines else p for key, p in ((self.line.key, self.p), (self.gain, self.gain_p)))
        return scaled(product(product(own, gain), self.amount), self.sign)


def line_forms(lines: Iterable[ResolvedLine]) -> tuple[LineForm, ...]:
    """The forms of all lines that add something; NoFigureError where a line cannot be worked out."""
    forms = []
    for line in lines:
        if line.fatal:
            raise NoFigureError(f"`{line.stated.id}`: {line.reason}")
        if line.flows:
            forms += _loss_forms(line) if line.losses else [_form(line)]
    return tuple(forms)


def expected_flows(line: ResolvedLine) -> tuple[Polynomial, ...]:
    """Each of its flows, not discounted, its probability counted; NoFigureError where it cannot be worked out."""
    happens = expand(line.p) if line.p else ONE
    return tuple(product(happens, expand(flow.formula.node)) for flow in line.flows)


def net(forms: Sequence[LineForm]) -> Polynomial:
    """The net present value: gains less costs less risks, each with its probability."""
    return total([form.expected for form in forms])


def _loss_forms(line: ResolvedLine) -> list[LineForm]:
    (flow,) = line.flows
    return [
        LineForm(
            line=line.stated,
            sign=-1.0,
            amount=scaled(expand(loss.node), flow.factor),
            p=expand(line.p) if line.p else ONE,
            gain=loss.gain,
            gain_p=expand(loss.p) if loss.p else ONE,
        )
        for loss in line.losses
    ]


def _form(line: ResolvedLine) -> LineForm:
    return LineForm(
        line=line.stated,
        sign=1.0 if line.stated.side == "gain" else -1.0,
        amount=total([scaled(expand(flow.formula.node), flow.factor) for flow in line.flows]),
        p=expand(line.p) if line.p else ONE,
    )
