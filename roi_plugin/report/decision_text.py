"""One decision as text for a terminal: what it is worth in plain words, then the figures behind them."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.plain_words import leading, plain_words
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.assumption import AssumptionState
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Finding
from roi_plugin.model.links import Link
from roi_plugin.model.policy import Policy
from roi_plugin.report.acceptance_lines import acceptance_lines
from roi_plugin.report.drift_text import drift_lines
from roi_plugin.report.explain_figures import explained
from roi_plugin.report.history_text import history_lines
from roi_plugin.report.option_tables import cash_table, option_lines, options_table, ownership_table
from roi_plugin.report.outlook_tables import framework_table, notes, outcome_tables, outside_table
from roi_plugin.report.sensitivity_tables import break_even_table, knowledge_table, tests_table, tornado_table
from roi_plugin.report.table import aligned
from roi_plugin.report.terminal import painted, safe, safe_opening

_TONES = {"gain": "help", "loss": "error", "unknown": "warning"}


def render(judged: Judged, assessment: Assessment, *, colour: bool = False, explain: bool = False) -> str:
    """Verdict and plain words, facts, tables, lines, flags with the fix, history; a blank line between parts.

    With `explain` every figure follows with its formula, down to its inputs.
    """
    parts = [
        list(_head(judged, colour=colour)),
        list(_plain(judged)),
        list(_facts(judged, assessment)),
        *(list(part) for part in _details(judged, assessment.policy)),
        *(list(option_lines(option, judged.returns)) for option in judged.returns.options),
        list(_flags(judged.findings, colour=colour)),
        list(acceptance_lines(judged, assessment.today)),
        list(drift_lines(judged.drift)),
        list(history_lines(judged)),
        list(_working(judged, assessment.policy)) if explain else [],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(judged: Judged, *, colour: bool) -> Iterator[str]:
    said = judged.verdict
    yield painted(f"{safe_opening(judged.decision.id)}: {safe(judged.decision.title)}", "strong", on=colour)
    yield painted(safe(said.sentence), _TONES[said.tone], on=colour)
    if judged.decision.illustrative:
        yield "The numbers are illustrative: they were invented to show the method."


def _facts(judged: Judged, assessment: Assessment) -> Iterator[str]:
    decision, links = judged.decision, judged.links
    idle = {one.decision.id: _idle(one) for one in assessment.judged if not one.binds}
    facts = {
        "status": f"{decision.status.value} ({_force(judged)}), {decision.date.isoformat()}",
        "delivery": decision.delivery.value if decision.delivery else "",
        "owner": decision.owner or "",
        "supersedes": _linked(links.supersedes),
        "superseded by": _linked(links.superseded_by),
        "depends on": _linked(links.depends_on, idle),
        "needed by": _linked(links.dependents),
        "rests on": _rested_on(decision, assessment),
        "related": _linked(links.related),
        "review due": _review(judged, assessment),
        "record": judged.file.shown,
    }
    known = [(name, safe(fact)) for name, fact in facts.items() if fact]
    yield from aligned(known)


def _force(judged: Judged) -> str:
    if judged.binds:
        return "in force"
    return "reverted, so it binds nobody" if judged.links.in_force else "not in force"


def _idle(judged: Judged) -> str:
    """Why a decision does not bind."""
    return "reverted" if judged.links.in_force else f"{judged.decision.status.value}, not in force"


def _linked(links: Sequence[Link], idle: Mapping[str, str] = MappingProxyType({})) -> str:
    return ", ".join(link.id + _remarks(link, idle.get(link.id)) for link in links)


def _rested_on(decision: Decision, assessment: Assessment) -> str:
    """The assumptions by id, with the state of those that do not hold."""
    known = assessment.assumptions
    states = {
        name: known[name].state if name in known else "unknown" for name in (use.id for use in decision.assumptions)
    }
    return ", ".join(name if state == AssumptionState.HOLDS else f"{name} ({state})" for name, state in states.items())


def _remarks(link: Link, idle: str | None) -> str:
    part = "" if link.part is None else f"part {link.part}"
    effect = "" if link.in_effect else "takes no effect"
    remarks = ", ".join(filter(None, (part, effect, idle)))
    return f" ({remarks})" if remarks else ""


def _review(judged: Judged, assessment: Assessment) -> str:
    due, reviews = judged.decision.review_due, judged.decision.reviews
    last = max((review.date for review in reviews), default=None)
    said = [due.isoformat()] if due else []
    if last is not None:
        said.append(f"last reviewed {last.isoformat()}")
    elif due is not None and due < assessment.today:
        said.append("no review yet")
    return ", ".join(said)


def _plain(judged: Judged) -> Iterator[str]:
    if judged.appraisal is None:
        return
    said = plain_words(judged.returns, judged.appraisal)
    if said:
        yield "In plain words"
        yield from (f"  {safe(sentence)}" for sentence in said)


def _details(judged: Judged, policy: Policy) -> Iterator[Iterator[str]]:
    """The tables behind the plain words, in the order in which a reader asks."""
    returns, appraisal = judged.returns, judged.appraisal
    yield options_table(returns, appraisal)
    if appraisal is None:
        return
    index, currency = leading(returns), returns.currency
    yield outside_table(judged.decision, appraisal, currency)
    if index is not None:
        amounts = InputAmounts(resolve(judged.decision, policy))
        yield tornado_table(appraisal.options[index], amounts, currency)
        yield break_even_table(appraisal.options[index], amounts)
    yield knowledge_table(appraisal, currency)
    yield tests_table(appraisal, currency)
    yield cash_table(appraisal)
    yield ownership_table(returns, appraisal)
    yield framework_table(appraisal)
    yield outcome_tables(appraisal, currency)
    yield notes(appraisal, currency)


def _working(judged: Judged, policy: Policy) -> Iterator[str]:
    if judged.appraisal is not None:
        # Only here, for whoever does not ask need not wait for it.
        from roi_plugin.economics.working import working

        yield from explained(working(judged.decision, policy, judged.appraisal), judged.returns.currency)


def _flags(findings: Sequence[Finding], *, colour: bool) -> Iterator[str]:
    if not findings:
        return
    yield "Flags"
    for finding in findings:
        severity = finding.severity.value
        name = painted(f"{severity} {safe(finding.name)}", severity, on=colour)
        yield f"  {name} (line {finding.place.line}): {safe(finding.message)}"
        if finding.help:
            yield f"    {painted('help:', 'help', on=colour)} {safe(finding.help)}"
