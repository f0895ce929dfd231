"""What an uncertain number is taken for in a working: its distribution, who stated it, on what evidence, and where."""

from collections.abc import Iterator, Mapping, Sequence

from roi_plugin.economics.capped import Capped
from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.formulas import Variable
from roi_plugin.economics.metalog import Metalog
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.normal_shapes import Certain, LogitNormal, Lognormal, Normal
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.step import Step
from roi_plugin.economics.three_points import Pert, Triangular
from roi_plugin.economics.units import is_share
from roi_plugin.economics.wording import exact
from roi_plugin.language import noted, sentence, text
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate, Evidence

_SHAPES: Mapping[type, str] = {
    Certain: noted("one number, taken for certain"),
    Lognormal: noted("lognormal"),
    Normal: noted("normal"),
    LogitNormal: noted("logit-normal"),
    Pert: noted("Beta-PERT"),
    Triangular: noted("triangular"),
    Metalog: noted("metalog"),
    Capped: noted("up to the month in which nothing is left to lose"),
}


def input_step(key: str, name: str, variable: Variable, decision: Decision) -> Step:
    """An input by its mean, with its 90 % range and what stands behind it."""
    estimate = variable.estimate
    fraction = is_share(estimate.quantity.unit) or key.endswith(":p")
    own = decision.economics is not None and decision.economics.person_week is not None
    place = (text("the policy, `%(entry)s`", entry="person_week"),) if key == PERSON_WEEK and not own else ()
    try:
        mean, reason = variable.distribution.mean, None
    except (NoFigureError, OverflowError) as fault:
        mean, reason = None, str(fault)
    return Step(
        key=f"input/{key}",
        label=name,
        value=mean,
        unit="fraction" if fraction else "number",
        formula=f"`{estimate.text}`, {_shape(variable.distribution)}",
        notes=(*place, *behind(estimate, decision.evidence)),
        reason=reason,
    )


def behind(estimate: Estimate, known: Sequence[Evidence]) -> tuple[str, ...]:
    """Who stated it, the evidence, source, assumption and note, each as a phrase."""
    evidence = {each.id: each for each in known}
    said = [text("by %(people)s", people=", ".join(estimate.by))] if estimate.by else []
    said += [text("evidence: %(evidence)s", evidence=_evidence(name, evidence.get(name))) for name in estimate.evidence]
    if estimate.source:
        source = text("source: %(source)s", source=estimate.source)
        day = estimate.retrieved.isoformat() if estimate.retrieved else ""
        said.append(text("%(source)s, retrieved %(day)s", source=source, day=day) if day else source)
    if estimate.assumption:
        named = text("shared assumption: `%(name)s`", name=estimate.assumption)
        then = text("%(named)s, and the record was decided with `%(then)s`", named=named, then=estimate.stated)
        said.append(then if estimate.stated else named)
    return (*said, *([text("note: %(note)s", note=estimate.note)] if estimate.note else []))


def _evidence(name: str, found: Evidence | None) -> str:
    if found is None:
        return name
    date = found.date.isoformat() if found.date else None
    more = ", ".join(filter(None, (sentence(found.kind or ""), found.title, date, found.url)))
    return f"{name} ({more})" if more else name


def _shape(shape: Distribution) -> str:
    name = sentence(_SHAPES.get(type(shape), ""))
    if isinstance(shape, Certain):
        return name
    return " ".join([name, *_ends(shape)])


def _ends(shape: Distribution) -> Iterator[str]:
    try:
        low, high = shape.percentile(0.05), shape.percentile(0.95)
    except (ArithmeticError, ValueError):
        return
    yield text("with 90 %% between %(low)s and %(high)s", low=exact(low), high=exact(high))
