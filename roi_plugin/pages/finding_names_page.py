"""Every finding that is not a risk rule, by name: what it says and how to mend the record."""

from roi_plugin.language import noted, sentence, text
from roi_plugin.model.finding_names import FINDING_NAMES
from roi_plugin.pages.addresses import FINDINGS, finding_anchor
from roi_plugin.pages.page import BEHIND_DECISIONS, Page, Section, Shelf
from roi_plugin.pages.templates import render

_FAMILIES = {
    "file": noted("Can the file be read?"),
    "schema": noted("Is the record well formed?"),
    "link": noted("Do its references hold?"),
    "history": noted("Was the change allowed?"),
}


def finding_names_page() -> Page:
    """The page of finding names, grouped by the question that failed."""
    families: dict[str, list[tuple[str, str, str, str]]] = {}
    for name, known in sorted(FINDING_NAMES.items()):
        row = (name, finding_anchor(name), known.what, known.mend)
        families.setdefault(name.partition("/")[0], []).append(row)
    return Page(
        path=FINDINGS,
        shelf=Shelf.LIST,
        search_boost=BEHIND_DECISIONS,
        title=text("Findings"),
        description=text("What each finding means and how to mend the record."),
        lead=render(
            "list_lead.html",
            title=text("Findings"),
            text=text(
                "What is wrong with a record is a finding: a name, a place and a way to mend it. "
                "The first part of its name says which question failed."
            ),
        ),
        sections=tuple(
            Section(
                anchor=f"roi-family-{family}",
                title=sentence(_FAMILIES.get(family, family)),
                html=render("finding_names.html", rows=rows),
            )
            for family, rows in families.items()
        ),
    )
