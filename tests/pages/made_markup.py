"""What of a piece of HTML would run or load something, as a browser parses it."""

from html.parser import HTMLParser

_ADDRESSES = {"href", "src", "action", "formaction", "xlink:href"}


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        strange = any(name.startswith("on") for name, _ in attrs)
        leads = any("javascript:" in (value or "").lower() for name, value in attrs if name in _ADDRESSES)
        if tag in {"script", "img"} or strange or leads:
            self.bad.append(self.get_starttag_text() or tag)


def made_markup(html: str) -> list[str]:
    return _Tags(html).bad
