"""Reads the YAML part of a file and holds it to its schema."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.finding import Finding, Problem
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.file_text import too_large
from roi_plugin.sources.pruning import Pruned, pruned
from roi_plugin.sources.schema_problems import schema_problems
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.well_formed import well_formed
from roi_plugin.sources.yaml_text import Data, read_yaml

MAX_YAML = 256_000
_FIRST_LINES = {
    "decision": "write `title:`, `status:` and `date:`, each on its own line",
    "assumptions": "begin with a line `assumptions:`, and write the list below it",
}


class YamlSource(Struct, frozen=True, kw_only=True):
    """A file whose YAML was read: `data` is None unless it is valid; `raw` is what the YAML says, valid or not.

    `readable` is the part that the schema allows: all of valid data, None where nothing can be read.
    """

    source: SourceText
    raw: Data
    data: dict[str, Any] | None
    readable: Pruned | None
    findings: tuple[Finding, ...]


def read_yaml_source(source: SourceText, *, end: int, schema: str) -> YamlSource:
    """Reads the YAML from `source.yaml_start` to `end`, and asks the schema of that name."""
    text = source.text[source.yaml_start : end]
    if len(text) > MAX_YAML:
        return _failed(source, (too_large("the YAML text", MAX_YAML, source.yaml_start),))
    read = read_yaml(text)
    if read.faults:
        start = source.yaml_start
        return _failed(
            source, tuple(replace(fault, start=fault.start + start, end=fault.end + start) for fault in read.faults)
        )
    source = replace(source, data=read.data, spans=read.spans)
    if not isinstance(read.data, dict):
        return _failed(source, (_no_map(read.data, schema, source.yaml_start),))
    problems = _problems(schema, read.data, read.refused)
    valid = not problems
    return YamlSource(
        source=source,
        raw=read.data,
        data=read.data if valid else None,
        readable=Pruned(data=read.data) if valid else well_formed(schema, read.data, [one.field for one in problems]),
        findings=tuple(source.finding(problem) for problem in problems),
    )


def _problems(schema: str, data: dict[str, Data], refused: tuple[Problem, ...]) -> list[Problem]:
    if not refused:
        return schema_problems(schema, data)
    left = pruned(data, [problem.field for problem in refused])
    others = [replace(one, field=left.original(one.field)) for one in schema_problems(schema, left.data)]
    return [*refused, *(one for one in others if one.field not in left.removed)]


def _failed(source: SourceText, faults: tuple[Fault, ...]) -> YamlSource:
    return YamlSource(
        source=source,
        raw=None,
        data=None,
        readable=None,
        findings=tuple(source.fault_finding(fault) for fault in faults),
    )


def _no_map(data: Data, schema: str, start: int) -> Fault:
    kind = "empty" if data is None else "a list" if isinstance(data, list) else "a single value"
    return Fault(
        start=start,
        end=start,
        name="file/no-fields",
        message=f"the YAML is {kind}: expected fields, one `key: value` a line",
        help=_FIRST_LINES.get(schema, "write each entry on its own line"),
    )
