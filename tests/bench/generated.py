"""Generated decision records of an ordinary size: about 4 KB, some 60 lines of front matter."""

from pathlib import Path

STATUSES = ("accepted", "accepted", "accepted", "proposed", "rejected", "deprecated", "draft")
AREAS = ("search", "checkout", "platform", "data", "mobile")
OWNERS = ("kim", "lee", "ana", "sam")

PROSE = """\
## Why

The nightly job ends after opening time on four days of ten, and the shops open with yesterday's prices.
We looked at the queue, at the size of the machines and at what is computed twice.
Most of the work is computed twice: three of four products do not change from one day to the next.

| alternative | what we saw |
|---|---|
| larger machines | half the time for twice the money |
| a cache | a tenth of the work, some risk of stale values |

## What follows

* The job reads what changed since the last run.
* A product that is older than a week is computed again, so that a mistake does not stay.
* The team on call gets one more panel and one more page in the handbook.

```python
def stale(product: Product, today: date) -> bool:
    return (today - product.computed).days > 7
```

We will look again when the number of products has doubled or when the cache has misled us twice.
"""


def record(number: int) -> str:
    """One valid record; its figures and names follow from its number alone."""
    low = 20 + number * 7 % 60
    return f"""\
---
title: Decision {number} about the {AREAS[number % 5]} work that comes every night
status: {STATUSES[number % 7]}
delivery: {("planned", "in-progress", "delivered")[number % 3]}
date: 202{number % 6}-0{1 + number % 9}-1{number % 10}
owner: {OWNERS[number % 4]}
deciders: [kim, lee]
area: {AREAS[number % 5]}
tags: [cost, nightly, "{AREAS[(number + 2) % 5]}"]
trigger: cost
reversibility: two-way
expected_life: 24 months
problem: The nightly job is expensive and ends after opening time on four days of ten
goal:
  request: "Make the nightly job faster"
  category: savings
  metric: job_minutes
economics:
  horizon: 24 months
  discount_rate: 8%
  person_week: 3.5k..5k
options:
  - id: do-nothing
    kind: do-nothing
    title: Leave the job as it is
  - id: machines
    kind: buy
    title: Larger machines
    gains:
      - {{id: hours, metric: job_minutes, type: direct, value: {low}k..{low * 2}k per year, from: 2}}
    costs:
      - {{id: rent, money: {low}k..{low + 30}k per year}}
      - {{id: move, time: 1..3 person-weeks}}
  - id: cache
    kind: build
    title: Compute only what changed
    chosen: true
    chosen_because: "Saves {low}k a year for some {low // 4} person-weeks, by our own measurement"
    gains:
      - id: saved
        metric: job_minutes
        type: direct
        value: jobs * minutes * price
        per: year
        from: 3
        p: 0.8
        inputs:
          jobs: {{range: 300..360, by: [kim], evidence: job-log}}
          minutes: {{range: {low}..{low * 3}, by: [kim, lee], evidence: job-log}}
          price: {{range: 1.2..2.5, by: [finance]}}
    costs:
      - {{id: build, time: {low // 10 + 2}..{low // 4 + 4} person-weeks}}
      - {{id: run, money: 1k..4k per year, from: 3}}
    risks:
      - {{id: stale, category: technical, p: 0.2, impact: 5k..20k, when: 6, guardrail: stale_values, owner: lee}}
metrics:
  - {{id: job_minutes, role: primary, direction: down, unit: minutes, baseline: 190, oracle: scheduler}}
guardrails:
  - {{metric: stale_values, limit: "<= 10 a day", oracle: data-quality}}
evidence:
  - {{id: job-log, kind: data, date: 2025-01-15}}
review_due: 2027-0{1 + number % 9}-01
---

# Decision {number}

{PROSE}
{PROSE.replace("nightly", "weekly")}"""


def write_records(folder: Path, count: int) -> None:
    """Write `count` records below `folder`, numbered from 1."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        (folder / f"{number:05d}-generated.md").write_text(record(number), encoding="utf-8")
