"""What is told of one decision alone, or of none: written when it is asked for, and kept."""

from roi_plugin.assess import Judged
from roi_plugin.deepen import Deepener
from roi_plugin.language import speaking
from roi_plugin.pages.book import Book
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.late import Draft, LatePage, LateText, Parts
from roi_plugin.pages.page import Page
from roi_plugin.pages.record_head import page_head
from roi_plugin.publish.kept_values import keep_value, kept_value
from roi_plugin.report import decision_json
from roi_plugin.sources.kept_texts import KeptTexts

_DATA = "-data"


class LateWriter:
    """Writes from a book; who asks again, or in a later build for the same `key`, gets what is `kept`."""

    def __init__(self, book: Book, deepener: Deepener, kept: KeptTexts) -> None:
        self._book = book
        self._deepener = deepener
        self._kept = kept

    def page(self, judged: Judged, key: str) -> Page:
        """The page of a decision."""
        self._kept.use(key)
        return LatePage(page_head(judged), key, lambda: self._kept_parts(key) or self._write(judged, key)[0])

    def draft(self, draft: Draft, key: str) -> Page:
        """The page of a draft."""
        self._kept.use(key)
        return LatePage(draft.head, key, lambda: self._kept_parts(key) or self._finish(draft, key))

    def data(self, judged: Judged, key: str) -> LateText:
        """The JSON of a decision."""
        self._kept.use(key + _DATA)
        return LateText(key, lambda: self._kept.get(key + _DATA) or self._write(judged, key)[1])

    def _kept_parts(self, key: str) -> Parts | None:
        return kept_value(self._kept, Parts, key)

    def _write(self, judged: Judged, key: str) -> tuple[Parts, str]:
        """Page and JSON at once: they stand on the same appraisal."""
        # What writes pages stands on the engine and on numpy: a build in which nothing changed waits for neither.
        from roi_plugin.pages.record_page import page_parts

        deep = self._deepener.whole(judged)
        # Pages are asked for one by one, when the site is written.
        with speaking(catalogue(self._book.language)):
            parts = page_parts(deep, self._book)
        data = decision_json.published(deep, self._book.assessment.today)
        keep_value(self._kept, key, parts)
        self._kept.put(key + _DATA, data)
        return parts, data

    def _finish(self, draft: Draft, key: str) -> Parts:
        with speaking(catalogue(self._book.language)):
            parts = draft.parts()
        keep_value(self._kept, key, parts)
        return parts
