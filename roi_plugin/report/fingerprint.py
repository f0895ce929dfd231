"""Fingerprints that recognise a finding again after lines above it have moved."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from roi_plugin.model.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One SHA-256 hex digest a finding, in their order: of path, field, name and message, never of line or column.

    Equal findings are numbered, so no two fingerprints of a run are equal.
    """
    seen: Counter[str] = Counter()
    digests = []
    for finding in findings:
        key = f"{finding.path}\0{finding.field}\0{finding.name}\0{finding.message}"
        seen[key] += 1
        text = f"{key}\0{seen[key]}"
        digests.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return digests
