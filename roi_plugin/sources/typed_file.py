"""Reads one of the files that hold for a whole folder: its text, its data, what they say, and what is wrong."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.finding import Finding, Problem, in_order
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.plain_values import Map
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.yaml_source import read_yaml_source
from roi_plugin.sources.yaml_text import Data

Value = TypeVar("Value")


class TypedFile(Struct, Generic[Value], frozen=True, kw_only=True):
    """A file as it was read; `raw` is what its YAML says, valid or not.

    `value` is None for an empty file, and, with findings that say why, for one that cannot be read at all.
    """

    source: SourceText
    value: Value | None = None
    raw: Data = None
    findings: tuple[Finding, ...] = ()


def read_typed_file(
    source: SourceText,
    faults: Sequence[Fault],
    *,
    schema: str,
    typed: Callable[[Map], tuple[Value, Sequence[Problem]]],
) -> TypedFile[Value]:
    """The file of this text, which has these `faults` already; `typed` makes values of what its schema allows."""
    if faults:
        return TypedFile(source=source, findings=tuple(source.fault_finding(fault) for fault in faults))
    if not source.text.strip():
        return TypedFile(source=source)
    read = read_yaml_source(source, end=len(source.text), schema=schema)
    if read.readable is None:
        return TypedFile(source=read.source, findings=read.findings)
    value, problems = typed(read.readable.data)
    located = [replace(problem, field=read.readable.original(problem.field)) for problem in problems]
    findings = [*read.findings, *(read.source.finding(problem) for problem in located)]
    return TypedFile(source=read.source, value=value, raw=read.raw, findings=in_order(findings))
