"""Reads the records of a folder: text, data, decision and everything that is wrong with the files."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from roi_plugin.model.assumption import Assumption, Assumptions
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Finding, Problem, Severity, in_order
from roi_plugin.sources.assumptions_file import read_assumptions
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.folder_walk import walk
from roi_plugin.sources.link_targets import Surroundings, link_faults
from roi_plugin.sources.markdown_html import html_faults
from roi_plugin.sources.markdown_limits import limit_faults
from roi_plugin.sources.project_files import project_files
from roi_plugin.sources.read_memory import ReadMemory, Understood
from roi_plugin.sources.record_text import parted_text
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.typed_record import typed_record
from roi_plugin.sources.yaml_source import YamlSource, read_yaml_source
from roi_plugin.sources.yaml_text import Data


class RecordFile(Struct, frozen=True, kw_only=True):
    """One record as it was read; `path` is relative to the records folder.

    `data` is the validated plain data, with the values of shared assumptions in place, and `decision` its typed view;
    both are None when the record is broken, and then `findings` say why. `readable` is what can be read of a broken
    record all the same: good for finding what else is wrong with it, and for nothing else.
    """

    path: str
    source: SourceText
    data: dict[str, object] | None
    decision: Decision | None
    findings: tuple[Finding, ...]
    readable: Decision | None = None

    @property
    def shown(self) -> str:
        """The path as people see it, relative to where the tool ran."""
        return self.source.shown

    @property
    def text(self) -> str:
        r"""The file's text with `\n` as line end; empty when it could not be read."""
        return self.source.text

    def finding(self, problem: Problem, *, decision: str | None = None) -> Finding:
        """The problem with its place and source line; a missing field gets its nearest parent's place."""
        own = self.decision.id if self.decision is not None else None
        return self.source.finding(problem, decision=decision or own)


class Folder(Struct, frozen=True, kw_only=True):
    """All records of a folder by path, the assumptions that they share, and what is wrong with the folder itself.

    `withheld` are records that these readers may not see, `withheld_others` the paths of files that are not read as
    records and say the same of themselves; `meant_for_few` are those of all such files, for whichever readers.
    """

    records: tuple[RecordFile, ...]
    findings: tuple[Finding, ...]
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    withheld: tuple[RecordFile, ...] = ()
    withheld_others: frozenset[str] = frozenset()
    meant_for_few: frozenset[str] = frozenset()


class _World(Struct, frozen=True, kw_only=True):
    """What is the same for every record of one folder."""

    around: Surroundings
    assumptions: Assumptions
    memory: ReadMemory


def read_folder(root: Path, *, shown_from: Path, also_published: Collection[str] = ()) -> Folder:
    """Reads every record below `root` as it is on disk now (see `read_records`)."""
    return read_records(walk(root, shown_from=shown_from), outside=project_files(root), also_published=also_published)


def read_records(
    found: FolderFiles,
    *,
    outside: Callable[[str], bool],
    also_published: Collection[str] = (),
    memory: ReadMemory | None = None,
) -> Folder:
    """Reads every record of a folder; whatever the files hold ends in findings, never in an exception.

    `outside` tells whether a path that leads out of the folder is there; `also_published` are pages that links may
    lead to though no file is there, relative to the folder with `/`. What is in `memory` is not read once more.
    """
    around = Surroundings(files=found.files, published=also_published, outside=outside)
    assumptions, faults = read_assumptions(found)
    world = _World(around=around, assumptions=assumptions, memory=memory or ReadMemory())
    world.memory.begin(assumptions)
    records = tuple(_read_record(path, found, world) for path in found.records)
    if not records:
        found.note(
            "",
            "file/no-records",
            Severity.ERROR,
            "no decision records are here: expected files such as `0001-first-decision.md`",
            "write the first record (`roi explain file/no-records` shows one), or name another folder with --decisions",
        )
    found.note_pages()
    findings = in_order([*found.findings, *faults])
    meant = frozenset(found.meant_for_few)
    return Folder(records=records, findings=findings, assumptions=assumptions.by_id, meant_for_few=meant)


def _read_record(path: str, found: FolderFiles, world: _World) -> RecordFile:
    text, faults = found.text(path)
    source = SourceText(shown=found.shown_path(path), text=text)
    if faults:
        return _broken(path, source, faults)
    parted = parted_text(source)
    return _broken(path, source, (parted,)) if isinstance(parted, Fault) else _judged(path, *parted, world)


def _broken(path: str, source: SourceText, faults: Collection[Fault]) -> RecordFile:
    findings = tuple(source.fault_finding(fault) for fault in faults)
    return RecordFile(path=path, source=source, data=None, decision=None, findings=findings)


def _judged(path: str, source: SourceText, yaml_end: int, world: _World) -> RecordFile:
    known = world.memory.understood(path, source, lambda: _understood(path, source, yaml_end, world.assumptions))
    read, typed = known.read, known.typed
    source, body = read.source, _body(read)
    limits = limit_faults(body)
    faults = limits or [*link_faults(body, path=path, around=world.around), *html_faults(body)]
    findings = [*read.findings, *(_body_finding(source, fault) for fault in faults)]
    findings += [source.finding(problem) for problem in (typed.problems if typed is not None else ())]
    is_sound = read.data is not None and typed is not None and typed.is_sound and not limits
    decision = typed.decision if typed is not None and is_sound else None
    if decision is not None:
        findings = [replace(finding, decision=decision.id) for finding in findings]
    return RecordFile(
        path=path,
        source=source,
        data=typed.data if typed is not None and is_sound else None,
        decision=decision,
        findings=in_order(findings),
        readable=typed.decision if typed is not None and not is_sound else None,
    )


def _understood(path: str, source: SourceText, yaml_end: int, assumptions: Assumptions) -> Understood:
    read = read_yaml_source(source, end=yaml_end, schema="decision")
    if read.readable is None:
        return Understood(read=read, typed=None)
    yaml, body = source.text[source.yaml_start : yaml_end], _body(read) if source.body_start is not None else None
    return Understood(read=read, typed=typed_record(read.readable, assumptions, yaml=yaml, path=path, body=body))


def _body(read: YamlSource) -> str:
    source = read.source
    return source.text[source.body_start :] if source.body_start is not None else _reasoning(read.raw)


def _reasoning(raw: Data) -> str:
    written = raw.get("reasoning") if isinstance(raw, dict) else None
    return written if isinstance(written, str) else ""


def _body_finding(source: SourceText, fault: Fault) -> Finding:
    start, end = source.reasoning_span(fault.start, fault.end - fault.start)
    return source.fault_finding(replace(fault, start=start, end=end), field=("reasoning",))
