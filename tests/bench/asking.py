"""How long all rules take on a register, beside how long it takes to read it; both in this process."""

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from roi_plugin.build import assess_folder
from roi_plugin.model.links import derive_links
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Context
from roi_plugin.rules.runner import concerns
from roi_plugin.sources.record_files import read_folder

DAY = dt.date(2026, 9, 21)
RUNS = 3


def asking(records: Path) -> tuple[float, float]:
    """Seconds to read the records below a folder, and to ask all rules of them; each the best of three."""
    assessment = assess_folder(records, today=DAY, shown_from=records)
    links = derive_links(assessment.register)
    figures = {one.decision.path: one.figures for one in assessment.judged}
    asked = [
        (
            one.decision,
            Context(
                register=assessment.register,
                links=links,
                returns=one.returns,
                figures=one.figures,
                all_figures=figures,
                policy=assessment.policy,
                stakes=one.stakes,
                today=DAY,
                assumptions=assessment.assumptions,
            ),
        )
        for one in assessment.judged
    ]
    reading = min(_seconds(lambda: read_folder(records, shown_from=records)) for _ in range(RUNS))
    rules = min(
        _seconds(lambda: [concerns(decision, context, RULES) for decision, context in asked]) for _ in range(RUNS)
    )
    return reading, rules


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
