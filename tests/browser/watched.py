"""A page under watch: what it said, asked and loaded."""

from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Watched:
    page: object
    host: str
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def start(self):
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._dismissed)
        self.page.on("request", lambda request: self._requested(request.url))
        self.page.on("popup", lambda popup: self.dialogs.append(popup.url))

    def _dismissed(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _requested(self, url):
        if not url.startswith((self.host, "data:", "blob:")):
            self.elsewhere.append(url)


_NOTHING_TO_SEARCH = {"config": {"lang": ["en"], "separator": "-", "pipeline": [], "fields": {}}, "docs": []}


@contextmanager
def watched(browser, host, *, searches=True, **context):
    """A page in a fresh context of the browser, watched from the first request on.

    Who opens many pages and `searches` on none spares each of them the work of reading the whole index.
    """
    with_context = browser.new_context(**context)
    found = Watched(page=with_context.new_page(), host=host)
    if not searches:
        found.page.route("**/search_index.json", lambda route: route.fulfill(json=_NOTHING_TO_SEARCH))
    found.page.set_default_timeout(15_000)
    found.start()
    try:
        yield found
    finally:
        with_context.close()


def navigates_at_once(page, host, site, url):
    """Lets the theme put pages in place of each other without loading them.

    It does so only for pages that stand in the sitemap, which names the address where the site is published.
    """
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8").replace(url, f"{host}/")
    assert f"<loc>{host}/" in sitemap
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="application/xml"))


_WIDGETS = ".roi-search, form:is(.roi-as-of, .roi-filter, .roi-lineage-form, .roi-register), .roi-scroll > .roi-table"


def arrive(page, address, *, at_once=False):
    """Opens a page and waits until its scripts are done with it, however busy the machine is.

    `at_once` waits for the theme to know which pages it may put in place without loading them, too (see
    `navigates_at_once`).
    """
    if at_once:
        with page.expect_event("requestfinished", lambda request: request.url.endswith("/sitemap.xml")):
            page.goto(address, wait_until="networkidle")
    else:
        page.goto(address, wait_until="networkidle")
    until_mounted(page)
    page.evaluate("() => new Promise(done => requestIdleCallback(done))")


def until_mounted(page):
    """Waits for the scripts of ours to have in hand all that they work on: some are loaded after the page."""
    page.wait_for_function(
        """widgets => [...document.querySelectorAll("article :is(" + widgets + ")")]
          .every(part => part.dataset.roiMounted)""",
        arg=_WIDGETS,
    )


def mark(page):
    """Marks what is loaded, until the browser loads anything anew."""
    page.evaluate("window.loadedOnce = true")


def is_marked(page):
    """Whether nothing was loaded anew since `mark`."""
    return page.evaluate("window.loadedOnce === true")


def sideways(page):
    """By how many pixels the page is wider than its window."""
    return max(0, page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def out_of_reach(page):
    """The boxes of our part that scroll and that the keyboard cannot get into, by the beginning of their HTML."""
    return page.evaluate(
        """() => [...document.querySelectorAll("article *")].filter(box => {
          const style = getComputedStyle(box), scrolls = how => ["auto", "scroll"].includes(how);
          const hidden = scrolls(style.overflowX) && box.scrollWidth > box.clientWidth + 1
            || scrolls(style.overflowY) && box.scrollHeight > box.clientHeight + 1;
          return hidden && box.tabIndex < 0;
        }).map(box => box.outerHTML.slice(0, 100))"""
    )
