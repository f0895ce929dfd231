"""What a piece of HTML is made of, alike for pieces that mean the same however they are written."""

import re
from html.parser import HTMLParser

_NUMBERED = re.compile(r"_[0-9]+\Z")


def html_marks(html: str) -> list[tuple[str, list[str]]]:
    """The tags with their attributes, the words between them, and comments and the like, in their order.

    Left out are end tags, `rel`, which only tells browsers what to keep to themselves, and the ids that Markdown makes
    of headings without a plain letter (`_1`).
    """
    found = _Marks()
    found.feed(html)
    found.close()
    return found.seen


class _Marks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = [(name, value or "") for name, value in attrs if name != "rel"]
        kept = [f"{name}={value}" for name, value in given if name != "id" or not _NUMBERED.match(value)]
        self.seen.append((tag, sorted(kept)))

    def handle_data(self, data: str) -> None:
        words = data.split()
        if words and self.seen and not self.seen[-1][0]:
            self.seen[-1][1].extend(words)
        elif words:
            self.seen.append(("", words))

    def handle_comment(self, data: str) -> None:
        # No two programs agree where one ends.
        self.seen.append(("!", [data]))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)
