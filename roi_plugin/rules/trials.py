"""Whether what a gain claims was tried: evidence of an experiment, a pilot or a prototype."""

from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Evidence
from roi_plugin.model.named_evidence import TRIED, named_evidence
from roi_plugin.model.option import Gain
from roi_plugin.rules.rule import Context


def trials(gain: Gain, decision: Decision, context: Context) -> tuple[Evidence, ...]:
    """The trials that the chance, the amount or an input of a gain names: who tried it saw both, whether and how much.

    A line that repeats another (`same_as`) names what that one does; give its `original`.
    """
    estimates = [estimate for estimate in (gain.p, gain.value, *gain.inputs.values()) if estimate is not None]
    names = [name for estimate in estimates for name in estimate.evidence]
    return tuple(entry for entry in named_evidence(names, decision, context.today) if entry.kind in TRIED)
