"""What a template may do with a stand-in for many pages without asking for what is one page's own."""

from types import SimpleNamespace

import jinja2
import pytest

from roi_plugin.mkdocs_site.stand_in import OF_THE_SHAPE, StandIn, StandInMeta, StandInToc, Text, Watched, hole
from roi_plugin.pages.assembled import Entry


def _asked(template):
    watched = Watched()
    meta = StandInMeta({"title": Text.of(hole("title"), watched), "tags": ["a"]}, watched, frozenset({"tags"}))
    toc = StandInToc([Entry(title="x", id="x", level=2, children=[])], watched)
    real = SimpleNamespace(is_index=False, file="a.md")
    holes = {"title": Text.of(hole("title"), watched), "meta": meta, "toc": toc}
    page = StandIn(real, watched, holes, OF_THE_SHAPE)
    rendered = jinja2.Environment().from_string(template).render(page=page)  # noqa: S701 - as MkDocs has it
    return rendered, watched.asked


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.title }}",
        "{{ page.title | e }}",
        "{{ page.title | striptags }}",
        "{{ page.title | d('x', true) }}",
        "{% if page.title and page.meta and page.meta.title %}{{ page.meta.title }}{% endif %}",
    ],
)
def test_a_text_can_be_printed(template):
    assert _asked(template) == (hole("title"), set())


@pytest.mark.parametrize(
    "template",
    [
        "{% for entry in page.toc %}{{ entry.url }}{% endfor %}",
        "{% if page.toc %}{{ (page.toc | first).level }}{% endif %}",
        "{{ page.is_index }} {{ page.is_section }} {{ page.nothing_of_the_kind }}",
        "{{ page.meta.nothing }} {{ page.meta.get('hide') }}",
    ],
)
def test_what_all_pages_of_a_shape_have_can_be_asked_for(template):
    assert _asked(template)[1] == set()


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ page.title | length }}", {"the length of a text"}),
        ("{{ page.title[:9] }}", {"a piece of a text"}),
        ("{{ page.title == 'x' }}", {"a comparison of a text"}),
        ("{{ 'x' in page.title }}", {"a search in a text"}),
        ("{{ page.title | upper }}", {"`upper` of a text"}),
        ("{{ page.title.split(' ') }}", {"`split` of a text"}),
        ("{{ page.meta.tags }}", {"meta.tags"}),
        ("{{ page.meta.get('tags') }}", {"meta.tags"}),
        ("{% for key in page.meta %}{% endfor %}", {"meta"}),
        ("{% for key, value in page.meta.items() %}{% endfor %}", {"meta"}),
        ("{{ page.toc | length }}", {"toc | length"}),
        ("{{ page.file }}", {"file"}),
    ],
)
def test_what_is_a_pages_own_is_noted(template, expected):
    assert _asked(template)[1] == expected


def test_a_hole_is_longer_than_what_people_write_and_looks_the_same_escaped():
    assert len(hole("title")) > 500
    assert jinja2.filters.do_striptags(hole("title")) == jinja2.filters.escape(hole("title")) == hole("title")
