"""The shape of a page: what of it decides how its frame looks."""

from types import SimpleNamespace

import pytest
from markupsafe import Markup

from roi_plugin.mkdocs_site.shape import ShapelessError, shape_of

PARENT = SimpleNamespace(title="Decisions")


class _Page:
    def __init__(self, **changed):
        self.file = SimpleNamespace(edit_uri="0001-a.md")
        self._url = "0001-a/"
        self.canonical_url = "https://x.example/0001-a/"
        self.abs_url = "/0001-a/"
        self.edit_url = "https://git.example/x/main/0001-a.md"
        self.title = Markup("A title")
        self.meta = {"title": self.title, "tags": ["a"], "template": "roi/page.html"}
        self.content = "<h1>A</h1>"
        self.toc = [_heading(2)]
        self.update_date = "2026-01-01"
        self.parent = PARENT
        self.previous_page = SimpleNamespace(title="Before")
        self.next_page = None
        vars(self).update(changed)

    @property
    def url(self):
        return self._url


def _heading(level):
    return SimpleNamespace(level=level, id="why")


def _shape(more=None, **changed):
    return shape_of(_Page(**changed), {"nav": object(), **(more or {})})


def _titled(title):
    return {"title": title, "meta": {"title": title, "tags": ["a"], "template": "roi/page.html"}}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        _titled("Another"),
        {"content": "<h1>B</h1> and more"},
        {"toc": [_heading(2)] * 9},
        {"previous_page": SimpleNamespace(title="Another one")},
        {"meta": {"title": "A title", "tags": ["b", "c"], "template": "roi/page.html"}},
        {"_url": "0002-b/", "canonical_url": "https://x.example/0002-b/", "abs_url": "/0002-b/"},
    ],
)
def test_what_has_a_hole_does_not_change_the_shape(changed):
    assert _shape(**changed) == _shape()


@pytest.mark.parametrize(
    "changed",
    [
        _titled("This & that"),
        {"content": "<p>No heading"},
        {"toc": []},
        {"toc": [_heading(1)]},
        {"previous_page": None},
        {"next_page": SimpleNamespace(title="After")},
        {"parent": SimpleNamespace(title="Decisions")},
        {"update_date": "2026-01-02"},
        {"edit_url": None},
        {"canonical_url": None, "abs_url": None},
        {"meta": {"title": "A title", "hide": ["toc"], "template": "roi/page.html"}},
        {"meta": {"title": "A title", "description": "Words", "template": "roi/page.html"}},
        {"_url": "a/1/", "canonical_url": "https://x.example/a/1/", "abs_url": "/a/1/"},
        {"more": {"git_page_authors": ["Ana"]}},
        {"said_by_a_plugin": 1},
    ],
)
def test_all_else_that_a_theme_can_see_changes_the_shape(changed):
    assert _shape(**changed) != _shape()


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Of the navigation"},
        {"canonical_url": "https://x.example/elsewhere/"},
        {"edit_url": "https://git.example/x/main/other.md"},
        {"more": {"tags": [object()]}},
        {"meta": {"title": "A title", "date": object()}},
        {"said_by_a_plugin": object()},
    ],
)
def test_what_nobody_knows_leaves_a_page_without_a_shape(changed):
    with pytest.raises(ShapelessError):
        _shape(**changed)
