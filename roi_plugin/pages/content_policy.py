"""The content security policy of a site, from the theme's own page without any text of an author's."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

_HEAD = re.compile(r"<head(?=[\s>])[^>]*>", re.IGNORECASE)


def content_policy(shell: str, *, live_reload: bool = False) -> str:
    """The policy that lets run what the trusted page `shell` runs, and nothing else.

    `shell` must be the theme rendered without a page: its inline scripts are allowed by their hashes, the hosts of
    its scripts and style sheets by name. `live_reload` allows inline scripts, for the preview server puts in its own.
    """
    found = _Shell()
    found.feed(shell)
    found.close()
    inline = ["'unsafe-inline'"] if live_reload else [_hash(script) for script in found.scripts]
    styles = sorted(found.style_hosts)
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *dict.fromkeys(inline), *sorted(found.script_hosts))),
            # Markdown aligns the cells of a table by a style of their own.
            " ".join(("style-src 'self' 'unsafe-inline'", *styles)),
            " ".join(("font-src 'self' data:", *styles, *sorted(found.preconnected))),
            "img-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def with_policy(html: str, policy: str) -> str:
    """The page with the policy as the first thing in its head, before anything that it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda found: found[0] + meta, html, count=1)


class _Shell(HTMLParser):
    """Gathers the inline scripts of a page and the hosts that it loads from."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.script_hosts: set[str] = set()
        self.style_hosts: set[str] = set()
        self.preconnected: set[str] = set()
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes where a script or style sheet comes from."""
        given = dict(attrs)
        if tag == "script":
            if given.get("src"):
                self.script_hosts |= _host(given["src"])
            elif given.get("type") in (None, "", "module", "text/javascript"):
                self._open = []
        elif tag == "link" and given.get("rel") == "stylesheet":
            self.style_hosts |= _host(given.get("href"))
        elif tag == "link" and given.get("rel") == "preconnect":
            self.preconnected |= _host(given.get("href"))

    def handle_data(self, data: str) -> None:
        """Gathers the text of an inline script."""
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Closes an inline script."""
        if tag == "script" and self._open is not None:
            self.scripts.append("".join(self._open))
            self._open = None


def _host(address: str | None) -> set[str]:
    split = urlsplit(address or "")
    return {f"{split.scheme}://{split.netloc}"} if split.scheme in ("http", "https") and split.netloc else set()


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
