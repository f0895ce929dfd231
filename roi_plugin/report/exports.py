"""The register as a file, in the form that the file's ending names."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from roi_plugin.assess import Assessment
from roi_plugin.errors import BadSettingError
from roi_plugin.report.decision_json import decisions_json
from roi_plugin.report.register_table import csv
from roi_plugin.report.terminal import safe

Form = Callable[[Assessment], str]

FORMS: Mapping[str, Form] = {
    ".csv": lambda assessment: csv(assessment.judged, assessment),
    ".json": decisions_json,
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
        known = " and ".join(f"`{one}`" for one in FORMS)
        raise BadSettingError(f"{safe(file)} has {said}: export writes {known} files")
    return FORMS[ending]
