"""Makes a record's data into a decision, with the values of shared assumptions in place."""

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.sources.decision_data import decision_from_data
from roi_plugin.sources.plain_values import Map
from roi_plugin.sources.pruning import Pruned
from roi_plugin.sources.shared_values import SharedValues, shared_values


class TypedRecord(Struct, frozen=True, kw_only=True):
    """The data with the shared values in place, the decision it says, and what the schema could not see in it.

    It is sound if nothing of it is missing in the decision.
    """

    data: Map
    decision: Decision
    problems: tuple[Problem, ...]
    is_sound: bool


def typed_record(read: Pruned, assumptions: Assumptions, *, yaml: str, path: str, body: str | None) -> TypedRecord:
    """The record that schema-valid data says; `yaml` is the text of the data, `path` and `body` as a decision has them.

    The problems' fields are those of the data before anything was taken out.
    """
    shared = shared_values(read.data, assumptions) if _may_name_one(yaml) else SharedValues(data=read.data)
    decision, problems = decision_from_data(shared.data, path=path, body=body, numbers=shared.uses)
    return TypedRecord(
        data=shared.data,
        decision=decision,
        problems=tuple(replace(one, field=read.original(one.field)) for one in (*shared.problems, *problems)),
        is_sound=shared.complete and not any(one.severity is Severity.ERROR for one in problems),
    )


def _may_name_one(yaml: str) -> bool:
    """Whether a text can name an assumption at all: most cannot, and need not be searched key by key."""
    return "assumption" in yaml or "\\" in yaml
