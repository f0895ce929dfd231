"""What a name inside a record means: an input, or another line.

`x` is looked for among the line's own inputs, then among the lines and inputs of its option, then among all options.
`option.line`, `line.input`, `option.input` and `option.line.input` say it in full.
"""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.model.estimate import Estimate

PERSON_WEEK = "person_week"
"""The name of the price of a week of work, the same in all lines."""


Scope = str | tuple[str, str]
"""An option's id, or one of the kinds below, alone or of one option or line."""

EVERYWHERE, LINES, OWN = "*", "*lines", "*own"
MEANINGS_NAMED = 3


class Target(Struct, frozen=True, kw_only=True):
    """What a name points at: a line, or one input of it."""

    line: StatedLine
    input: str | None = None

    @property
    def key(self) -> str:
        """Unique in the decision: `option/line` or `option/line/input`."""
        return f"{self.line.key}/{self.input}" if self.input else self.line.key

    @property
    def words(self) -> str:
        """The full name that means this and nothing else: `option.line.input`."""
        return ".".join(part for part in (self.line.option, self.line.id, self.input) if part)

    @property
    def estimate(self) -> Estimate | None:
        """The input's estimate."""
        return self.line.inputs[self.input] if self.input else None


class Names:
    """All names of a decision."""

    def __init__(self, lines: Iterable[StatedLine]) -> None:
        self._found: dict[Scope, dict[str, list[Target]]] = defaultdict(lambda: defaultdict(list))
        for line in lines:
            target = Target(line=line)
            for name in (line.id, f"{line.option}.{line.id}"):
                self._add(target, name, EVERYWHERE, line.option, LINES, (LINES, line.option))
            for name in line.inputs:
                self._add(Target(line=line, input=name), name, EVERYWHERE, line.option, (OWN, line.key))
                for longer in (f"{line.id}.{name}", f"{line.option}.{name}", f"{line.option}.{line.id}.{name}"):
                    self._add(Target(line=line, input=name), longer, EVERYWHERE, line.option)

    def _add(self, target: Target, name: str, *scopes: Scope) -> None:
        for scope in scopes:
            self._found[scope][name].append(target)

    def known(self, *, lines_only: bool = False) -> list[str]:
        """Every name that means something, sorted."""
        return sorted(self._found[LINES if lines_only else EVERYWHERE])

    def find(self, name: str, scope: StatedLine | None, *, lines_only: bool = False) -> list[Target]:
        """What the name can mean where `scope` stands: nothing, one thing, or several that no rule tells apart."""
        if scope is None:
            return self._in(EVERYWHERE, name)
        if lines_only:
            return self._in((LINES, scope.option), name) or self._in(LINES, name)
        own = self._in((OWN, scope.key), name)
        return own or self._in(scope.option, name) or self._in(EVERYWHERE, name)

    def _in(self, scope: Scope, name: str) -> list[Target]:
        return self._found[scope].get(name, []) if scope in self._found else []


def meanings(targets: list[Target]) -> str:
    """Several targets in words: `a.x` or `b.x`; of many, the first few."""
    words = " or ".join(f"`{target.words}`" for target in targets[:MEANINGS_NAMED])
    return f"{words} or others" if len(targets) > MEANINGS_NAMED else words
