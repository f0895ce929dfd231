"""Parts of the register on any page of a site: a list, a chart or a figure, as a fence there asks for it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.model.decision import Status
from roi_plugin.model.facets import FACETS, known_values
from roi_plugin.model.register import listed
from roi_plugin.next_review import OVERDUE, is_overdue
from roi_plugin.pages.addresses import OVER_TIME, PORTFOLIO, RETIRED, rule_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.embed_figure import figure, options_chart
from roi_plugin.pages.embed_request import EmbedFault, EmbedRequest, read_request, unknown_value
from roi_plugin.pages.event_rows import event_row
from roi_plugin.pages.list_rows import list_row
from roi_plugin.pages.moved_links import moved_links
from roi_plugin.pages.page import Page, one_line
from roi_plugin.pages.register_address import register_href
from roi_plugin.pages.standing import is_retired
from roi_plugin.pages.templates import render

_RANKED, _STATUSES = "roi-ranked", "roi-statuses"


@dataclass(frozen=True, kw_only=True)
class Embedder:
    """Writes what fences ask for; the links of the `book` lead from any page of the site, named by its address.

    The `portfolio` and `over_time` are the pages whose charts are shown again.
    """

    book: Book
    portfolio: Page
    over_time: Page

    def embedded(self, lines: Sequence[str], here: str, name: str) -> tuple[Markup, EmbedFault | None]:
        """The part as HTML, and what is wrong, if anything is: then the HTML says so.

        `here` is the address of the page in the site, or the path of one of ours; `name` makes the ids of this part
        unique on it.
        """
        request = read_request(lines)
        html = request if isinstance(request, EmbedFault) else self._part(request, here, name)
        if isinstance(html, EmbedFault):
            return render("embed_fault.html", message=html.message), html
        return Markup('<div class="roi-embed" data-search-exclude>\n{}\n</div>').format(html), None

    def _part(self, request: EmbedRequest, here: str, name: str) -> Markup | EmbedFault:
        if request.kind == "list":
            fault = self._nobody(request)
            if fault is not None:
                return fault
            return self._changed(request, here) if request.name == "changed" else self._list(request, here)
        if request.kind == "chart" and request.name != "options":
            return self._shown_again(request.name, here, name)
        judged = self._decision(request.decision)
        if judged is None:
            return EmbedFault(line=0, message=self._unresolved(request.decision))
        if request.kind == "figure":
            return figure(request.name, judged, here, self.book)
        return options_chart(name, judged, here, self.book)

    def _decision(self, asked: str) -> Judged | None:
        found = self.book.assessment.register.resolve(asked)
        return None if found is None else self.book.by_path[found.path]

    def _unresolved(self, asked: str) -> str:
        said = one_line(asked)[:40].replace("`", "'")
        several = [one_line(decision.id)[:40] for decision in self.book.assessment.register.candidates(asked)]
        if several:
            return f"`{said}` may mean {listed(several)}: write the id of one of them"
        return f"no decision `{said}` is published on this site: write the number or the id of one that is"

    def _nobody(self, request: EmbedRequest) -> EmbedFault | None:
        """The fault where no decision of the site has what the list is narrowed by: likely a slip of the pen."""
        for key, asked in request.narrowed.items():
            known = known_values(key, (one.decision for one in self.book.by_number))
            if asked not in known:
                return EmbedFault(line=request.places.get(key, 0), message=unknown_value(key, asked, known))
        return None

    def _list(self, request: EmbedRequest, here: str) -> Markup:
        found = [one for one in _of(request.name, self.book.by_number) if _is_asked_for(one, request)]
        found.sort(key=lambda one: (one.decision.date, one.decision.path), reverse=True)
        rows = [list_row(one, here, self.book) for one in found[: request.newest]]
        left_out, href = len(found) - len(rows), self._all(request, here)
        return render("embed_list.html", rows=rows, number=len(found), left_out=left_out, href=href)

    def _all(self, request: EmbedRequest, here: str) -> str:
        """Where those stand that a list is too short for: the register narrowed likewise, the shelf or the rule."""
        if request.name == "retired":
            return self.book.addresses.href(here, RETIRED)
        if request.name == "overdue":
            return self.book.addresses.href(here, rule_page(OVERDUE.partition("/")[2]))
        status = Status.PROPOSED if request.name == "proposed" else Status.ACCEPTED
        return register_href(here, self.book, {"status": status, **request.narrowed})

    def _changed(self, request: EmbedRequest, here: str) -> Markup:
        by_path, today = self.book.by_path, self.book.assessment.today
        rows = []
        for event in self.book.events:
            judged = by_path.get(event.path)
            asked = _is_asked_for(judged, request) if judged is not None else not request.narrowed
            if asked and event.date <= today:
                rows.append(event_row(event, here, self.book))
            if len(rows) == request.newest:
                break
        return render("embed_changed.html", rows=rows)

    def _shown_again(self, chart: str, here: str, name: str) -> Markup:
        page, anchor, ids = (
            (self.portfolio, _RANKED, "roi-bubbles-")
            if chart == "portfolio"
            else (self.over_time, _STATUSES, "roi-status-")
        )
        shown = next((section for section in page.sections if section.anchor == anchor), None)
        href = self.book.addresses.href(here, PORTFOLIO if chart == "portfolio" else OVER_TIME)
        return render(
            "embed_chart.html",
            # A page may show a chart more than once, and an id stands on a page once.
            chart=moved_links(_with_ids(shown.html, ids, name), href) if shown else "",
            table=moved_links(shown.working, href) if shown else "",
            href=href,
            title=text("Portfolio") if chart == "portfolio" else text("Over time"),
        )


def _with_ids(html: Markup, ids: str, name: str) -> Markup:
    named = re.sub(rf'(id="|labelledby="|-title |url\(#)({ids})', rf"\g<1>{name}-\g<2>", str(html))
    return Markup(named)  # noqa: S704 - of our own template


def _of(name: str, judged: Iterable[Judged]) -> Iterable[Judged]:
    if name == "in-force":
        return (one for one in judged if one.binds)
    if name == "retired":
        return (one for one in judged if is_retired(one))
    if name == "overdue":
        return (one for one in judged if is_overdue(one))
    return (one for one in judged if one.decision.status is Status.PROPOSED)


def _is_asked_for(judged: Judged, request: EmbedRequest) -> bool:
    return all(value in FACETS[key](judged.decision) for key, value in request.narrowed.items())
