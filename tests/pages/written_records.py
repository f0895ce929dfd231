"""Records for tests of pages."""

CACHE = """---
title: Cache product embeddings instead of recomputing them nightly
status: accepted
date: 2026-02-03
owner: ana
problem: The nightly embedding job is expensive and ends after opening time
options:
  - id: do-nothing
  - id: cache
    chosen: true
    gain: 30k..60k per year
    cost: 12k..25k
review_due: 2027-08-03
---
The job takes nine hours.
"""


def record(title: str, status: str = "accepted", more: str = "", body: str = "") -> str:
    return f"---\ntitle: {title}\nstatus: {status}\ndate: 2026-02-03\n{more}---\n{body}"
