"""Reads pieces of evidence."""

from roi_plugin.model.estimate import Evidence
from roi_plugin.sources.plain_values import Map, day_in


def evidence_of(data: Map, name: str) -> Evidence:
    """One piece of evidence, of the id `name`."""
    return Evidence(
        id=name,
        kind=data.get("kind"),
        title=data.get("title"),
        date=day_in(data, "date"),
        url=data.get("url"),
        retrieved=day_in(data, "retrieved"),
        note=data.get("note"),
    )
