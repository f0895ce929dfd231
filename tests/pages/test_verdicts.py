"""Readers are told of options by their titles, and of what has none by its id."""

from roi_plugin.language import speaking
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.site import pages
from roi_plugin.pages.verdicts import verdict_on
from tests.pages.words import words
from tests.pages.written_records import record

OPTIONS = """options:
  - {id: cheap, title: "Tune the `old` one", gain: 40k..90k per year, cost: 9k..12k}
  - {id: dear, title: "%s", chosen: true, gain: 30k..60k per year, cost: 22k..35k}
  - {id: plain, cost: 1k}
"""


def test_options_are_named_by_their_titles(appraised):
    found = appraised({"0001-a.md": record("One", more=OPTIONS % "Buy <it>")})
    said = verdict_on(found.judged[0]).sentence
    assert "; “Tune the 'old' one” was expected to gain " in said
    assert "`" not in said
    page = pages(found)["0001-a.md"]
    assert "Nine times in ten, “Buy <it>” ends between" in words(str(page.lead))
    assert "Buy <it>" not in str(page.lead)


def test_quotation_marks_are_those_of_the_language(appraised):
    found = appraised({"0001-a.md": record("One", more=OPTIONS % "Buy it")})
    with speaking(catalogue("de")):
        assert "„Tune the 'old' one“" in verdict_on(found.judged[0]).sentence
