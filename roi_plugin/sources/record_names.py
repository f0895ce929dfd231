"""Tells by its name whether a file is a record, and why another one is not."""

import re

from msgspec import Struct

from roi_plugin.sources.characters import UNSAFE

_RECORD = re.compile(r"[0-9]+-.+\.(?:md|yml|yaml)", re.DOTALL)
_LOOKS_LIKE_TEXT = (".md", ".markdown", ".yml", ".yaml")
_NEVER_RECORDS = frozenset({"index.md", "README.md", "policy.yml", "assumptions.yml"})
_UNPORTABLE = re.compile(r"""[<>:"|?*\\`]|[ .]\Z""")


class Skipped(Struct, frozen=True, kw_only=True):
    """Why a file is not read as a record, and how it would be; `is_alike` where its name is nearly one of a record."""

    why: str
    mend: str
    is_alike: bool = True


def is_record(name: str) -> bool:
    """Whether a file's name says that it is a record: digits, a hyphen, words, `.md`, `.yml` or `.yaml`."""
    return _RECORD.fullmatch(name) is not None


def skipped(name: str) -> Skipped | None:
    """Why a file that might be meant as a record is none; None for a record and for what is plainly another thing."""
    lowered = name.lower()
    if is_record(name) or name in _NEVER_RECORDS or not lowered.endswith(_LOOKS_LIKE_TEXT):
        return None
    if is_record(lowered) or lowered.endswith(".markdown"):
        mend = "rename it, with the ending in small letters" if is_record(lowered) else "rename it to end in `.md`"
        return Skipped(why="its ending is none of `.md`, `.yml`, `.yaml`", mend=mend)
    if lowered in {"policy.yaml", "assumptions.yaml"}:
        return Skipped(why="its ending is not `.yml`", mend=f"rename it to `{lowered[:-5]}.yml`")
    return Skipped(
        why="its name does not begin with a number and a hyphen",
        mend="rename it like `0042-short-title.md`, or move it out of the folder",
        is_alike=name[:1].isdecimal() or not lowered.endswith(".md"),
    )


def bad_name(name: str) -> str | None:
    """Why a file or folder name cannot be published; None when it can."""
    if UNSAFE.search(name) or "\n" in name or "\t" in name:
        return "holds characters that cannot be shown"
    if match := _UNPORTABLE.search(name):
        return f"holds `{match.group()}`" if match.group() != "`" else "holds a backtick"
    return None


def shown_name(path: str) -> str:
    """A path that is safe to show: each character that cannot be printed becomes `?`."""
    return path if path.isprintable() else "".join(sign if sign.isprintable() else "?" for sign in path)
