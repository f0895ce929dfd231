"""What a records folder holds: which files there are, which are records, what is refused, and each one's text."""

from collections.abc import Callable

from msgspec import Struct, field

from roi_plugin.model.finding import Finding, Place, Severity
from roi_plugin.model.register import listed
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.meant_as_record import is_meant_for_few, meant_as_record
from roi_plugin.sources.record_names import Skipped, bad_name, is_record, shown_name, skipped

MAX_FOLDER_DEPTH = 32

Text = tuple[str, tuple[Fault, ...]]
r"""A file's text with `\n` as line end, and what is wrong with it."""


class FolderFiles(Struct, kw_only=True):
    """A folder, on disk or as it was once: regular `files`, the `records` among them, and findings.

    Paths are relative, with `/`; `shown` is the folder as people see it; `text` gives the text of one of the files.
    `noted` are the files and folders that a finding tells of: what is not read though it is there is among them.
    `pages` are Markdown files that have nothing of a record: ordinary pages of a site, of which one finding tells.
    `meant_for_few` are files that are not read as records, and written as ones that the public may not see.
    """

    shown: str
    text: Callable[[str], Text]
    files: set[str] = field(default_factory=set)
    records: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)
    pages: list[str] = field(default_factory=list)
    meant_for_few: set[str] = field(default_factory=set)

    def shown_path(self, path: str) -> str:
        """A path of the folder as people see it."""
        return shown_name(path if self.shown == "." else f"{self.shown}/{path}")

    def note(self, path: str, name: str, severity: Severity, message: str, mend: str) -> None:
        """Adds a finding about a whole file or folder."""
        self.noted.add(path)
        self.findings.append(
            Finding(
                path=self.shown_path(path) if path else shown_name(self.shown),
                place=Place(),
                field="",
                name=name,
                severity=severity,
                message=message,
                help=mend,
            )
        )

    def opens(self, folder: str) -> bool:
        """Whether a folder (with a `/` at its end, or empty) stands high enough to be walked; notes one that is not."""
        if folder.count("/") <= MAX_FOLDER_DEPTH:
            return True
        message = f"the folder stands more than {MAX_FOLDER_DEPTH} levels deep"
        self.note(folder.rstrip("/"), "file/too-deep", Severity.ERROR, message, "move its records up")
        return False

    def may_be_named(self, path: str) -> bool:
        """Whether the last name of a path can be published; notes one that cannot."""
        reason = bad_name(path.rpartition("/")[2])
        if reason is None:
            return True
        mend = "rename it with letters, digits and `-`"
        self.note(path, "file/bad-name", Severity.ERROR, f"the name {reason}", mend)
        return False

    def take(self, path: str) -> None:
        """Adds a regular file, as a record where its name says so; notes one that may be meant as a record."""
        self.files.add(path)
        name = path.rpartition("/")[2]
        if is_record(name):
            self.records.append(path)
        elif other := skipped(name):
            self._skip(path, other, self.text(path)[0])

    def _skip(self, path: str, other: Skipped, text: str) -> None:
        meant, for_few = meant_as_record(text, named_alike=other.is_alike), is_meant_for_few(text)
        if for_few:
            self.meant_for_few.add(path)
        if not (meant or for_few or other.is_alike):
            self.noted.add(path)
            self.pages.append(path)
            return
        message = f"not read as a record: {other.why}"
        if meant:
            message = f"this has the fields of a record and is not read as one: {other.why}"
        self.note(path, "file/skipped", Severity.ERROR if meant else Severity.WARNING, message, other.mend)

    def note_pages(self) -> None:
        """Adds one finding about all ordinary pages together, when the whole folder was walked."""
        if not self.pages:
            return
        names = listed(shown_name(path) for path in sorted(self.pages))
        what = "1 page is" if len(self.pages) == 1 else f"{len(self.pages)} pages are"
        message = f"{what} not read as a record, for neither name nor front matter says so: {names}"
        mend = "leave them if they are ordinary pages; name a record like `0042-short-title.md`"
        self.note("", "file/skipped", Severity.INFO, message, mend)
