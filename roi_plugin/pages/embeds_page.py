"""How any page of a site shows a part of the register: each form of the fence, and what it makes of these records."""

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.pages.addresses import EMBEDS
from roi_plugin.pages.book import Book
from roi_plugin.pages.embed_request import CHARTS, FIGURES, FILTERS, LISTS, MOST, NEWEST
from roi_plugin.pages.embeds import Embedder
from roi_plugin.pages.page import BEHIND_DECISIONS, Page, Section, Shelf
from roi_plugin.pages.templates import render


def embeds_page(book: Book, portfolio: Page, over_time: Page) -> Page:
    """The forms, shown by themselves; those about one decision by the first one in force that has figures."""
    embedder = Embedder(book=book, portfolio=portfolio, over_time=over_time)
    one = next(filter(_has_figures, book.by_number), None) or next(iter(book.by_number), None)
    name = one.decision.number or one.decision.id if one else "0042"
    lists = [f"list: {name}\nnewest: 3" for name in LISTS]
    area = next((each.decision.area for each in book.by_number if each.binds and each.decision.area), None)
    if area and area.isprintable():
        lists[0] = f"list: in-force\narea: {area}\nnewest: 3"
    about_one = f'decision: "{name}"'
    groups = (
        (text("Lists"), lists),
        (text("Charts"), [f"chart: {name}" + (f"\n{about_one}" if name == "options" else "") for name in CHARTS]),
        (text("Figures"), [f"figure: {name}\n{about_one}" for name in FIGURES]),
    )
    return Page(
        path=EMBEDS,
        shelf=Shelf.LIST,
        search_boost=BEHIND_DECISIONS,
        title=text("Embeds"),
        description=text("How any page of this site shows a list, a chart or a figure of decisions."),
        lead=render(
            "list_lead.html",
            title=text("Embeds"),
            text=text(
                "Any page of this site may show a part of the register: a fence with the word roi says which. "
                "It is made anew with each build, and its links fit wherever the page stands."
            ),
        ),
        sections=(_rules(), *(_section(title, each, embedder) for title, each in groups)),
    )


def _has_figures(judged: Judged) -> bool:
    return judged.binds and any(one.chosen and one.npv.mean is not None for one in judged.returns.options)


def _rules() -> Section:
    names = {"lists": LISTS, "charts": CHARTS, "figures": FIGURES, "filters": FILTERS}
    html = render("embed_rules.html", **names, newest=NEWEST, most=MOST)
    return Section(anchor="roi-embed-rules", title=text("How it is written"), html=html)


def _section(title: str, forms: list[str], embedder: Embedder) -> Section:
    kind = forms[0].partition(":")[0]
    shown = [
        (form, embedder.embedded(form.split("\n"), EMBEDS, f"roi-embed-{kind}-{at}")[0])
        for at, form in enumerate(forms)
    ]
    return Section(anchor=f"roi-embed-{kind}s", title=title, html=render("embed_forms.html", forms=shown))
