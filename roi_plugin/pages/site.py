"""The whole site as values: an assessment becomes pages and files by path."""

from roi_plugin.assess import Assessment
from roi_plugin.language import speaking
from roi_plugin.pages.addresses import Addresses
from roi_plugin.pages.as_of_page import as_of_page
from roi_plugin.pages.assumptions_page import assumptions_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.data_page import data_page
from roi_plugin.pages.drift_page import drift_page
from roi_plugin.pages.embeds_page import embeds_page
from roi_plugin.pages.finding_names_page import finding_names_page
from roi_plugin.pages.home import home_page
from roi_plugin.pages.lineage_page import lineage_page
from roi_plugin.pages.over_time_page import over_time_page
from roi_plugin.pages.page import Page
from roi_plugin.pages.portfolio_page import portfolio_page
from roi_plugin.pages.record_page import decision_page
from roi_plugin.pages.reference_pages import reference_pages
from roi_plugin.pages.register_page import register_pages
from roi_plugin.pages.repository_links import RepositoryLinks
from roi_plugin.pages.retired_page import retired_page
from roi_plugin.pages.risks_page import risks_page
from roi_plugin.pages.rule_pages import rules_page
from roi_plugin.pages.schema_pages import schema_index
from roi_plugin.pages.site_order import in_site_order
from roi_plugin.pages.timeline_page import timeline_pages


def pages(
    assessment: Assessment, *, directory_urls: bool = True, repository: str = "", language: str = "en"
) -> dict[str, Page | str]:
    """Every page and every other file of the site, by path relative to the records folder's place in it.

    Records keep the places of their files, with the ending `.md`; lists come first, then the records by number.
    `directory_urls` tells whether `a.md` will be served as `a/` or as `a.html`; `repository` is the address at which
    commits can be looked at, if any. `language` is a code as the theme has it; an unknown one leaves English.
    """
    book = Book(
        assessment=assessment,
        addresses=Addresses(directory_urls=directory_urls),
        repository=RepositoryLinks(repository),
        language=language,
    )
    with speaking(catalogue(language)):
        decisions = [decision_page(judged, book) for judged in book.by_number]
        drafts = [draft.written() for draft in reference_pages(book)]
        return in_site_order([*list_pages(book, portfolio_page(book)), *drafts], decisions, book)


def list_pages(book: Book, portfolio: Page) -> list[Page]:
    """The pages over the whole register, its portfolio among them, and the lists of rules, findings and schemas."""
    over_time = over_time_page(book)
    written = [home_page(book), retired_page(book), *register_pages(book), portfolio]
    written += [*timeline_pages(book), over_time, as_of_page(book), drift_page(book)]
    written += [lineage_page(book), assumptions_page(book), risks_page(book), data_page(book)]
    written.append(embeds_page(book, portfolio, over_time))
    written += [rules_page(book), finding_names_page(), schema_index(book.addresses)]
    return written
