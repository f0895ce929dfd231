"""Tables of contents, rendered once for all that differ in words only."""

from types import SimpleNamespace

import jinja2
import pytest

from roi_plugin.mkdocs_site.contents import contents
from roi_plugin.mkdocs_site.shape import ShapelessError
from roi_plugin.mkdocs_site.tables import Tables
from roi_plugin.mkdocs_site.white_space import narrowed
from roi_plugin.pages.assembled import Entry

THEME = """
{% macro line(item) %}<li>
  <a href="{{ item.url }}" title="{{ item.title | striptags | e }}">{{ item.title }}</a>
  {% for below in item.children %}{{ line(below) }}{% endfor %}
</li>{% endmacro %}
{% for item in page.toc %}{{ line(item) }}{% endfor %}
"""


def _heading(title, anchor, *below, level=2):
    return Entry(title=title, id=anchor, level=level, children=[*below])


def _variables(*headings):
    return {"page": SimpleNamespace(toc=contents(headings), url="a/")}


def _theme(text=THEME):
    template, count = jinja2.Template(text), [0]

    def render(variables):
        count[0] += 1
        return template.render(variables)

    return render, count


MANY = [
    _variables(),
    _variables(_heading("One", "one")),
    _variables(_heading("Two", "two")),
    _variables(_heading("a &lt; b", "less")),
    _variables(_heading('"quoted"', "quoted")),
    _variables(_heading("One", "one", _heading("Below", "below", level=3)), _heading("Two", "two")),
    _variables(_heading("Three", "3", _heading("Under", "under", level=3)), _heading("Four", "four")),
    _variables(*(_heading(f"Number {number}", f"n{number}") for number in range(120))),
    _variables(*(_heading(f"{number} times", f"t{number}") for number in range(120))),
]


def test_each_table_is_what_the_theme_makes_of_it():
    render, count = _theme()
    tables = Tables(render)
    for variables in MANY:
        assert tables.table(variables).exact == render(variables).strip()
        assert tables.table(variables).narrow == narrowed(render(variables)).strip()
    count[0] = 0
    for variables in MANY[:3] + MANY[5:]:
        tables.table(variables)
    assert count[0] == 0


def test_a_theme_that_changes_titles_is_asked_each_time():
    render, _ = _theme("{% for item in page.toc %}<b>{{ item.title | upper }}</b>{% endfor %}")
    tables = Tables(render)
    found = [tables.table(_variables(_heading(title, "x"))).exact for title in ("one", "two")]
    assert found == ["<b>ONE</b>", "<b>TWO</b>"]


def test_a_theme_that_says_more_than_headings_is_left_to_it():
    render, _ = _theme("{{ page.url }}{% for item in page.toc %}{{ item.title }}{% endfor %}")
    with pytest.raises(ShapelessError, match="url"):
        Tables(render).table(MANY[1])
