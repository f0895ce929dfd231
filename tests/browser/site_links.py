"""Every link of a built site, followed on disk: which lead to no file, and which to no place in it."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_BASE = "https://site.invalid/"
_ATTRIBUTES = {
    ("a", "href"),
    ("area", "href"),
    ("link", "href"),
    ("a", "xlink:href"),
    ("use", "xlink:href"),
    ("use", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("form", "action"),
}


class _Page(HTMLParser):
    """The links of one page, and the places in it that a link may name."""

    def __init__(self, text):
        super().__init__()
        self.links = []
        self.places = {""}
        self.twice = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" or (tag, name) == ("a", "name"):
                if name == "id" and value in self.places:
                    self.twice.append(value)
                self.places.add(value)
            if (tag, name) in _ATTRIBUTES and value is not None:
                self.links.append(value)
        if ("http-equiv", "refresh") in attributes:
            self.links.append(dict(attributes)["content"].partition("=")[2].strip("'\" "))


class SiteLinks:
    """The links of all pages under a folder; addresses of its own that begin with `site_url` are followed too."""

    def __init__(self, site: Path, site_url: str):
        self._site = site
        self._site_url = site_url
        files = sorted(path for path in site.rglob("*") if path.is_file())
        self._files = {path.relative_to(site).as_posix() for path in files}
        self.pages = {
            path.relative_to(site).as_posix(): _Page(path.read_text(encoding="utf-8"))
            for path in files
            if path.suffix == ".html"
        }

    def broken(self) -> list[str]:
        """One line a link that leads nowhere, `page -> link`, each once."""
        found = {
            f"{page} -> {link}"
            for page, read in self.pages.items()
            for link in read.links
            if self.is_broken(page, link)
        }
        return sorted(found)

    def is_broken(self, page: str, link: str) -> bool:
        """Whether a link, as written in that page, names nothing of this site; other hosts are not asked."""
        base = _BASE + page.removesuffix("index.html")
        address, place = urldefrag(urljoin(base, link.replace(self._site_url, _BASE, 1)))
        if not address.startswith(_BASE):
            return urlsplit(address).scheme not in {"http", "https", "mailto", "data"}
        path = unquote(urlsplit(address).path).lstrip("/")
        file = path + "index.html" if path == "" or path.endswith("/") else path
        if file not in self._files:
            return True
        return file in self.pages and unquote(place) not in self.pages[file].places

    def doubled(self) -> list[str]:
        """One line a name that two places of one page have, `page#name`."""
        return sorted(f"{page}#{name}" for page, read in self.pages.items() for name in set(read.twice))
