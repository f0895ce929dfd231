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


@contextmanager
def watched(browser, host, **context):
    """A page in a fresh context of the browser, watched from the first request on."""
    with_context = browser.new_context(**context)
    found = Watched(page=with_context.new_page(), host=host)
    found.page.set_default_timeout(15_000)
    found.start()
    try:
        yield found
    finally:
        with_context.close()
