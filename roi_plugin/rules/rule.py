"""What a rule is: a question to one decision, asked in full view of the register."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from roi_plugin.economics.key_figures import KeyFigures
from roi_plugin.economics.returns import Returns
from roi_plugin.model import decision
from roi_plugin.model.assumption import Assumption
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.history import NO_HISTORY, History, RecordHistory
from roi_plugin.model.links import DecisionLinks, Links
from roi_plugin.model.policy import Policy
from roi_plugin.model.record_past import NOTHING_PAST, RecordPast
from roi_plugin.model.register import Register
from roi_plugin.rules.rule_page import RulePage, read_page

OPEN = frozenset({Status.PROPOSED, Status.ACCEPTED})
"""A decision that is being made or that binds: what a rule says can still change it."""
BINDING = frozenset({Status.ACCEPTED})
ONCE_ACCEPTED = decision.ONCE_ACCEPTED
"""As the model has it; named here too, where rules of other packages look for it."""


class Concern(Struct, frozen=True, kw_only=True):
    """What a rule holds against a decision; `help` says how to answer where the rule knows more than its `mend`.

    `since` is the first day on which it holds, where time made it so, or an edit whose day is known.
    """

    field: FieldPath
    message: str
    help: str | None = None
    since: dt.date | None = None


class Context(Struct, frozen=True, kw_only=True):
    """What a rule sees beside the decision: `returns`, `figures` and `stakes` (0, 1, 2) are the decision's own.

    `returns` and `figures` hold the options in the order of the record. `all_figures` are the figures of all decisions,
    by the path of their records; `assumptions` are those that decisions share, by id; `history` is what git knows,
    `past` what changed of the decision since it was decided.
    """

    register: Register
    links: Links
    returns: Returns
    figures: KeyFigures
    all_figures: Mapping[str, KeyFigures]
    policy: Policy
    today: dt.date
    stakes: int
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    history: History = NO_HISTORY
    past: RecordPast = NOTHING_PAST

    def history_of(self, decision: Decision) -> RecordHistory | None:
        """What git knows of a decision; None where it knows nothing."""
        return self.history.of(decision.path)

    def links_of(self, decision: Decision) -> DecisionLinks:
        """The links of a decision from both sides."""
        return self.links.at(decision.path)


class Rule(Struct, frozen=True, kw_only=True):
    """One rule. It is asked of decisions in the statuses `asked_of` whose stakes are at least `level` (0, 1, 2).

    A decision that another one replaced as a whole is asked as a retired one, whatever its record still says.
    `page` is the docstring of the rule's module. `origin` is the package that brought the rule; empty for ours.
    """

    name: str
    severity: Severity
    level: int
    asked_of: frozenset[Status]
    mend: str
    check: Callable[[Decision, Context], Iterable[Concern]]
    page: str | None
    origin: str = ""

    @property
    def theme(self) -> str:
        """The folder of the rule: `goal`, `options`, `lifecycle`; of a rule from elsewhere, its package."""
        return self.origin or self.check.__module__.rsplit(".", 2)[-2]

    @property
    def whom(self) -> str:
        """Which decisions it is asked of, by their statuses: `proposed and accepted decisions`."""
        *others, last = (status.value for status in Status if status in self.asked_of)
        return f"{', '.join(others)} and {last} decisions" if others else f"{last} decisions"

    @property
    def title(self) -> str:
        """The fault in a few words, without a full stop; the name in words where the page does not say it."""
        return self._read().title or self.name.replace("-", " ").replace("_", " ").capitalize()

    @property
    def asks(self) -> str:
        """The question the rule asks of a decision."""
        return self._read().asks

    @property
    def why(self) -> str:
        """The reason, with its source."""
        return self._read().why

    @property
    def reads(self) -> str:
        """The fields and policy entries that decide."""
        return self._read().reads

    @property
    def answer(self) -> str:
        """How to mend the record, and what silences the rule."""
        return self._read().answer

    def _read(self) -> RulePage:
        return read_page(self.page or "")
