"""The register as a file, in the form that the file's ending names."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from msgspec import Struct

from roi_plugin.assess import Assessment
from roi_plugin.errors import BadSettingError
from roi_plugin.report.atom import atom
from roi_plugin.report.decision_json import decisions_json
from roi_plugin.report.feed_entries import newest
from roi_plugin.report.register_sqlite import register_sqlite
from roi_plugin.report.register_table import csv
from roi_plugin.report.review_calendar import review_calendar
from roi_plugin.report.terminal import safe


class Form(Struct, frozen=True, kw_only=True):
    """One way to write the register; `needs_appraisals` where it tells more than the figures that are always kept."""

    render: Callable[[Assessment], str | bytes]
    needs_appraisals: bool = False


FORMS: Mapping[str, Form] = {
    ".csv": Form(render=lambda assessment: csv(assessment.judged, assessment)),
    ".json": Form(render=decisions_json, needs_appraisals=True),
    ".sqlite": Form(render=register_sqlite),
    ".ics": Form(render=review_calendar),
    ".atom": Form(render=lambda found: atom(newest(found), title="Decisions", key="", today=found.today)),
}
"""How the register is written, by the ending of the file."""


def form_of(file: str) -> Form:
    """The form for a file of this name.

    Raises:
        BadSettingError: its ending names none.
    """
    ending = PurePath(file).suffix.lower()
    if ending not in FORMS:
        said = f"the ending {ending!r}" if ending else "no ending"
        *others, last = (f"`{one}`" for one in FORMS)
        known = f"{', '.join(others)} and {last}"
        raise BadSettingError(f"{safe(file)} has {said}: export writes {known} files")
    return FORMS[ending]
