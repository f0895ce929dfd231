"""Asks git, with fixed commands: what changed below a folder, and the texts of then. Nothing else here touches git."""

import functools
import os
import re
import tempfile
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from roi_plugin.errors import GitError
from roi_plugin.sources.characters import printable
from roi_plugin.sources.git_batch import read_batch
from roi_plugin.sources.git_log import FORMAT, Commit, read_log
from roi_plugin.sources.watched_output import FailedProcessError, SilentProcessError, watched

if TYPE_CHECKING:
    from git import Git

Progress = Callable[[int], None]
PATIENCE = 6.0
"""Seconds without a sign from git after which it is given up; `ROI_GIT_PATIENCE` sets others."""
PATIENCE_VARIABLE = "ROI_GIT_PATIENCE"

_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1"}
_SETTINGS = (
    # No command of ours needs another host, and none may ask for a password.
    *("-c", "protocol.allow=never"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.quotePath=false"),
    *("-c", "diff.renameLimit=2000"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.mailmap=true"),
    *("-c", "log.showRoot=true"),
    *("-c", "log.follow=false"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
)
_LOG = (
    # In git's own order, which comes as it is found: a sorted one would be silent until all is read.
    *("log", "--full-history", "--parents", "--diff-merges=first-parent", "--raw", "--no-abbrev"),
    *(
        "--find-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--no-notes",
        "-z",
        f"--format=tformat:{FORMAT}",
    ),
)
_COMMIT_WITH_CHANGES = b"\0\n:"

_STEPS = re.compile(r"([~^]\d*|@\{[^}]*\})+$")
"""How far before a commit another one is, as in `main~2`."""
_NO_NAME = re.compile(r"[\s~^:?*\[\\\x00-\x1f\x7f]")

PARTIAL = (
    "no history: this is a partial clone, which does not hold the texts of then: "
    "`git fetch --refetch --no-filter` gets them"
)


class TreeFile(Struct, frozen=True, kw_only=True):
    """A file of one commit: its path relative to the records folder, and its blob."""

    path: str
    blob: str


class Repository(Struct, frozen=True, kw_only=True):
    """A work tree with at least one commit; `prefix` is the records folder in it, with a `/` at its end, or empty.

    `shallow` are the commits at which a shallow clone ends: their parents are not here.
    """

    top: Path
    prefix: str
    head: str
    shallow: frozenset[str]

    def log(self, places: Collection[str], *, progress: Progress | None = None) -> list[Commit]:
        """The commits that touched files below these places of the repository, each before its parents, with renames.

        `progress` is told how many commits were read so far.
        """
        chunks, seen = [], 0
        for chunk in _said(self.top, [*_LOG, self.head, "--", *(places or (".",))]):
            chunks.append(chunk)
            seen += chunk.count(_COMMIT_WITH_CHANGES)
            if progress:
                progress(seen)
        return read_log(b"".join(chunks))

    def renames(self, commits: Iterable[str]) -> list[Commit]:
        """What these commits renamed anywhere in the repository."""
        command = (
            *("diff-tree", "--stdin", "-r", "-m", "--root", "--raw", "--no-abbrev", "--find-renames"),
            # Each commit is told of, so that a long search gives signs.
            *("--diff-filter=R", "--always", "--no-ext-diff", "-z", f"--format=tformat:{FORMAT}"),
        )
        return read_log(b"".join(_said(self.top, command, lines=commits)))

    def texts(self, blobs: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Each of these blobs with its content, in their order; what this clone does not hold is left out."""
        if not blobs:
            return
        yield from read_batch(_said(self.top, ["cat-file", "--batch", "--buffer"], lines=blobs))

    def commit(self, ref: str) -> str:
        """The id of the commit that a branch, tag or commit means.

        Raises:
            GitError: there is none of that name.
        """
        found = self._named(ref)
        if found is None:
            raise GitError(self._unknown(ref))
        return found

    def _named(self, ref: str) -> str | None:
        try:
            return self._line(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"]) or None
        except GitError:
            return None

    def _unknown(self, ref: str) -> str:
        """Why a name names no commit, and what to write instead."""
        unknown = f"git knows no branch, tag or commit {printable(ref)!r} here"
        if not ref.strip():
            return f"{unknown}: the name is empty, write one, such as `--base origin/main`"
        if ref.startswith("-"):
            return f"{unknown}: this is an option and no name, write `--base origin/main`"
        if ".." in ref:
            return f"{unknown}: this is a range, name one commit, such as `--base origin/main`"
        begin = _STEPS.sub("", ref)
        if begin and begin != ref and self._named(begin) is not None:
            more = "; this clone is shallow, `git fetch --unshallow` gets the rest" if self.shallow else ""
            return f"{unknown}: {printable(begin)!r} is known and does not go back so far{more}"
        if _NO_NAME.search(begin):
            return f"{unknown}: a name holds no spaces and none of `~^:?*[\\`, `git branch --all` lists those there are"
        return (
            f"{unknown}: see `git branch --all`; what only the server has is fetched first "
            "(`git fetch origin main`, then `--base origin/main`)"
        )

    def merge_base(self, commit: str, ref: str) -> str:
        """Where the history of HEAD and that of a commit, which `ref` means, part.

        Raises:
            GitError: they have nothing in common that this clone holds.
        """
        try:
            return self._line(["merge-base", commit, self.head])
        except GitError:
            more = (
                "this clone is shallow, `git fetch --unshallow` gets the rest"
                if self.shallow
                else "name the branch that this one was begun from, such as `--base origin/main`"
            )
            raise GitError(f"HEAD and {printable(ref)!r} have no commit in common here: {more}") from None

    def files(self, commit: str) -> list[TreeFile]:
        """The regular files below the records folder in a commit."""
        places = ["--", self.prefix] if self.prefix else []
        output = b"".join(_said(self.top, ["ls-tree", "-r", "-z", "--full-tree", commit, *places]))
        found = []
        for line in output.decode("utf-8", "replace").split("\0"):
            entry, _, path = line.partition("\t")
            if entry.startswith("100") and path.startswith(self.prefix):
                found.append(TreeFile(path=path[len(self.prefix) :], blob=entry.split(" ")[2]))
        return found

    def is_partial(self) -> bool:
        """Whether it is a clone that was told to leave texts on the server."""
        try:
            return bool(self._line(["config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$"]))
        except GitError:
            return False

    def _line(self, command: Sequence[str]) -> str:
        return b"".join(_said(self.top, command)).decode("utf-8", "replace").strip()


def open_repository(folder: Path) -> Repository:
    """The repository in whose work tree a folder stands.

    Raises:
        GitError: there is none, it has no commits yet, or git cannot be asked.
    """
    if "GIT_DIR" not in os.environ and not any(_holds_repository(above) for above in _upwards(folder)):
        raise GitError(
            "no history: the records are in no git repository, so nothing is known of when they changed "
            "(`git init`, then commit them)"
        )
    try:
        asked = ["rev-parse", "--show-toplevel", "--show-prefix", "--git-path", "shallow"]
        lines = b"".join(_said(folder, asked)).decode("utf-8", "replace").split("\n")
    except GitError as error:
        if "work tree" in str(error):
            raise GitError(
                "no history: this is a bare repository, clone it (`git clone`) to read its records"
            ) from None
        raise
    top, prefix, shallow = lines[0], lines[1], folder / lines[2]
    try:
        head = b"".join(_said(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])).decode().strip()
    except GitError as error:
        if str(error) != _failure(""):
            raise
        raise GitError("no history: the repository has no commits yet (`git add`, then `git commit`)") from None
    boundary = shallow.read_text(encoding="ascii").split() if shallow.is_file() else ()
    return Repository(top=Path(top), prefix=prefix, head=head, shallow=frozenset(boundary))


def is_tracked(folder: Path) -> bool:
    """Whether the repository around it holds a folder, or files in it; no where there is none, or git cannot be asked.

    A folder that a link stands for is held where the link is.
    """
    if "GIT_DIR" not in os.environ and not any(_holds_repository(above) for above in _upwards(folder.parent)):
        return False
    try:
        return any(_said(folder.parent, ["ls-files", "-z", "--", folder.name]))
    except GitError:
        return False


def _holds_repository(folder: Path) -> bool:
    """Whether it is a work tree's top, or a bare repository; git is not asked, so that nobody waits for it."""
    return (folder / ".git").exists() or ((folder / "HEAD").is_file() and (folder / "objects").is_dir())


def _inherited(folder: Path) -> dict[str, str]:
    """Where the repository is, if whoever started us says so, as git does in its hooks: there relative to the top."""
    told = os.environ.get("GIT_DIR")
    top = next((above for above in _upwards(folder) if (above / ".git").exists()), None)
    if told is None or top is None or "GIT_WORK_TREE" in os.environ:
        return {}
    return {"GIT_DIR": os.path.abspath(told), "GIT_WORK_TREE": str(top)}  # noqa: PTH100 - a link stays a link


def _upwards(folder: Path) -> tuple[Path, ...]:
    here = Path(os.path.realpath(folder))
    return (here, *here.parents)


@functools.cache
def _git() -> "type[Git]":
    """GitPython's command class. It asks git for its version when it is loaded, and would wait for ever: not here."""
    no_program = str(Path(__file__).with_suffix(".none"))
    names = {"GIT_PYTHON_REFRESH": "quiet", "GIT_PYTHON_GIT_EXECUTABLE": no_program}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        from git import Git
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    Git.GIT_PYTHON_GIT_EXECUTABLE = before["GIT_PYTHON_GIT_EXECUTABLE"] or Git.git_exec_name
    return Git


def _said(folder: Path, command: Sequence[str], *, lines: Iterable[str] = ()) -> Iterator[bytes]:
    """What git writes, piece by piece; `lines` are its input.

    Raises:
        GitError: git is missing, failed, or gave no sign for as long as we wait.
    """
    git = _git()
    with tempfile.TemporaryFile() as asked:
        asked.writelines(f"{line}\n".encode() for line in lines)
        asked.seek(0)
        try:
            process: Any = git(folder).execute(
                [str(git.GIT_PYTHON_GIT_EXECUTABLE), "--no-pager", *_SETTINGS, *command],
                as_process=True,
                istream=asked,
                env=_QUIET | _inherited(folder),
                start_new_session=True,
            )
        except OSError as error:
            raise GitError(_no_git(error)) from None
        except Exception as error:
            # GitPython wraps what the system says of a program that cannot be started.
            if type(error).__name__ != "GitCommandNotFound":
                raise
            raise GitError(_no_git(error)) from None
        yield from _watched(process.proc, _patience())


def _watched(process: Any, patience: float) -> Iterator[bytes]:
    try:
        yield from watched(process, patience)
    except FailedProcessError as error:
        raise GitError(_failure(_conclusion(str(error)))) from None
    except SilentProcessError:
        raise GitError(
            f"no history: git gave no sign for {patience:g} s and was stopped; if the repository is very large, "
            f"`git commit-graph write --reachable --changed-paths` helps, or set {PATIENCE_VARIABLE} to more seconds"
        ) from None


def _conclusion(complaint: str) -> str:
    """The line that says what went wrong: git's own word for it, or else the last one."""
    lines = [line.strip() for line in complaint.splitlines()]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    return fatal[0] if fatal else lines[-1] if lines else ""


def _no_git(error: Exception) -> str:
    more = "" if isinstance(error.__cause__ or error, FileNotFoundError) else f" ({printable(str(error.__cause__))})"
    return f"no history: git cannot be started{more}; install it, or put it on the PATH"


def _patience() -> float:
    written = os.environ.get(PATIENCE_VARIABLE, "")
    try:
        seconds = float(written or PATIENCE)
    except ValueError:
        seconds = -1.0
    if not 0 < seconds < threading.TIMEOUT_MAX:
        raise GitError(f"{PATIENCE_VARIABLE} is {written!r}: expected seconds above 0, such as 60")
    return seconds


def _failure(complaint: str) -> str:
    if "dubious ownership" in complaint:
        return (
            "no history: git does not read a repository that belongs to somebody else; if you trust it, "
            "`git config --global --add safe.directory <its folder>`"
        )
    if "promisor" in complaint:
        return PARTIAL
    if "diff-merges" in complaint:
        return "no history: this git is too old, 2.31 or later is needed"
    return f"no history: git failed: {printable(complaint)[:300]}" if complaint else "no history: git failed"
