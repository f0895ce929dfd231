"""Reads the register as it was where this branch left another one, and as it is at the tip of that one."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from roi_plugin.errors import GitError
from roi_plugin.model.decision import Status
from roi_plugin.model.register_entry import Base, Entry
from roi_plugin.sources.characters import decoded, printable
from roi_plugin.sources.file_text import MAX_FILE
from roi_plugin.sources.git_history import PARTIAL, Repository, TreeFile, open_repository
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.record_names import bad_name, is_record, shown_name
from roi_plugin.sources.record_reader import OWN_RECORDS, yaml_part
from roi_plugin.sources.yaml_source import MAX_YAML
from roi_plugin.sources.yaml_text import read_yaml

_SHA256_LETTERS = 64
_LONGEST = 200
"""So long the title or id of a record can be; what is longer is none."""


_DAMAGED = (
    "git does not hold all texts of the base: the repository is damaged; "
    "`git fsck` tells what is missing, and a fresh clone has it"
)


def read_base(root: Path, ref: str, records: Iterable[RecordFile], *, shown: str) -> Base:
    """The records below `root` at the merge base of HEAD and `ref`, at the tip of `ref`, and, as given, on disk.

    `shown` is the folder as people see it; where it had another place then, it held nothing. Asks git a constant
    number of times, and only for texts that are not on disk as they are.

    Raises:
        GitError: git is missing, there is no such ref or no common commit, or this clone does not hold the texts.
    """
    repository = open_repository(root)
    tip = repository.commit(ref)
    fork = repository.merge_base(tip, ref)
    files = {commit: _records(repository.files(commit)) for commit in (fork, tip)}
    now = [_on_disk(file, len(tip)) for file in records]
    present = {entry.blob: entry for entry in now}
    wanted = dict.fromkeys(file.blob for commit in (fork, tip) for file in files[commit] if file.blob not in present)
    texts = _texts(repository, wanted)
    before, there = ([_entry(file, present, texts, shown) for file in files[commit]] for commit in (fork, tip))
    return Base(ref=printable(ref), commit=fork, before=_sorted(before), tip=_sorted(there), now=_sorted(now))


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.path))


def _records(files: Iterable[TreeFile]) -> Sequence[TreeFile]:
    """The files that would be read as records, if they were on disk."""
    found = []
    for file in files:
        *folders, name = file.path.split("/")
        if is_record(name) and not any(part.startswith(".") or bad_name(part) for part in (*folders, name)):
            found.append(file)
    return found


def _texts(repository: Repository, blobs: Mapping[str, None]) -> dict[str, str]:
    """The text of each blob; none of a file that is too large to be a record."""
    found = {blob: decoded(data)[0] if len(data) <= MAX_FILE else "" for blob, data in repository.texts(list(blobs))}
    if blobs.keys() - found.keys():
        raise GitError(PARTIAL if repository.is_partial() else _DAMAGED)
    return found


def _entry(file: TreeFile, present: Mapping[str, Entry], texts: Mapping[str, str], shown: str) -> Entry:
    seen = shown_name(file.path if shown == "." else f"{shown}/{file.path}")
    known = present.get(file.blob)
    if known is not None and PurePosixPath(known.path).suffix == PurePosixPath(file.path).suffix:
        return replace(known, path=file.path, shown=seen)
    text = texts[file.blob] if known is None else known.text
    return _read(Entry(path=file.path, shown=seen, blob=file.blob, text=text))


def _on_disk(file: RecordFile, id_letters: int) -> Entry:
    bare = Entry(path=file.path, shown=file.shown, text=file.text, blob=_blob(file.text, id_letters))
    decision = file.decision
    if decision is None or file.data is None:
        return _read(bare)
    return replace(
        bare,
        status=decision.status,
        written_id=decision.id if "id" in file.data else None,
        title=decision.title,
        aliases=decision.aliases,
    )


def _blob(text: str, id_letters: int) -> str:
    r"""The name that git gives a text with `\n` as line end: whoever has it need not ask git for it."""
    data = text.encode()
    digest = hashlib.sha256() if id_letters == _SHA256_LETTERS else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data) + data)
    return digest.hexdigest()


def _read(entry: Entry) -> Entry:
    """The entry with what its text says."""
    state = OWN_RECORDS.state(entry.path.rpartition("/")[2], entry.text)
    if state.status is None:
        return entry
    return replace(
        entry,
        status=Status(state.status),
        written_id=_short(state.id),
        title=_short(state.title),
        aliases=_aliases(entry),
    )


def _short(said: str | None) -> str | None:
    return said if said is not None and len(said) <= _LONGEST else None


def _aliases(entry: Entry) -> tuple[str, ...]:
    if "aliases" not in entry.text:
        return ()
    yaml = yaml_part(entry.path, entry.text) or ""
    data = read_yaml(yaml).data if len(yaml) <= MAX_YAML else None
    written = data.get("aliases") if isinstance(data, dict) else None
    several = written if isinstance(written, list) else [written]
    # What the schema refuses was no alias then either.
    aliases = [str(one) for one in several if isinstance(one, str | int) and not isinstance(one, bool)]
    return tuple(alias for alias in aliases if len(alias) <= _LONGEST)
