"""Facts about the repository that a theme would ask a foreign host for."""

import re

from tests.mkdocs_site.building import CONFIG, built, records, write_site

LINK = re.compile(r'<a href="https://github.com/[^"]+"[^>]* class="md-source"[^>]*>')
SHAPES = ("index.html", "0001-b/index.html", "404.html")


def _links(site):
    return [found for name in SHAPES for found in LINK.findall(site[name].decode())]


def test_the_link_to_the_repository_stays_and_asks_nobody_for_its_facts(tmp_path):
    write_site(tmp_path, records(1))
    links = _links(built(tmp_path))
    assert len(links) >= len(SHAPES)
    assert not [link for link in links if "data-md-component" in link]


def test_where_nothing_is_forbidden_the_theme_may_ask(tmp_path):
    write_site(tmp_path, records(1), config=CONFIG.replace("  - roi\n", "  - roi: {csp: false}\n"))
    links = _links(built(tmp_path))
    assert all('data-md-component="source"' in link for link in links)
    assert len(links) >= len(SHAPES)
