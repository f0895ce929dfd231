"""The address of the register with only some decisions chosen."""

import pytest

from roi_plugin.pages.addresses import PORTFOLIO, Addresses
from roi_plugin.pages.book import Book
from roi_plugin.pages.register_address import IN_FORCE, register_href
from tests.pages.written_records import record


@pytest.mark.parametrize(
    ("choice", "query"),
    [
        ({"owner": "kim"}, "owner=kim"),
        ({"owner": None, **IN_FORCE}, "owner=none&status=accepted"),
        ({"area": "R&D\nand more"}, "area=R%26D+and+more"),
        ({"objective": ""}, "objective=none"),
    ],
)
def test_a_value_is_chosen_by_its_facet_and_no_value_by_none(assessed, choice, query):
    book = Book(assessment=assessed({"0001-a.md": record("A")}), addresses=Addresses())
    assert register_href(PORTFOLIO, book, choice) == f"../register/?{query}"
