"""What the help of each rule says, done to the letter: to the record that the rule flags, and to records in short form.

Each edit is a list of replacements in the text; where the help names several ways, each has its own edit.
"""

Edit = tuple[tuple[str, str], ...]


def swap(old: str, new: str) -> Edit:
    return ((old, new),)


def ahead(new: str, *more: tuple[str, str]) -> Edit:
    """New fields, ahead of the date by which the record is reviewed."""
    return (("date: 2", f"{new}\ndate: 2"), *more)


MENDS: tuple[tuple[str, Edit], ...] = (
    ("goal-missing", ahead("problem: Customers find one item and leave")),
    ("problem-restates-request", swap("We need a recommendation system", "9 of 10 customers leave with one item")),
    (
        "no-business-metric",
        (
            ("metric: f1_score", "metric: customers_kept"),
            ("metrics:\n", "metrics:\n  - {id: customers_kept, role: primary}\n"),
        ),
    ),
    ("no-ceiling", swap("goal: # no-ceiling", "goal:\n  ceiling: 900k per year")),
    ("gain-above-ceiling", swap("100k..220k per year", "30k..70k per year")),
    ("gain-above-ceiling", swap("ceiling: 90k per year", "ceiling: 300k per year")),
    (
        "growth-without-money",
        swap("reach, value: 0}\n", "reach, value: 0}\n      - {id: tickets, value: 40k..90k per year, from: 6}\n"),
    ),
    (
        "ethics-not-considered",
        swap("goal: # ethics-not-considered", "goal:\n  ethics: {reviewed_by: trust-team, date: 2026-02-20}"),
    ),
    (
        "no-do-nothing",
        swap("options: # no-do-nothing", "options:\n  - id: do-nothing\n    cost: 90k..110k"),
    ),
    (
        "ml-is-the-only-idea",
        swap("options: # ml-is-the-only-idea", "options:\n  - {id: same-address, kind: non-ml, cost: 5k..12k}"),
    ),
    (
        "build-without-buy",
        swap("options: # build-without-buy", "options:\n  - {id: hosted, kind: buy, cost: 90k..140k}"),
    ),
    ("build-without-buy", swap("chosen: true", "chosen: true\n    constraint: Events may not leave our halls")),
    ("better-option-not-chosen", swap("The new service is cleaner", "4 more services save 15k EUR each")),
    (
        "better-option-not-chosen",
        swap("chosen: true", "chosen: true\n    constraint: The law asks for it\n    evidence: contract"),
    ),
    (
        "better-option-not-chosen",
        (
            ("    chosen: true\n", ""),
            ("    chosen_because: The new service is cleaner # better-option-not-chosen\n", ""),
            ("kind: process\n", "kind: process\n    chosen: true\n"),
        ),
    ),
    (
        "one-ml-approach",
        swap(
            "options: # one-ml-approach",
            "options:\n  - {id: small-model, kind: ml, gain: 90k..200k per year, cost: 50k..90k}",
        ),
    ),
    (
        "dominated-option-chosen",
        (
            ("    chosen: true # dominated-option-chosen\n    chosen_because: We like to know what runs\n", ""),
            ("kind: buy\n", "kind: buy\n    chosen: true\n"),
        ),
    ),
    ("dominated-option-chosen", swap("gain: 30k..45k per year", "gain: 60k..95k per year")),
    ("no-stop-rule", ahead("kill_if: [{metric: calls_about_delivery, threshold: above 9k, by: 2026-09-01}]")),
    ("no-stop-rule", ahead("kill_if: It finds fewer late deliveries than the depots by 1 September")),
    ("argument-from-novelty", swap("State of the art, and", "It cuts empty sessions from 14 % to 11 %, and is")),
    ("argument-from-novelty", swap("chosen: true", "chosen: true\n    constraint: The old one is switched off")),
    ("point-estimate", swap("time: 30 person-weeks", "time: 20..60 person-weeks")),
    ("point-estimate", swap("time: 30 person-weeks", "time: {value: 30 person-weeks, evidence: contract}")),
    ("overconfident-range", swap("20..24 person-weeks", "20..60 person-weeks")),
    ("overconfident-range", swap("time: 20..24 person-weeks", "time: {range: 20..24 person-weeks, evidence: data}")),
    ("single-estimator", swap("by: ana", "by: [ana, head-of-service]")),
    ("no-outside-view", ahead("reference_class: {cost: software-effort}")),
    ("success-above-base-rate", swap("p: 0.9", "p: 0.35")),
    ("success-above-base-rate", swap("p: 0.9", "p: {value: 0.9, evidence: experiment}")),
    (
        "weak-evidence",
        (
            ("evidence: vendor-study #", "evidence: two-weeks #"),
            ("evidence:\n  -", "evidence:\n  - {id: two-weeks, kind: pilot, date: 2026-05-22}\n  -"),
        ),
    ),
    ("roi-not-meaningful", swap("cost: 0..600", "cost: 200..600")),
    (
        "measure-before-deciding",
        (
            ("p: 0.35}", "p: {value: 0.75, evidence: parcels}}"),
            ("date: 2", "evidence: [{id: parcels, kind: prototype, date: 2026-05-22}]\ndate: 2"),
        ),
    ),
    ("scores-and-money-disagree", swap("gain: 20k..50k per year", "gain: 140k..350k per year")),
    (
        "scores-and-money-disagree",
        ahead("waivers: [{rule: scores-and-money-disagree, reason: Unpriced, by: lee, until: 2027-01-01}]"),
    ),
    ("unanchored-scores", swap("{level: 5, by: sam}", "{level: 5, levels: {sam: 5, ana: 4}}")),
    ("unanchored-scores", swap("scores: {potential", "scores: {rubric: team-rubric, potential")),
    ("assumption-failed", swap("assumptions:\n  - spare-racks # assumption-failed\n", "")),
    ("assumption-stale", ahead("reviews: [{date: 2026-09-10, outcome: kept}]")),
    ("assumption-stale", swap("range: 0.18..0.26", "range: 0.24..0.34")),
    (
        "time-not-priced",
        (
            ("costs:\n", "costs:\n      - {id: work, time: 3..8 person-weeks}\n"),
            ("date: 2", "economics: {person_week: 3.5k..5k}\ndate: 2"),
        ),
    ),
    ("time-not-priced", swap("costs:\n", "costs:\n      - {id: work, time: 0}\n")),
    (
        "no-run-cost",
        swap("costs: # no-run-cost", "costs:\n      - {id: on-call, time: 2..6 person-weeks per year}"),
    ),
    ("no-run-cost", swap("costs: # no-run-cost", "costs:\n      - {id: on-call, time: 0 person-weeks per year}")),
    ("benefit-before-build-ends", swap("from: 2 #", "from: 6 #")),
    ("undiscounted-horizon", swap("discount_rate: 0%", "discount_rate: 8%")),
    ("risk-counted-twice", swap("        p: 0.3\n        impact: 10k..30k\n", "")),
    ("risk-counted-twice", swap("        priced_in: migration # risk-counted-twice\n", "")),
    ("pays-back-after-its-life", swap("expected_life: 9 months", "expected_life: 30 months")),
    (
        "proxy-only-gain",
        swap("gains:\n", "gains:\n      - {id: sooner, type: direct, value: 20k..60k per year}\n"),
    ),
    ("proxy-only-gain", swap("role: proxy\n", "role: proxy\n    proxy_for: weeks_per_feature\n    evidence: data\n")),
    ("no-baseline", swap("    role: primary", "    baseline: 5%\n    role: primary")),
    ("no-external-oracle", swap("oracle: search-team", "oracle: finance")),
    ("no-attribution", swap("attribution: none", "attribution: ab-test")),
    ("no-boundary-metric", swap("    role: primary", "    boundary: p99_latency\n    role: primary")),
    ("effect-too-small-to-see", swap("mde: 0.5pp", "mde: 12pp")),
    (
        "holdout-too-small",
        (
            ("{tp: 37, fp: 6, fn: 3, tn: 54}", "{tp: 1480, fp: 240, fn: 120, tn: 2160}"),
            ("{tp: 36, fp: 6, fn: 4, tn: 54}", "{tp: 1440, fp: 240, fn: 160, tn: 2160}"),
        ),
    ),
    (
        "measurement-too-late",
        swap(
            "metrics:\n",
            "metrics:\n  - {id: return_visits, role: proxy, proxy_for: retention, measured_by: 2026-09-20}\n",
        ),
    ),
    (
        "offline-metric-as-success",
        swap("metrics:\n", "metrics:\n  - {id: retained_guests, role: primary}\n"),
    ),
    ("meaning-not-agreed", swap("    role: primary", "    definition: Chats without a second one\n    role: primary")),
    ("meaning-not-agreed", swap("    role: primary", "    trusted_by: [finance]\n    role: primary")),
    (
        "success-defined-after-result",
        swap(
            "  - id: minutes_on_site # success-defined-after-result\n    role: primary\n    direction: up\n"
            "    unit: min\n    baseline: 7.5\n    oracle: finance\n",
            "",
        ),
    ),
    (
        "success-defined-after-result",
        ahead('amendments: [{date: 2026-09-10, field: "metrics[minutes_on_site]", why: Exploratory}]'),
    ),
    (
        "key-result-count",
        (
            (
                "{id: KR1, text: Raise",
                "{id: KR0, text: Raise the rate at night, unit: '%', from: 4, to: 5}\n    - {id: KR1, text: Raise",
            ),
            ("review_due", "    - {id: KR2, text: Raise the rate on phones, unit: '%', from: 3, to: 4}\nreview_due"),
        ),
    ),
    (
        "key-result-not-quantitative",
        swap("without a click, due", "without a click, from: 14, to: 11, unit: '%', due"),
    ),
    (
        "key-result-is-a-task",
        (
            ("Review 5.000 false positives of the last quarter", "Guests who are stopped twice"),
            (
                "      from: 0\n      to: 5000\n      now: 2600\n",
                "      metric: stopped_twice\n      from: 38\n      to: 5\n      now: 20\n",
            ),
        ),
    ),
    (
        "key-result-off-track",
        (("updated: 2026-09-01\n      due: 2026-12-31", "updated: 2026-09-01\n      due: 2036-12-31"),),
    ),
    (
        "key-result-off-track",
        (
            ("updated: 2026-09-01\n      due: 2026-12-31", "updated: 2026-09-01\n      due: 2026-09-05"),
            *ahead("reviews: [{date: 2026-09-05, outcome: changed, next: KR1 is given up}]"),
        ),
    ),
    (
        "model-does-not-beat-baseline",
        (
            ("{tp: 620, fp: 180, fn: 140, tn: 9060}", "{tp: 62000, fp: 18000, fn: 14000, tn: 906000}"),
            ("{tp: 615, fp: 190, fn: 145, tn: 9050}", "{tp: 61500, fp: 19000, fn: 14500, tn: 905000}"),
        ),
    ),
    (
        "threshold-leaves-money",
        (
            ("threshold: 0.5", "threshold: 0.1"),
            ("{tp: 210, fp: 20, fn: 130, tn: 640}", "{tp: 325, fp: 250, fn: 15, tn: 410}"),
        ),
    ),
    ("outcome-contradicts-gain", swap("gain: 600k..1.5M per year", "gain: 50k..180k per year")),
    ("offline-prevalence", swap("      volume:", "      prevalence: 50%\n      volume:")),
    (
        "risk-without-guardrail",
        (
            ("        category: performance", "        guardrail: p99_latency\n        category: performance"),
            ("date: 2", "guardrails: [{metric: p99_latency, limit: '<= 200 ms'}]\ndate: 2"),
        ),
    ),
    (
        "guardrail-breached",
        swap(
            "source: dashboards/search} # g",
            "source: dashboards/search}\n      - {date: 2026-09-07, value: 190 ms} # g",
        ),
    ),
    ("guardrail-blind", swap("    oracle: sre", "    oracle: sre\n    observations: [{date: 2026-09-01, value: 182}]")),
    (
        "category-not-considered",
        swap(
            "risks: # category-not-considered\n",
            "risks:\n"
            "      - {id: a, category: technical, not_applicable: The model stands already}\n"
            "      - {id: b, category: budget, not_applicable: The price is fixed}\n"
            "      - {id: c, category: privacy-security, p: 0.1, impact: 5k..9k}\n"
            "      - {id: d, category: compliance, not_applicable: No law speaks of it}\n",
        ),
    ),
    (
        "compliance-review-missing",
        swap("  - kind: dpia # compliance-review-missing", "  - {kind: dpia, ref: DPIA-2026-04, date: 2026-02-20}"),
    ),
    ("big-risk-without-owner", swap("        category: technical", "        owner: lee\n        category: technical")),
    (
        "big-risk-without-owner",
        swap("        category: technical", "        mitigation: stubs\n        category: technical"),
    ),
    ("budget-variance", swap("    outcome: kept", "    outcome: kept\n    next: Three weeks are enough to finish it")),
    ("budget-variance", swap("reviews:\n", "reviews:\n  - {date: 2026-08-01, outcome: kept}\n")),
    (
        "no-drift-monitoring",
        swap(
            "guardrails: # no-drift-monitoring",
            "guardrails:\n  - {metric: unseen_hotels, limit: '<= 5 %', quality: drift}",
        ),
    ),
    ("partner-not-agreed", swap("agreed: no", "agreed: 2026-05-22")),
    ("partner-without-incentive", swap('incentive: ""', "incentive: Traffic")),
    ("not-enough-experts", swap("experts_available: 2", "experts_available: 3")),
    ("single-expert", swap("bus_factor: 1", "bus_factor: 2")),
    (
        "ramp-up-not-priced",
        swap("costs:\n", "costs:\n      - {id: learning, title: Weeks of learning, time: 3..8 person-weeks}\n"),
    ),
    ("ramp-up-not-priced", swap("capability:\n", "capability:\n      priced_in: build\n")),
    (
        "on-call-not-priced",
        swap("costs: # on-call-not-priced", "costs:\n      - {id: on_call, time: 4..10 person-weeks per year}"),
    ),
    ("on-call-not-priced", swap("costs: # on-call-not-priced", "costs:\n      - {id: on_call, time: 0}")),
    (
        "motivation-low-or-unmeasured",
        swap("    scores:\n", "    motivation: {evidence: one-on-ones}\n    scores:\n"),
    ),
    ("depends-on-dead-decision", swap('- "0007"', "- 0008-feature-stream")),
    (
        "suspect-link",
        ahead("amendments: [{date: 2026-09-10, field: depends_on, why: Read again and it still holds}]"),
    ),
    ("suspect-link", ahead("reviews: [{date: 2026-09-10, outcome: kept}]")),
    ("proposed-too-long", swap("status: proposed", "status: rejected")),
    ("proposed-too-long", swap("status: proposed", "status: draft")),
    ("accepted-not-delivered", swap("delivery: planned", "delivery: in-progress")),
    ("accepted-not-delivered", swap("status: accepted", "status: deprecated")),
    ("accepted-not-delivered", ahead("reviews: [{date: 2026-08-01, outcome: kept}]")),
    (
        "short-lived-decision",
        (
            ("    actuals:", "    lessons: Measure how late they come first\n    actuals:"),
            ("status: accepted", "status: deprecated"),
        ),
    ),
    (
        "short-lived-decision",
        (
            ("    actuals:", "    lessons: Measure how late they come first\n    actuals:"),
            ("reviews:", "reviews:\n  - {date: 2026-08-01, lessons: The next one begins with that}"),
        ),
    ),
    (
        "reverted-without-reason",
        ahead("reviews: [{date: 2026-04-10, outcome: reverted, lessons: Ask what they use today}]"),
    ),
    (
        "one-way-door-taken-lightly",
        swap("approvers: [lee]", "approvers: [lee, finance]"),
    ),
    ("one-way-door-taken-lightly", ahead("premortem: An audit asks for the events of 2023")),
    (
        "leadership-driven-reprioritisation",
        swap("  - Faster search", "  - {what: Faster search, cost: 2..5 person-weeks}"),
    ),
    (
        "feature-over-debt",
        swap(
            "40k..110k a year from guests who come back", "40k..110k a year, and 0017-one-index-for-products can wait"
        ),
    ),
    ("feature-over-debt", ahead("related: ['0017']")),
    ("no-review-date", ahead("review_due: 2026-12-01")),
    ("review-overdue", ahead("reviews: [{date: 2026-09-10, outcome: kept}]")),
    ("review-overdue", swap("review_due: 2026-08-03", "review_due: 2026-12-01")),
    ("review-without-actuals", swap("    outcome: kept", "    outcome: kept\n    actuals: {cache: 21k}")),
    ("owner-reviews-own-decision", swap("by: [kim, lee]", "by: [kim, lee, finance]")),
    (
        "sunk-cost",
        (
            ("      - id: spent_so_far # sunk-cost\n        money: 180k\n", ""),
            ("We have already invested 14 months", "From here on 40k..90k against 20k..45k"),
        ),
    ),
    (
        "no-premortem",
        swap("late\n", "late\n  - The one who knows the racks leaves\n  - Load doubles\n"),
    ),
    ("no-dissent", swap("objections: []", "objections: Two of us can mend them, and both are away in August")),
    ("forecast-edited-after-acceptance", swap("20k..40k # forecast-edited-after-acceptance", "12k..25k")),
    (
        "forecast-edited-after-acceptance",
        ahead('amendments: [{date: 2026-09-10, field: "options[1].cost", why: The second region was forgotten}]'),
    ),
    (
        "secondary-evidence",
        (
            ("evidence: conference-report #", "evidence: [conference-report, slides] #"),
            ("evidence:\n  -", "evidence:\n  - {id: slides, kind: primary, date: 2026-03-12}\n  -"),
        ),
    ),
    (
        "waiver-expired",
        swap("until: 2026-04-30", "until: 2026-12-31"),
    ),
)
"""In the order of the catalogue."""

HEAD = "title: Cache the embeddings\nstatus: accepted\ndate: 2026-06-01\nproblem: The job is late\n"
PRICED = "economics: {person_week: 3.5k..5k}\n"
CACHE = "options:\n  - id: do-nothing\n  - id: cache\n    chosen: true\n"
SHORT = CACHE + "    gain: 30k..60k per year\n    cost: 12k..25k\n"
LARGE = CACHE + "    gain: 300k..600k per year\n    cost: 120k..250k\n"
FAILED = (
    "delivery: reverted\nreviews: [{date: 2026-07-10, outcome: reverted, lessons: Ask earlier, actuals: {cache: 9k}}]\n"
)

TOLD: tuple[tuple[str, str, str, Edit], ...] = (
    (
        "ml-is-the-only-idea",
        LARGE.replace("chosen", "kind: ml\n    chosen") + "  - {id: rule, kind: non-ml}\n",
        "write its cost",
        swap("kind: non-ml", "kind: non-ml, cost: 5k..9k"),
    ),
    (
        "build-without-buy",
        LARGE.replace("chosen", "kind: build\n    chosen") + "  - {id: hosted, kind: buy}\n",
        "write its cost",
        swap("kind: buy", "kind: buy, cost: 5k..9k"),
    ),
    ("point-estimate", LARGE.replace("120k..250k", "90k"), "`low..high`", swap("cost: 90k", "cost: 60k..150k")),
    (
        "point-estimate",
        LARGE.replace("120k..250k", "90k"),
        "`{value: 90k, evidence: contract}`",
        swap("cost: 90k", "cost: {value: 90k, evidence: contract}"),
    ),
    (
        "point-estimate",
        PRICED + LARGE.replace("120k..250k", "30 person-weeks"),
        "`{value: 30 person-weeks, evidence: contract}`",
        swap("cost: 30 person-weeks", "cost: {value: 30 person-weeks, evidence: contract}"),
    ),
    (
        "overconfident-range",
        PRICED + LARGE.replace("120k..250k", "30..35 person-weeks"),
        "`{value: 30..35 person-weeks, evidence: data}`",
        swap("cost: 30..35 person-weeks", "cost: {value: 30..35 person-weeks, evidence: data}"),
    ),
    (
        "success-above-base-rate",
        LARGE.replace("chosen", "kind: ml\n    chosen"),
        "turn `gain` into `gains: [{id: gain, value: 300k..600k per year, p: 0.2}]`",
        swap("gain: 300k..600k per year", "gains: [{id: gain, value: 300k..600k per year, p: 0.2}]"),
    ),
    (
        "success-above-base-rate",
        LARGE + "reference_class: {benefit: online-experiments}\n",
        "turn `gain` into `gains: [{id: gain, value: 300k..600k per year, p: 0.333}]`",
        swap("gain: 300k..600k per year", "gains: [{id: gain, value: 300k..600k per year, p: 0.333}]"),
    ),
    (
        "success-above-base-rate",
        LARGE.replace("chosen", "kind: ml\n    chosen"),
        "`{value: 300k..600k per year, evidence: experiment}`",
        swap("gain: 300k..600k per year", "gain: {value: 300k..600k per year, evidence: experiment}"),
    ),
    (
        "weak-evidence",
        LARGE.replace("300k..600k", "40k..900k"),
        "`{value: 40k..900k per year, evidence: pilot}`",
        swap("gain: 40k..900k per year", "gain: {value: 40k..900k per year, evidence: pilot}"),
    ),
    (
        "unanchored-scores",
        LARGE + "    scores: {potential: {level: 4, levels: {kim: 5, lee: 2}}, risks: 2}\n",
        "write instead of `levels` the `level` that they agree on, with its `why`",
        swap("{level: 4, levels: {kim: 5, lee: 2}}, ", "{level: 3, why: Two teams would use it}, rubric: ours, "),
    ),
    (
        "time-not-priced",
        SHORT,
        "turn `cost` into `costs: [{id: work, time: 3..8 person-weeks}, {id: bills, money: 12k..25k}]`, and say what",
        (
            ("cost: 12k..25k", "costs: [{id: work, time: 3..8 person-weeks}, {id: bills, money: 12k..25k}]"),
            ("options:", "economics: {person_week: 3.5k..5k}\noptions:"),
        ),
    ),
    (
        "time-not-priced",
        SHORT,
        ", and say what a person-week costs: `person_week: 3.5k..5k` in `economics` or in policy.yml",
        (
            ("cost: 12k..25k", "costs: [{id: work, time: 1 person-week}, {id: bills, money: 12k..25k}]"),
            ("options:", "economics: {person_week: 3.5k..5k}\noptions:"),
        ),
    ),
    (
        "time-not-priced",
        SHORT,
        "a line of 0 says that there is none",
        swap("cost: 12k..25k", "costs: [{id: work, time: 0}, {id: bills, money: 12k..25k}]"),
    ),
    (
        "time-not-priced",
        PRICED + SHORT.replace("12k..25k", "3 person-weeks"),
        "turn `cost` into `costs: [{id: bills, money: 10k..20k}, {id: work, time: 3 person-weeks}]`",
        swap("cost: 3 person-weeks", "costs: [{id: bills, money: 10k..20k}, {id: work, time: 3 person-weeks}]"),
    ),
    (
        "time-not-priced",
        SHORT.replace("cost: 12k..25k", "costs: [{id: bills, money: 9k}, {id: work, time: 3 person-weeks}]"),
        "`person_week: 3.5k..5k` in `economics`",
        swap("options:", "economics: {person_week: 3.5k..5k}\noptions:"),
    ),
    (
        "no-run-cost",
        PRICED + LARGE,
        "turn `cost` into `costs: [{id: on-call, time: 2..6 person-weeks per year}, {id: bills, money: 120k..250k}]`",
        swap(
            "cost: 120k..250k",
            "costs: [{id: on-call, time: 2..6 person-weeks per year}, {id: bills, money: 120k..250k}]",
        ),
    ),
    (
        "no-run-cost",
        LARGE,
        "`money: 0 per year`",
        swap("cost: 120k..250k", "costs: [{id: on-call, money: 0 per year}, {id: bills, money: 120k..250k}]"),
    ),
    (
        "benefit-before-build-ends",
        PRICED + LARGE.replace("120k..250k", "26..60 person-weeks"),
        "turn `gain` into `gains: [{id: gain, value: 300k..600k per year, from: 6}]`",
        swap("gain: 300k..600k per year", "gains: [{id: gain, value: 300k..600k per year, from: 6}]"),
    ),
    (
        "undiscounted-horizon",
        "economics: {horizon: 36 months, discount_rate: 0%}\n" + LARGE,
        "`8%` in `discount_rate`",
        swap("discount_rate: 0%", "discount_rate: 8%"),
    ),
    (
        "no-baseline",
        SHORT,
        "name it in `goal.metric`, and list it in `metrics` with its value of today, as `{id: ..., baseline: ...}`",
        swap("options:", "goal: {metric: bill}\nmetrics: [{id: bill, baseline: 9k per month}]\noptions:"),
    ),
    (
        "no-baseline",
        SHORT.replace("gain: 30k..60k per year", "gains: [{id: g, value: 30k..60k per year}]"),
        "name it in the gain's `metric`, or in `goal.metric`",
        (("{id: g,", "{id: g, metric: bill,"), ("options:", "metrics: [{id: bill, baseline: 9k}]\noptions:")),
    ),
    (
        "no-baseline",
        "goal: {metric: bill}\n" + SHORT,
        "list it in `metrics` with its value of today, as `{id: bill, baseline: ...}`",
        swap("options:", "metrics: [{id: bill, baseline: 9k}]\noptions:"),
    ),
    (
        "no-boundary-metric",
        LARGE + "metrics: [{id: bill, role: primary}]\nguardrails: [{metric: uptime, limit: '>= 99 %'}]\n",
        "if `uptime` would show it, name that",
        swap("role: primary", "role: primary, boundary: uptime"),
    ),
    (
        "measurement-too-late",
        LARGE + "goal: {metric: bill}\nmetrics: [{id: bill, cost_to_measure: 90k}]\n",
        "measure on fewer, or in a cheaper way",
        swap("cost_to_measure: 90k", "cost_to_measure: 9k"),
    ),
    (
        "key-result-not-quantitative",
        LARGE + "okr: {objective: o, key_results: [{id: a, text: t, from: 5, to: 5, due: 2026-12-31}]}\n",
        "write where it shall be in `to`",
        swap("to: 5,", "to: 6,"),
    ),
    (
        "key-result-off-track",
        LARGE + "okr: {objective: o, key_results: [{id: a, text: t, from: 5, to: 6, due: 2026-12-31}]}\n",
        "measure it today, and write `now` and `updated`",
        swap("to: 6,", "to: 6, now: 5.5, updated: 2026-09-10,"),
    ),
    (
        "model-does-not-beat-baseline",
        LARGE + "    model_outcomes: {confusion: {tp: 62, fp: 18, fn: 14, tn: 906}, value: {tp: 12, fp: -4}}\n",
        "`all-negative` where nothing does",
        swap("value:", "baseline: all-negative, volume: 1M per year, value:"),
    ),
    (
        "ramp-up-not-priced",
        PRICED + LARGE + "    capability: {ramp_up: 2 person-weeks}\n",
        "turn `cost` into `costs: [{id: learning, time: 3..8 person-weeks}, {id: bills, money: 120k..250k}]`",
        swap("cost: 120k..250k", "costs: [{id: learning, time: 3..8 person-weeks}, {id: bills, money: 120k..250k}]"),
    ),
    (
        "motivation-low-or-unmeasured",
        LARGE + "    scores: {motivation: {level: 1, evidence: survey}}\n",
        "list it as a risk of the category `people`",
        swap("    scores:", "    risks: [{id: dull, category: people, p: 0.2, impact: 5k..9k}]\n    scores:"),
    ),
    (
        "short-lived-decision",
        FAILED + SHORT,
        "retire it (`status: deprecated`)",
        swap("status: accepted", "status: deprecated"),
    ),
    (
        "short-lived-decision",
        FAILED + SHORT,
        "in the `lessons` of a later review",
        swap("reviews: [", "reviews: [{date: 2026-08-01, lessons: The next one begins with that}, "),
    ),
    (
        "leadership-driven-reprioritisation",
        "trigger: leadership\n" + SHORT,
        "`displaces: nothing`",
        swap("options:", "displaces: nothing\noptions:"),
    ),
    (
        "leadership-driven-reprioritisation",
        "trigger: leadership\ndisplaces: Search\n" + SHORT,
        "`{what: ..., cost: 2..5 person-weeks}`",
        swap("displaces: Search", "displaces: [{what: Search, cost: 2..5 person-weeks}]"),
    ),
)
"""Rule, record, what its help says, and that done."""
