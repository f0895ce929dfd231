"""Where pages stand and how one page links to another, as relative addresses."""

import hashlib
import posixpath
from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct

INDEX = "index.md"
RETIRED = "retired.md"
REGISTER = "register.md"
PORTFOLIO = "portfolio.md"
OVER_TIME = "over-time.md"
ASSUMPTIONS = "assumptions.md"
TIMELINE = "timeline.md"
AS_OF = "as-of.md"
DRIFT = "drift.md"
LINEAGE = "lineage.md"
RISKS = "risks.md"
RULES = "rules/index.md"
FINDINGS = "findings.md"
SCHEMA = "schema/index.md"
DATA = "data.md"
EMBEDS = "embeds.md"
DECISIONS_JSON = "decisions.json"
DECISIONS_CSV = "decisions.csv"
DECISIONS_SQLITE = "decisions.sqlite"
REVIEWS_ICS = "reviews.ics"
FEED = "feeds/decisions.atom"

FLAGS = "roi-flags"
"""The anchor, on the page of a record, of what is wrong with it."""

OPTIONS = "roi-options"
"""The anchor, on the page of a record, of what its options are worth, each figure with how it was computed."""

FRAMEWORK = "roi-framework"
"""The anchor, on the page of a record, of its scores."""

GUARDRAILS = "roi-guardrails"
"""The anchor, on the page of a record, of what must not break."""

KEY_RESULTS = "roi-key-results"
"""The anchor, on the page of a record, of its objectives and how far they have come."""

REVIEWS = "roi-reviews"
"""The anchor, on the page of a record, of what came of it."""

FLAGGED_NOW = "roi-flagged-now"
"""The anchor, on the page of a rule, of the decisions that it flags."""

ANY_DAY = "roi-any-day"
"""The anchor, on the page of a date, of the lists of what stood how on that day."""

_KNOWN = 65_536


class Addresses(Struct, frozen=True, kw_only=True):
    """Links between pages; with `directory_urls` the page `a/b.md` is served as `a/b/`, else as `a/b.html`.

    `prefix` is the folder of the records in the site, for links that begin elsewhere in it; empty for those from one
    page of ours to another.
    """

    directory_urls: bool = True
    prefix: str = ""

    def href(self, here: str, there: str, anchor: str = "") -> str:
        """The address of the page or file `there` as seen from the page `here`, both paths of source files."""
        there = self.prefix + there
        fragment = f"#{quote(anchor)}" if anchor else ""
        return fragment if here == there and fragment else _relative(here, there, self.directory_urls) + fragment

    def file(self, path: str) -> str:
        """The file of the site that holds the page made from the source `path`."""
        url = self._url(path)
        return f"{url}index.html" if url.endswith("/") or not url else url

    def _url(self, path: str) -> str:
        stem, ending = posixpath.splitext(path)
        if ending != ".md":
            return path
        folder, name = posixpath.split(stem)
        if name == "index":
            return f"{folder}/" if self.directory_urls and folder else "" if self.directory_urls else f"{stem}.html"
        return f"{stem}/" if self.directory_urls else f"{stem}.html"


@lru_cache(_KNOWN)
def _relative(here: str, there: str, directory_urls: bool) -> str:  # noqa: FBT001 - a cache asks for places
    target = _url(there, directory_urls).split("/")
    start = _url(here, directory_urls).split("/")[:-1]
    # The last part names a file, or is empty for a folder: it is never shared.
    same = next((at for at, (one, other) in enumerate(zip(start, target[:-1], strict=False)) if one != other), None)
    shared = min(len(start), len(target) - 1) if same is None else same
    relative = "../" * (len(start) - shared) + "/".join(target[shared:])
    # `./` keeps a name with a colon from being read as a scheme.
    return quote(relative if relative.startswith(".") else f"./{relative}")


def _url(path: str, directory_urls: bool) -> str:  # noqa: FBT001 - as above
    stem, ending = posixpath.splitext(path)
    if ending != ".md":
        return path
    folder, name = posixpath.split(stem)
    if name == "index":
        return f"{folder}/" if directory_urls and folder else "" if directory_urls else f"{stem}.html"
    return f"{stem}/" if directory_urls else f"{stem}.html"


def record_page(path: str) -> str:
    """The page of the record file `path`: the same place, ending in `.md`."""
    return posixpath.splitext(path)[0] + ".md"


def feed(kind: str, value: str) -> str:
    """The feed of the decisions with one `value` of a `kind` (`owner`, `area`, `tag`), whatever it is written with."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in value.casefold())
    name = "-".join(filter(None, plain.split("-")))[:60]
    if name != value:
        # Two values that are written alike still have a feed each.
        name = f"{name or 'x'}-{hashlib.sha256(value.encode('utf-8', 'replace')).hexdigest()[:6]}"
    return f"feeds/{kind}/{name}.atom"


def record_data(path: str) -> str:
    """The JSON of the record file `path`: beside its page, ending in `.json`."""
    return posixpath.splitext(path)[0] + ".json"


def status_page(status: str, part: int) -> str:
    """The page of the plain list of all records of a status; of too many for a page, of their `part` (from 1)."""
    return f"register-{status}.md" if part == 1 else f"register-{status}-{part}.md"


def year_page(year: int, part: int) -> str:
    """The page of one year's events; of a year with too many for a page, the page of its `part` (from 1)."""
    return f"timeline-{year:04}.md" if part == 1 else f"timeline-{year:04}-{part}.md"


def rule_page(name: str) -> str:
    """The page of the risk rule `name`, without its prefix."""
    return f"rules/{name}.md"


def schema_page(name: str) -> str:
    """The page of the schema `name` (`decision`)."""
    return f"schema/{name}.md"


def assumption_anchor(name: str) -> str:
    """The anchor of the assumption of this id on the page of assumptions."""
    return f"roi-assumption-{name}"


def finding_page(name: str) -> tuple[str, str]:
    """Page and anchor where the finding `name` (`schema/unknown-key`, `risk/no-baseline`) is explained."""
    family, _, short = name.partition("/")
    if family == "risk":
        return rule_page(short), ""
    return FINDINGS, finding_anchor(name)


def finding_anchor(name: str) -> str:
    """The anchor of a finding's name on the page of finding names."""
    return "roi-" + name.replace("/", "-")


def published_schema(name: str) -> str:
    """Where the schema `name` itself is published, from the root of the site: the path that its `$id` names."""
    return f"schema/1/{name}.schema.json"
