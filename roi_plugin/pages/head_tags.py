"""What the head of a page tells programs: the feed to subscribe to, and how a link to the page is shown elsewhere."""

from markupsafe import Markup

from roi_plugin.pages.page import Page, one_line

_END = "</head>"
# Material takes whatever is an `alternate` and nothing else for the site in another language, and asks for its sitemap.
_FEED = Markup('<link rel="alternate feed" type="application/atom+xml" href="{}">')
_SHARED = Markup('<meta property="og:{}" content="{}">')


def head_tags(page: Page, *, feed: str, url: str = "", image: str = "") -> Markup:
    """The tags of a page; `feed` is relative to it, `url` and `image` are whole addresses, empty where not known."""
    tags = _FEED.format(feed)
    if not url:
        return tags
    known = {"type": "article", "title": one_line(page.title), "description": one_line(page.description)}
    known |= {"url": url, "image": image}
    return tags + Markup().join(_SHARED.format(name, text) for name, text in known.items() if text)


def with_head_tags(html: str, tags: Markup) -> str:
    """The finished page with the tags at the end of its head."""
    return html.replace(_END, f"{tags}{_END}", 1)
