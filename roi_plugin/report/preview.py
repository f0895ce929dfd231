"""What another policy would change: which records it would flag, clear, or judge more or less gravely."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from roi_plugin.assess import Assessment
from roi_plugin.model.finding import Finding
from roi_plugin.report.json_text import json_text
from roi_plugin.report.terminal import painted, safe, safe_opening

Key = tuple[str, str, str]
"""The file, the name and the field of a finding: what stays the same where only its severity changes."""


class Change(Struct, frozen=True, kw_only=True):
    """One finding as it is now and as it would be; None where there is none."""

    now: Finding | None
    then: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding that says where: the coming one if there is one."""
        found = self.then or self.now
        if found is None:
            raise ValueError("a change has at least one side")
        return found


def changes(now: Assessment, then: Assessment) -> tuple[Change, ...]:
    """Every finding that would come, go or weigh otherwise, in the order of their places."""
    before, after = _by_key(now.findings), _by_key(then.findings)
    found = [
        Change(now=one, then=other)
        for key in before.keys() | after.keys()
        for one, other in _pairs(before.get(key, []), after.get(key, []))
        if one is None or other is None or one.severity is not other.severity
    ]
    return tuple(sorted(found, key=lambda change: change.finding.sort_key))


def text(found: Sequence[Change], *, colour: bool = False) -> str:
    """One line a change under its file, and a line that counts the records concerned."""
    lines: list[str] = []
    path = None
    for change in found:
        if change.finding.path != path:
            path = change.finding.path
            lines.append(painted(safe_opening(path), "strong", on=colour))
        lines.append(f"  {_line(change)}")
    return "\n".join([*lines, *([""] if lines else []), _summary(found)]) + "\n"


def json(found: Sequence[Change]) -> str:
    """The changes as JSON, version 1 of the shape; `now` and `then` are severities or null."""
    return json_text({"version": 1, "changes": [_entry(change) for change in found], "counts": _counts(found)})


def _by_key(findings: Sequence[Finding]) -> Mapping[Key, list[Finding]]:
    found: dict[Key, list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.path, finding.name, finding.field), []).append(finding)
    return found


def _pairs(before: list[Finding], after: list[Finding]) -> Iterator[tuple[Finding | None, Finding | None]]:
    for place in range(max(len(before), len(after))):
        yield before[place] if place < len(before) else None, after[place] if place < len(after) else None


def _line(change: Change) -> str:
    one = change.finding
    where = f"{one.place.line}:{one.place.column} {safe(one.name)}"
    if change.now is None:
        return f"+ {one.severity.value} {where}: {safe(one.message)}"
    if change.then is None:
        return f"- {one.severity.value} {where}: {safe(one.message)}"
    return f"~ {change.now.severity.value} -> {change.then.severity.value} {where}: {safe(one.message)}"


def _counts(found: Sequence[Change]) -> dict[str, int]:
    """How many records would get a finding more, lose one, or have one weigh otherwise."""
    return {
        "flagged": len({change.finding.path for change in found if change.now is None}),
        "cleared": len({change.finding.path for change in found if change.then is None}),
        "reweighed": len({change.finding.path for change in found if change.now and change.then}),
    }


def _summary(found: Sequence[Change]) -> str:
    if not found:
        return "Under this policy nothing would change."
    counts = _counts(found)
    parts = [f"{counts['flagged']} would get findings", f"{counts['cleared']} would lose some"]
    if counts["reweighed"]:
        parts.append(f"{counts['reweighed']} would have some weigh otherwise")
    return f"Of the records, {', '.join(parts)}. Nothing was changed."


def _entry(change: Change) -> dict[str, object]:
    one = change.finding
    return {
        "path": one.path,
        "line": one.place.line,
        "column": one.place.column,
        "field": one.field,
        "name": one.name,
        "decision": one.decision,
        "message": one.message,
        "now": change.now.severity.value if change.now else None,
        "then": change.then.severity.value if change.then else None,
    }
