"""Short ways to write decisions down in tests."""

import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Reference, Status
from roi_plugin.model.register import Register

LINKS = ("depends_on", "supersedes", "superseded_by", "related")


def references(*written):
    pairs = [text.partition("#") for text in written]
    return tuple(Reference(target=target, part=part if mark else None) for target, mark, part in pairs)


def make_decision(name, *, links=LINKS, **fields):
    """A decision from the file `name.md`; its links are given as texts such as `0042#3`, its status as a word."""
    number = name.split("-", 1)[0]
    return Decision(
        id=fields.pop("id", name),
        path=fields.pop("path", f"{name}.md"),
        number=fields.pop("number", (number.lstrip("0") or "0") if number.isdecimal() else None),
        title=fields.pop("title", name),
        status=Status(fields.pop("status", "accepted")),
        date=fields.pop("date", dt.date(2026, 3, 2)),
        **{kind: references(*fields.pop(kind, ())) for kind in links},
        **fields,
    )


@pytest.fixture(scope="session")
def decision():
    return make_decision


@pytest.fixture(scope="session")
def register():
    def make(*decisions, **options):
        return Register(decisions, **options)

    return make
