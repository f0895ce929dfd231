"""A page put into the shell of its shape is what the theme makes of it, or the theme makes it."""

import logging
import re

import pytest

from roi_plugin.mkdocs_site import shells
from tests.mkdocs_site.building import CONFIG, RECORD, built, records, write_site

VIEWED = CONFIG.replace("features:", "features:\n    - content.action.view")
NOWHERE = re.sub(
    r"(?m)^(?:(?:site|repo)_url|edit_uri): .*\n|^    - (?:navigation.instant|content.action.edit)\n", "", CONFIG
)
OWN_THEME = CONFIG.replace("name: material", "name: material\n  custom_dir: own")
FOOTER = """{{% extends "base.html" %}}
{{% block footer %}}{{% if page %}}<p id="own">{}</p>{{% endif %}}{{% endblock %}}
"""
ODD = {
    "0011-odd.md": RECORD.format("\"Less < more & 'so' on\"", '## A <b>bold</b> & "quoted" one\n\n### Below\n\nx'),
    "0010-long.md": RECORD.format("A title that goes on and on until some template or other will cut it short", "x"),
    "0012-edit-this.md": RECORD.format('"roi0hole0title0eloh0ior"', "x"),
    "area/0013-deep.md": RECORD.format("Deep", "x"),
    "area/0014-deep.md": RECORD.format("Deeper", "x"),
    "area/0015-deep.md": RECORD.format("Deepest", "x"),
    "area/0016-deep.md": RECORD.format("Deeper than that", ""),
}


def _without_shells(folder, monkeypatch):
    with monkeypatch.context() as without:
        without.setattr(shells.Shells, "_proven", lambda *_: None)
        return built(folder)


def _filled(folder, monkeypatch):
    """The site, and how many of its pages were put into a shell."""
    count, filled = [0], shells.Frame.filled

    def counted(self, parts):
        count[0] += 1
        return filled(self, parts)

    with monkeypatch.context() as counting:
        counting.setattr(shells.Frame, "filled", counted)
        return built(folder), count[0]


@pytest.mark.parametrize(
    "config",
    [CONFIG, VIEWED, CONFIG + "\nuse_directory_urls: false\n", NOWHERE],
    ids=["ours", "edited", "no-directories", "no-address"],
)
def test_pages_in_shells_are_what_the_theme_makes_of_them(tmp_path, monkeypatch, config):
    write_site(tmp_path, records(6) | ODD, config=config)
    site, count = _filled(tmp_path, monkeypatch)
    assert count > 50
    assert site == _without_shells(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ page.file.src_uri }}", "0004-e.md"),
        ('{{ page.meta.tags | join(" ") }}', "one two"),
        ("{{ page.content | length }}", None),
        ("{{ page.title | upper }}", "4 · TITLE E"),
        ("{{ page.next_page and page.next_page.file.src_uri }}", "0005-f.md"),
        ('{{ page.toc | map(attribute="id") | join(" ") }}', None),
        ("{% for key in page.meta %}{{ key }} {% endfor %}", None),
        ('{{ page.title | replace("title", "text") }}', None),
        ("{{ page.title | truncate(20) }}", None),
        ("{{ page.toc | length }}", None),
        ('{{ page.title.split(" · ")[1] }}', "Title e"),
        ('{% if page.title == "4 · Title e" %}four{% endif %}', "four"),
        ('{% if "Title e" in page.title %}four{% endif %}', "four"),
        ('{% if page.title.endswith("e") %}four{% endif %}', "four"),
        ('{% if page.previous_page and page.previous_page.title > "3" %}four{% endif %}', "four"),
        ('{{ {"4 · Title e": "four"}.get(page.title | string) }}', "four"),
        ('{{ 12 // (page.title | string).find("·") }}', None),
        ("{% if page.title | length > 14 %}long{% endif %}", None),
        ("{{ page.title }}", "4 · Title e"),
    ],
)
def test_a_theme_of_ones_own_sees_each_page(tmp_path, monkeypatch, template, expected):
    write_site(tmp_path, records(6) | ODD, config=OWN_THEME)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text(FOOTER.format(template), encoding="utf-8")
    site = built(tmp_path)
    found = re.search(r'<p id="own">(.*?)</p>', site["0004-e/index.html"].decode())
    assert found
    assert expected is None or found[1] == expected
    assert site == _without_shells(tmp_path, monkeypatch)


def test_a_template_of_ones_own_for_our_pages_goes_before_ours(tmp_path):
    write_site(tmp_path, records(2), config=OWN_THEME)
    (tmp_path / "own" / "roi").mkdir(parents=True)
    (tmp_path / "own" / "roi" / "page.html").write_text("mine: {{ page.title }}", encoding="utf-8")
    assert built(tmp_path)["0001-b/index.html"] == "mine: 1 · Title b".encode()


def test_what_another_plugin_says_of_a_page_is_on_that_page(tmp_path, monkeypatch):
    config = CONFIG.replace("  - roi\n", "  - roi\n  - tags\n")
    write_site(tmp_path, records(5), config=config)
    site = built(tmp_path)
    assert site["0003-d/index.html"].count(b'class="md-tag"') == 2
    assert site == _without_shells(tmp_path, monkeypatch)


def test_why_pages_are_rendered_one_by_one_is_told_who_asks_for_everything(tmp_path, caplog):
    write_site(tmp_path, records(5), config=OWN_THEME)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text(FOOTER.format("{{ page.file }}"), encoding="utf-8")
    caplog.set_level(logging.DEBUG, "mkdocs.plugins.roi_plugin.mkdocs_site.shells")
    built(tmp_path)
    assert any("rendered whole by the theme" in line and line.endswith("file") for line in caplog.messages)
