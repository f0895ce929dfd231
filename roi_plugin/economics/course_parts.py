"""A line as a part of an option's net value: its mean, and the sum of products behind it where it has one."""

from collections.abc import Collection

from msgspec import Struct, structs

from roi_plugin.economics.expectation import World
from roi_plugin.economics.importance import variables_in
from roi_plugin.economics.option_forms import LineForm, line_forms, net
from roi_plugin.economics.polynomials import Polynomial, scaled
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.sample import Sample


class Part(Struct, frozen=True, kw_only=True, eq=False):
    """What a line adds to a net value on average, its probability counted; `inputs` are the keys it hangs on.

    `turn` is -1 for a line of the option that it is held against. `forms` are the line's own, and `expected` the sum
    of products behind the mean; both are None where the mean comes from the points.
    """

    line: ResolvedLine
    turn: float = 1.0
    inputs: frozenset[str]
    mean: float
    forms: tuple[LineForm, ...] | None = None
    expected: Polynomial | None = None

    @property
    def sign(self) -> float:
        """1 where the line's amount adds to the net value, -1 where it takes from it."""
        return self.turn if self.line.stated.side == "gain" else -self.turn

    @property
    def turned(self) -> "Part":
        """The same with the other sign."""
        expected = None if self.expected is None else scaled(self.expected, -1.0)
        return structs.replace(self, turn=-self.turn, mean=-self.mean, expected=expected)

    def hangs_on(self, lines: Collection[str]) -> bool:
        """Whether it takes that one of these lines, by key, comes true."""
        return self.line.stated.key in lines or any(loss.gain in lines for loss in self.line.losses)


def part_of(line: ResolvedLine, world: World, sample: Sample | None) -> Part:
    """The line as a part; on the points where it has no closed form.

    Raises:
        NoFigureError: it has no place there either.
    """
    inputs, key = frozenset(variables_in(line)), line.stated.key
    try:
        forms = line_forms([line])
        expected = net(forms)
        return Part(line=line, inputs=inputs, mean=world.mean(expected), forms=forms, expected=expected)
    except NoFigureError as reason:
        if sample is None or key not in sample.line_means:
            raise NoFigureError(str(reason) if line.fatal else f"`{line.stated.id}`: {reason}") from None
    mean = sample.line_means[key]
    return Part(line=line, inputs=inputs, mean=mean if line.stated.side == "gain" else -mean)
