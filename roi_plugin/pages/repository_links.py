"""Where commits and pull requests can be looked at, on the hosts whose addresses are known."""

import re
from urllib.parse import urlsplit

_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_REQUEST = re.compile(r"[0-9]{1,9}")
_PATHS = {
    "github": ("/commit/", "/pull/"),
    "gitlab": ("/-/commit/", "/-/merge_requests/"),
    "bitbucket": ("/commits/", "/pull-requests/"),
    "codeberg": ("/commit/", "/pulls/"),
    "gitea": ("/commit/", "/pulls/"),
    "forgejo": ("/commit/", "/pulls/"),
}
"""By a word of the host's name: the path of a commit, and of a pull request, below the repository's address."""


class RepositoryLinks:
    """Addresses below that of the repository, which comes from the site's own settings; empty where none is known."""

    def __init__(self, address: str = "") -> None:
        split = urlsplit(address)
        words = (split.hostname or "").split(".")
        known = next((paths for word, paths in _PATHS.items() if word in words), None)
        self._paths = known if split.scheme in {"http", "https"} else None
        self._base = address.rstrip("/").removesuffix(".git")

    def commit(self, commit: str | None) -> str:
        """The page of a commit."""
        if self._paths is None or commit is None or not _COMMIT.fullmatch(commit):
            return ""
        return self._base + self._paths[0] + commit

    def pull_request(self, number: str | None) -> str:
        """The page of a pull request."""
        if self._paths is None or number is None or not _REQUEST.fullmatch(number):
            return ""
        return self._base + self._paths[1] + number


NO_REPOSITORY = RepositoryLinks()
