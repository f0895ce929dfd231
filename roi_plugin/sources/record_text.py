"""Reads the text of a record, of any day, into the decision that it says, without a word on what is wrong with it."""

from msgspec.structs import replace

from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.decision import Decision
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.file_text import text_of
from roi_plugin.sources.front_matter import find_front_matter
from roi_plugin.sources.markdown_limits import limit_faults
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.typed_record import typed_record
from roi_plugin.sources.yaml_source import read_yaml_source


def parted_text(source: SourceText) -> tuple[SourceText, int] | Fault:
    """The text of a record with the places of its YAML and its body, and where the YAML ends; the fault of one without.

    `source` is the text as a whole, named as people see it.
    """
    if not source.shown.endswith(".md"):
        return source, len(source.text)
    matter = find_front_matter(source.text)
    if isinstance(matter, Fault):
        return matter
    return replace(source, yaml_start=matter.start, body_start=matter.body_start), matter.end


def decision_of(path: str, content: bytes, assumptions: Assumptions) -> Decision | None:
    """The decision; None where a check would call the record broken. `path` is relative to the records folder."""
    text, faults = text_of(content)
    if faults:
        return None
    parted = parted_text(SourceText(shown=path, text=text))
    if isinstance(parted, Fault):
        return None
    source, end = parted
    body = text[source.body_start :] if source.body_start is not None else None
    read = read_yaml_source(source, end=end, schema="decision")
    if read.data is None or read.readable is None:
        return None
    typed = typed_record(read.readable, assumptions, yaml=text[source.yaml_start : end], path=path, body=body)
    return typed.decision if typed.is_sound and not limit_faults(typed.decision.reasoning) else None
