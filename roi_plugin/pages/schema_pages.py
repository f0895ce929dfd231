"""The reference of every field, generated from the schemas, and the schemas themselves."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from roi_plugin.language import text
from roi_plugin.pages.addresses import SCHEMA, Addresses, published_schema, schema_page
from roi_plugin.pages.late import Draft, Parts
from roi_plugin.pages.page import BEHIND_DECISIONS, Page, Section, Shelf
from roi_plugin.pages.schema_fields import Shape, shapes
from roi_plugin.pages.templates import render
from roi_plugin.sources.schemas import schema, schema_names, schema_text


def schema_files() -> dict[str, str]:
    """The published schemas, at the paths that their `$id` names."""
    return {published_schema(name): schema_text(name) for name in schema_names()}


def schema_index(addresses: Addresses) -> Page:
    """The overview."""
    rows = [
        (
            schema(name)["title"],
            addresses.href(SCHEMA, schema_page(name)),
            schema(name)["description"],
            addresses.href(SCHEMA, published_schema(name)),
            schema(name)["$id"],
        )
        for name in schema_names()
    ]
    return Page(
        path=SCHEMA,
        shelf=Shelf.LIST,
        search_boost=BEHIND_DECISIONS,
        title=text("Schema"),
        description=text("Every field of a record and of the policy, with its meaning, unit and an example."),
        lead=render("schema_index.html", rows=rows),
    )


def schema_pages(addresses: Addresses) -> Iterator[Draft]:
    """A page for every schema."""
    for name in schema_names():
        found = schema(name)
        head = Page(
            path=schema_page(name),
            shelf=Shelf.SCHEMA,
            search_boost=BEHIND_DECISIONS,
            title=f"{text('Schema')}: {found['title']}",
            description=found["description"],
            lead=Markup(),
        )
        yield Draft(head=head, causes=(), parts=partial(_parts, name, addresses))


def _parts(name: str, addresses: Addresses) -> Parts:
    here = schema_page(name)
    known = {other: addresses.href(here, schema_page(other)) for other in schema_names() if other != name}
    found = schema(name)
    return Parts(
        lead=render(
            "schema_lead.html",
            title=found["title"],
            description=found["description"],
            href=addresses.href(here, published_schema(name)),
            identifier=found["$id"],
        ),
        sections=tuple(_section(shape) for shape in shapes(found, {**known, name: ""})),
    )


def _section(shape: Shape) -> Section:
    return Section(anchor=shape.anchor, title=shape.name, html=render("schema_shape.html", shape=shape))
