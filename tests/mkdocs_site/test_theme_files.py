"""What of the theme is left out of the site."""

import re

import pytest

from tests.mkdocs_site.building import CONFIG, built, records, write_site

LUNR = "assets/javascripts/lunr/"


def _theme_files(site):
    maps = [name for name in site if name.endswith(".map")]
    return maps, sorted(name.removeprefix(LUNR) for name in site if name.startswith(LUNR))


@pytest.mark.parametrize(
    ("search", "left"),
    [
        ("search", []),
        ("search: {lang: de}", ["min/lunr.de.min.js", "min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js"]),
        (
            "search: {lang: [en, ja]}",
            ["min/lunr.ja.min.js", "min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js", "tinyseg.js"],
        ),
    ],
)
def test_maps_and_languages_that_the_search_does_not_speak_are_left_out(tmp_path, search, left):
    write_site(tmp_path, records(1), config=CONFIG.replace("  - search\n", f"  - {search}\n"))
    assert _theme_files(built(tmp_path)) == ([], left)


def test_all_is_there_for_who_wants_it_and_for_a_search_that_nobody_knows(tmp_path):
    whole = CONFIG.replace("  - roi\n", "  - roi: {trim_theme: false}\n")
    write_site(tmp_path, records(1), config=whole)
    maps, languages = _theme_files(built(tmp_path))
    assert len(maps) > 2
    assert len(languages) > 20
    write_site(tmp_path, {}, config=CONFIG.replace("  - search\n", ""))
    assert _theme_files(built(tmp_path)) == ([], languages)


def test_a_file_of_the_sites_own_stays(tmp_path):
    write_site(tmp_path, records(1) | {"assets/javascripts/mine.js.map": "{}"})
    assert _theme_files(built(tmp_path))[0] == ["assets/javascripts/mine.js.map"]


def test_every_file_that_a_page_loads_is_there(tmp_path):
    write_site(tmp_path, records(2))
    site = built(tmp_path)
    loaded = re.findall(r'(?:src|href)="\.\./(assets/[^"]+)"', site["0001-b/index.html"].decode())
    assert len(loaded) > 4
    assert set(loaded) <= set(site)
