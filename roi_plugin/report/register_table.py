"""The register as a table for a terminal and as CSV for a spreadsheet."""

import csv as csv_format
import datetime as dt
import io
from collections.abc import Sequence

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.headline import headline
from roi_plugin.economics.wording import money, percent
from roi_plugin.model.events import SETTINGS
from roi_plugin.model.finding import Severity
from roi_plugin.next_review import next_review
from roi_plugin.report.decision_json import link_ids
from roi_plugin.report.history_text import last_change
from roi_plugin.report.json_numbers import finite
from roi_plugin.report.register_json import flags
from roi_plugin.report.table import aligned
from roi_plugin.report.terminal import safe, safe_opening

_NUMBERS = ("NPV", "ROI", "P(loss)")
_HEADS = ("id", "status", "delivery", "binds", "date", "owner", *_NUMBERS, "review due", "flags", "title")
_CHANGE_HEADS = ("changed", "last change")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - spreadsheets read these too
_CSV_HEADS = (
    "id",
    "number",
    "title",
    "status",
    "delivery",
    "in_force",
    "binds",
    "date",
    "owner",
    "area",
    "tags",
    "path",
    "supersedes",
    "superseded_by",
    "currency",
    "npv_mean",
    "roi_mean",
    "loss_probability",
    "review_due",
    "flags",
)


def table(
    decisions: Sequence[Judged], assessment: Assessment, *, total: str | None = None, since: dt.date | None = None
) -> str:
    """One line a decision under a line of heads, then how many are shown and which records could not be read.

    With a day `since`, each line tells the last change before the title, and a line below which records were removed
    since then. The line `total` comes last.
    """
    *heads, title = _HEADS
    rows = [(*heads, *(_CHANGE_HEADS if since else ()), title)]
    for judged in decisions:
        *cells, title = _row(judged, assessment.today)
        rows.append((*cells, *(last_change(judged) if since else ()), title))
    right = [_HEADS.index(head) for head in _NUMBERS]
    lines = aligned(rows, right=right) if decisions else []
    blank = [""] if decisions else []
    last = [*(_removed(assessment, since) if since else ()), *([] if total is None else [total])]
    return "\n".join([*lines, *blank, *_footer(len(decisions), assessment), *last]) + "\n"


def csv(decisions: Sequence[Judged], assessment: Assessment) -> str:  # noqa: ARG001 - as `table`
    """One row a decision with a row of heads; lists within a cell are parted by a space.

    Text that a spreadsheet would take for a formula has an apostrophe before it, and every text is quoted, so that a
    separator of another country opens no cell.
    """
    text = io.StringIO()
    writer = csv_format.writer(text, quoting=csv_format.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(_CSV_HEADS)
    writer.writerows([_csv_cell(cell) for cell in _csv_row(judged)] for judged in decisions)
    return text.getvalue()


def _row(judged: Judged, today: dt.date) -> tuple[str, ...]:
    review = next_review(judged, today)
    decision, figures = judged.decision, headline(judged.decision, judged.returns, judged.figures)
    npv, roi, loss = figures.npv.value, figures.roi.value, figures.loss.value
    cells = (
        decision.status.value,
        decision.delivery.value if decision.delivery else "-",
        "yes" if judged.binds else "no",
        decision.date.isoformat(),
        decision.owner or "-",
        "-" if npv is None else money(npv, judged.returns.currency),
        "-" if roi is None else percent(roi, signed=True),
        "-" if loss is None else percent(loss),
        review.day.isoformat() if review else "-",
        str(len(flags(judged.findings)) or "-"),
        decision.title,
    )
    return (safe_opening(decision.id), *(safe(cell) for cell in cells))


def _footer(shown: int, assessment: Assessment) -> list[str]:
    all_ = len(assessment.judged)
    lines = [f"{shown} of {all_} {'decision' if all_ == 1 else 'decisions'}, as of {assessment.today.isoformat()}."]
    not_listed = _not_listed(assessment)
    if not_listed:
        names = ", ".join(safe(path) for path in not_listed)
        lines.append(f"Not listed, for they have errors (`roi check` tells which): {names}.")
    return lines


def _not_listed(assessment: Assessment) -> list[str]:
    """The records that cannot be read, and what is no record though it was meant as one."""
    listed = {one.file.shown for one in assessment.judged}
    unread = {
        one.path
        for one in assessment.findings
        if one.name.startswith("file/") and one.severity is Severity.ERROR and one.name != "file/no-records"
    }
    beside = {path for path in unread if path.rpartition("/")[2] in SETTINGS}
    return sorted({file.shown for file in assessment.broken} | unread - listed - beside)


def _removed(assessment: Assessment, since: dt.date) -> list[str]:
    gone = [one.last for one in assessment.history.gone if one.last.date >= since]
    names = ", ".join(f"{safe(last.path)} ({last.date.isoformat()})" for last in reversed(gone))
    return [f"Removed since {since.isoformat()}: {names}."] if gone else []


def _csv_row(judged: Judged) -> tuple[str | float | None, ...]:
    decision = judged.decision
    figures = headline(judged.decision, judged.returns, judged.figures)
    return (
        decision.id,
        decision.number,
        decision.title,
        decision.status.value,
        decision.delivery.value if decision.delivery else None,
        "yes" if judged.links.in_force else "no",
        "yes" if judged.binds else "no",
        decision.date.isoformat(),
        decision.owner,
        decision.area,
        " ".join(decision.tags),
        judged.file.shown,
        " ".join(link_ids(judged.links.supersedes)),
        " ".join(link_ids(judged.links.superseded_by)),
        judged.returns.currency,
        finite(figures.npv.value),
        finite(figures.roi.value),
        finite(figures.loss.value),
        decision.review_due.isoformat() if decision.review_due else None,
        " ".join(flags(judged.findings)),
    )


def _csv_cell(cell: str | float | None) -> str | float:
    if not isinstance(cell, str):
        return "" if cell is None else cell
    return f"'{safe(cell)}" if cell.startswith(_FORMULA) else safe(cell)
