"""One decision as text for a terminal: what it is worth, how it stands, what it rests on, what is risky about it."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.returns import Amount, LineReturn, OptionReturns, Returns
from roi_plugin.economics.verdict import verdict
from roi_plugin.economics.wording import months, number, percent
from roi_plugin.model.finding import Finding
from roi_plugin.model.links import Link
from roi_plugin.report.table import aligned
from roi_plugin.report.terminal import painted, safe, safe_opening

_TONES = {"gain": "help", "loss": "error", "unknown": "warning"}


def render(judged: Judged, assessment: Assessment, *, colour: bool = False) -> str:
    """Verdict, facts, options, their lines with 90 % ranges, and flags with the fix; a blank line between parts."""
    parts = [
        list(_head(judged, colour=colour)),
        list(_facts(judged, assessment)),
        list(_options(judged.returns)),
        *(list(_option_lines(option, judged.returns)) for option in judged.returns.options),
        list(_flags(judged.findings, colour=colour)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(judged: Judged, *, colour: bool) -> Iterator[str]:
    said = verdict(judged.returns)
    yield painted(f"{safe_opening(judged.decision.id)}: {safe(judged.decision.title)}", "strong", on=colour)
    yield painted(safe(said.sentence), _TONES[said.tone], on=colour)
    if judged.decision.illustrative:
        yield "The numbers are illustrative: they were invented to show the method."


def _facts(judged: Judged, assessment: Assessment) -> Iterator[str]:
    decision, links = judged.decision, judged.links
    force = "in force" if links.in_force else "not in force"
    idle = {one.decision.id: one.decision.status.value for one in assessment.judged if not one.links.in_force}
    facts = {
        "status": f"{decision.status.value} ({force}), {decision.date.isoformat()}",
        "delivery": decision.delivery.value if decision.delivery else "",
        "owner": decision.owner or "",
        "supersedes": _linked(links.supersedes),
        "superseded by": _linked(links.superseded_by),
        "depends on": _linked(links.depends_on, idle),
        "needed by": _linked(links.dependents),
        "related": _linked(links.related),
        "review due": _review(judged, assessment),
        "record": judged.file.shown,
    }
    known = [(name, safe(fact)) for name, fact in facts.items() if fact]
    yield from aligned(known)


def _linked(links: Sequence[Link], idle: Mapping[str, str] = MappingProxyType({})) -> str:
    return ", ".join(link.id + _remarks(link, idle.get(link.id)) for link in links)


def _remarks(link: Link, status: str | None) -> str:
    part = "" if link.part is None else f"part {link.part}"
    effect = "" if link.in_effect else "takes no effect"
    force = f"{status}, not in force" if status else ""
    remarks = ", ".join(filter(None, (part, effect, force)))
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


def _options(returns: Returns) -> Iterator[str]:
    if not returns.options:
        return
    rate = percent(returns.discount_rate)
    yield f"Options, present value in {safe(returns.currency)} over {months(returns.horizon_months)} at {rate} a year"
    heads = ("", "option", "gain", "cost", "NPV", "ROI")
    rows = [heads, *(_option_row(option) for option in returns.options)]
    yield from (f"  {line}" for line in aligned(rows, right=(2, 3, 4, 5)))
    for reason, ids in _ids_by_reason(returns.options).items():
        yield f"  {', '.join(f'`{safe(one)}`' for one in ids)}: {safe(reason)}"


def _option_row(option: OptionReturns) -> tuple[str, ...]:
    amounts = (_amount(amount) for amount in (option.gain, option.cost, option.npv))
    roi = "-" if option.roi.mean is None else percent(option.roi.mean, signed=True)
    return ("chosen" if option.chosen else "", safe_opening(option.id), *amounts, roi)


def _amount(amount: Amount) -> str:
    return "-" if amount.mean is None else number(amount.mean)


def _ids_by_reason(options: Sequence[OptionReturns]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for option in options:
        amounts = (option.gain, option.cost, option.npv, option.roi)
        reasons = dict.fromkeys(amount.reason for amount in amounts if amount.mean is None and amount.reason)
        for reason in reasons:
            found.setdefault(reason, []).append(option.id)
    return found


def _option_lines(option: OptionReturns, returns: Returns) -> Iterator[str]:
    if not option.lines:
        return
    title = f" ({safe(option.title)})" if option.title else ""
    yield f"Lines of {safe(option.id)}{title}, mean and 90 % range in {safe(returns.currency)}"
    yield from (f"  {line}" for line in aligned([_line_row(line) for line in option.lines], right=(3,)))


def _line_row(line: LineReturn) -> tuple[str, ...]:
    mean = "-" if line.mean is None else number(line.mean)
    known = line.low is not None and line.high is not None
    spread = f"{number(line.low or 0.0)}..{number(line.high or 0.0)}" if known else safe(line.reason or "")
    return (line.side, safe(line.id), safe(line.text), mean, spread)


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
