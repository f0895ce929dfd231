"""How many findings there are of each severity, as numbers and as words."""

from collections import Counter
from collections.abc import Iterable

from roi_plugin.model.finding import Finding, Severity


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """The number of findings by severity; all three severities are named, the gravest first."""
    found = Counter(finding.severity for finding in findings)
    return {severity.value: found[severity] for severity in Severity}


def in_words(found: dict[str, int]) -> str:
    """`1 error, 2 warnings`; `no findings` when there are none. `info` has no plural."""
    words = [f"{count} {name}{_plural(name, count)}" for name, count in found.items() if count]
    return ", ".join(words) or "no findings"


def records_in_words(records: int) -> str:
    """`1 record read`, `12 records read`."""
    return f"{records} record{'' if records == 1 else 's'} read"


def _plural(name: str, count: int) -> str:
    return "" if count == 1 or name == Severity.INFO else "s"
