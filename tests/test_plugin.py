"""The finished site, as MkDocs writes it."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[1]
CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("audience: public", "audience: internal")
INDEX = "# Home\n\nWritten.\n\n## More\n\nText.\n"
RECORD = "---\ntitle: A {} title\nstatus: accepted\ndate: 2026-01-01\nproblem: p\n---\n{}\n"
REACHING = """{: .md-overlay #roi-options onclick=alert(1) }

*[accepted]: spoofed
*[Options]: spoofed

[Flags]: javascript:alert(1)

[^1]: a note

[TOC]

<div markdown="1" class="roi-banner roi-banner--binds">
In force: this decision binds now.
</div></div></article>

## Context {data-toc-label="<img src=x onerror=alert(1)>" }
"""


def _mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}
    command = [sys.executable, "-m", "mkdocs", "build", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Path]:
    """Builds a site of records with our own settings; returns the folder it was written to."""

    def run(files: Mapping[str, str], *, config: str = CONFIG, strict: bool = False) -> Path:
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
        for name, text in {"index.md": INDEX, **files}.items():
            path = tmp_path / "decisions" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = _mkdocs(tmp_path, *(("--strict",) if strict else ()))
        assert done.returncode == 0, done.stderr
        return tmp_path / "site"

    return run


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given[key] for key in ("href", "src") if given.get(key) and tag != "use"]


def _broken_links(site: Path) -> list[str]:
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    broken = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for link in page.links:
            split = urlsplit(link)
            if split.scheme or split.netloc:
                continue
            target = (path.parent / unquote(split.path)).resolve() if split.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                broken.append(f"{path.relative_to(site)} -> {link}")
            elif split.fragment and target in pages and unquote(split.fragment) not in (*pages[target].ids, "__skip"):
                broken.append(f"{path.relative_to(site)} -> {link} (no such heading)")
    return broken


@pytest.mark.parametrize("directory_urls", [True, False])
def test_our_own_site_builds_strictly_and_has_no_broken_link_or_anchor(tmp_path: Path, directory_urls: bool):  # noqa: FBT001
    shutil.copytree(ROOT / "decisions", tmp_path / "decisions")
    extra = "" if directory_urls else "\nuse_directory_urls: false\n"
    (tmp_path / "mkdocs.yml").write_text(CONFIG + extra, encoding="utf-8")
    done = _mkdocs(tmp_path, "--strict")
    assert done.returncode == 0, done.stderr
    assert _broken_links(tmp_path / "site") == []


def test_ids_stand_once_on_a_page(build):
    site = build(
        {"0001-a.md": RECORD.format("plain", "## Options\n\nx\n\n## Options\n\ny\n\n## roi-flags {#roi-flags}\n")}
    )
    ids = _Page((site / "0001-a" / "index.html").read_text(encoding="utf-8")).ids
    assert sorted(set(ids)) == sorted(ids)


def test_raw_records_the_policy_and_the_assumptions_are_not_published(build):
    site = build(
        {
            "0001-a.md": RECORD.format("plain", ""),
            "policy.yml": "schema: 1\n",
            "assumptions.yml": "assumptions: [{id: a, statement: It is so}]\n",
            "b/0002-b.yml": "title: B\nstatus: draft\ndate: 2026-01-01\n",
        }
    )
    assert (site / "b" / "0002-b" / "index.html").is_file()
    assert [path.name for path in site.rglob("*.y*ml")] == []


def test_the_data_of_a_decision_stands_beside_its_page_and_the_index_leads_to_it(build):
    site = build({"team/0001-a.md": RECORD.format("plain", "")})
    (entry,) = json.loads((site / "decisions.json").read_text(encoding="utf-8"))["decisions"]
    found = json.loads((site / entry["data"]).read_text(encoding="utf-8"))
    page = (site / "team" / "0001-a" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../0001-a.json"><code>0001-a.json</code></a>' in page
    assert found["title"] == entry["title"] == "A plain title"
    assert found["options"] == []


def test_published_data_names_a_record_as_seen_from_the_settings_wherever_the_build_is_started(build, tmp_path):
    site = build({"0001-a.md": RECORD.format("plain", "")})
    elsewhere = tmp_path / "some" / "where"
    elsewhere.mkdir(parents=True)
    before = (site / "decisions.json").read_bytes()
    assert json.loads(before)["decisions"][0]["path"] == "decisions/0001-a.md"
    done = _mkdocs(elsewhere, "-f", str(tmp_path / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    assert (site / "decisions.json").read_bytes() == before


def test_a_page_reads_the_same_when_it_is_taken_from_an_earlier_build(build, tmp_path):
    def texts(site: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(site)): path.read_bytes()
            for path in site.rglob("*.*")
            if path.is_file() and path.suffix != ".gz"
        }

    files = {"0001-a.md": RECORD.format("plain", "Some reasons."), "0002-b.md": RECORD.format("other", "")}
    first = texts(build(files))
    assert any((tmp_path / ".cache" / "roi" / "pages").iterdir())
    assert texts(build(files)) == first


def test_an_error_fails_a_strict_build_and_leaves_the_other_pages_in_a_lenient_one(build, tmp_path):
    site = build(
        {
            "0001-a.md": RECORD.format("plain", ""),
            "0002-b.md": "---\ntitle: B\nstatus: acepted\ndate: 2026-01-01\n---\n",
        }
    )
    assert "acepted" in (site / "0002-b" / "index.html").read_text(encoding="utf-8")
    done = _mkdocs(tmp_path, "--strict")
    assert done.returncode != 0
    assert "decisions/0002-b.md:3:9" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_title_is_escaped_once_wherever_the_theme_prints_it(build):
    site = build({"0001-a.md": RECORD.format('<b>bold</b> & "quoted"', ""), "0002-b.md": RECORD.format("plain", "")})
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<b>bold" not in text
        assert "&amp;lt;" not in text
        assert "&amp;amp;" not in text


def test_records_are_out_of_the_navigation_and_know_their_neighbours_and_their_tab(build):
    site = build(
        {
            "0001-a.md": RECORD.format("first", ""),
            "0002-b.md": RECORD.format("second", ""),
            "0010-c.md": RECORD.format("third", ""),
        }
    )
    second = (site / "0002-b" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<link rel="prev" href="\.\./0001-a/"', second)
    assert re.search(r'<link rel="next" href="\.\./0010-c/"', second)
    assert re.search(r'md-tabs__item--active">\s*<a href="\.\./register/"', second)
    assert "0002-b" not in (site / "rules" / "index.html").read_text(encoding="utf-8")


def test_an_authors_markdown_cannot_reach_our_part(build):
    site = build({"0001-a.md": RECORD.format("plain", REACHING)})
    text = (site / "0001-a" / "index.html").read_text(encoding="utf-8")
    ours, _, theirs = text.partition('<h2 id="roi-reasoning">')
    assert "spoofed" not in ours
    assert 'href="javascript:' not in text
    assert "<img src=x" not in text
    assert "roi-banner" not in theirs
    assert text.count('id="roi-flags"') == 1


def test_a_body_that_looks_like_metadata_stays_the_body(build):
    site = build({"0001-a.md": RECORD.format("plain", "title: spoofed\ntemplate: 404.html\n\nText.")})
    text = (site / "0001-a" / "index.html").read_text(encoding="utf-8")
    assert "title: spoofed" in text
    assert "roi-banner" in text


def test_a_link_to_a_pure_yaml_record_leads_to_its_page(build):
    site = build(
        {
            "0001-a.md": RECORD.format("plain", "See [B](0002-b.yml#roi-flags)."),
            "0002-b.yml": "title: B\nstatus: accepted\ndate: 2026-01-01\n",
        }
    )
    assert 'href="../0002-b/#roi-flags"' in (site / "0001-a" / "index.html").read_text(encoding="utf-8")


def test_a_link_to_the_code_beside_the_site_is_text_and_fails_no_strict_build(build):
    site = build(
        {"0001-a.md": RECORD.format("plain", "See [the settings](../mkdocs.yml) and [B](https://b.example/).")}
    )
    text = (site / "0001-a" / "index.html").read_text(encoding="utf-8")
    assert ">the settings</span>" in text
    assert "mkdocs.yml" not in text
    assert 'href="https://b.example/"' in text


def test_a_written_first_page_keeps_its_words_and_gets_the_counts(build):
    text = (build({"0001-a.md": RECORD.format("plain", "")}) / "index.html").read_text(encoding="utf-8")
    assert text.index("Written.") < text.index("roi-counts") < text.index('id="more"')


def test_a_page_that_is_no_record_is_made_safe_as_well(build):
    site = build(
        {
            "0001-a.md": RECORD.format("plain", ""),
            "notes.md": '---\ntitle: "<script>alert(1)</script>"\n---\n<script>alert(2)</script>\n\nText.\n',
        }
    )
    for page in site.rglob("*.html"):
        assert "<script>alert" not in page.read_text(encoding="utf-8")


def test_what_a_link_in_the_file_system_leads_to_is_not_published(build, tmp_path):
    (tmp_path / "secret.md").write_text("# Secret\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "0009-x.md").write_text(RECORD.format("secret", ""), encoding="utf-8")
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions" / "0002-b.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "decisions" / "notes.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "decisions" / "more").symlink_to(tmp_path / "folder")
    site = build({"0001-a.md": RECORD.format("plain", "")})
    for page in site.rglob("*.html"):
        assert "ecret" not in page.read_text(encoding="utf-8")


def test_the_working_stands_on_the_page_and_not_in_the_search(build):
    more = "options:\n  - {id: do-nothing}\n  - {id: b, chosen: true, gain: 30k..60k per year, cost: 12k..25k}\n"
    site = build({"0001-a.md": RECORD.format("plain", "").replace("---\n\n", f"{more}deciders: [kim]\n---\n\n")})
    text = (site / "0001-a" / "index.html").read_text(encoding="utf-8")
    assert "gain / cost - 1, the ratio of the means" in text
    assert "data-of=" not in text
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "the ratio of the means" not in index
    found = {entry["location"]: entry["text"] for entry in json.loads(index)["docs"]}
    assert re.sub(r"<[^>]+>", " ", found["0001-a/#roi-options"]).split() == [
        "do-nothing",
        "do-nothing",
        "b",
        "chosen",
        "b",
    ]
    assert "Decided by kim" in found["0001-a/"]


def test_every_page_carries_the_policy_first_and_the_option_takes_it_away(build):
    files = {"0001-a.md": RECORD.format("plain", ""), "b/0002-b.md": RECORD.format("plain", "")}
    for page in build(files).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert re.search(r'<head><meta http-equiv="Content-Security-Policy" content="default-src', text), page
    without = build(files, config=CONFIG.replace("audience: internal", "csp: false"))
    assert all("Content-Security-Policy" not in page.read_text(encoding="utf-8") for page in without.rglob("*.html"))


def test_of_a_bigger_site_the_pages_in_the_folder_of_records_carry_the_policy_and_no_others(tmp_path):
    pages = {
        "index.md": "# Product\n",
        "embeds.md": "# Embeds\n\n```roi\nlist: in-force\n```\n",
        "decisions.md": "# About decisions\n",
        "decisions/index.md": "# Decisions\n",
        "decisions/notes/ours.md": "# Notes\n",
        "decisions/0001-a.md": RECORD.format("plain", ""),
    }
    for name, text in pages.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nuse_directory_urls: false\nplugins: [roi]\n", encoding="utf-8")
    done = _mkdocs(tmp_path)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    written = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    without = {path for path, text in written.items() if "Content-Security-Policy" not in text}
    assert without == {"404.html", "index.html", "embeds.html", "decisions.html"}
    assert {"decisions/index.html", "decisions/notes/ours.html", "decisions/register.html"} <= written.keys() - without


def test_the_policy_is_not_taken_from_pages_that_hold_an_authors_text(build):
    site = build(
        {
            "0001-a.md": RECORD.format("plain", "<script>alert(1)</script>\n"),
            "index.md": "# Home\n\n<script>alert(1)</script>\n",
        }
    )
    forbidden = base64.b64encode(hashlib.sha256(b"alert(1)").digest()).decode()
    assert all(forbidden not in page.read_text(encoding="utf-8") for page in site.rglob("*.html"))


def test_records_in_a_folder_of_a_bigger_site_stay_in_that_folder(tmp_path):
    docs = tmp_path / "docs" / "decisions"
    docs.mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Product\n", encoding="utf-8")
    (docs / "0001-a.md").write_text(RECORD.format("plain", ""), encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: mkdocs\nplugins: [roi]\n", encoding="utf-8")
    done = _mkdocs(tmp_path)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    assert (site / "decisions" / "0001-a" / "index.html").is_file()
    assert (site / "decisions" / "retired" / "index.html").is_file()
    assert "roi-counts" not in (site / "index.html").read_text(encoding="utf-8")
    assert _broken_links(site) == []


@pytest.mark.parametrize("folder", ["nowhere", "mkdocs.yml"])
def test_a_folder_that_is_none_ends_in_one_line(tmp_path, folder):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\nplugins:\n  - roi:\n      decisions: {folder}\n", encoding="utf-8"
    )
    done = _mkdocs(tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "is not a folder" in done.stderr


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("{audiance: public}", "there is no option `audiance`: did you mean `audience`?"),
        ("{42: x}", "there is no option `42`: write one of `decisions`, `audience`, `csp`, `trim_theme`"),
        ("{audience: everybody}", "Expected one of: ('internal', 'public') but received: 'everybody'"),
        ("{decisions: [a]}", "option 'decisions': Expected type"),
    ],
)
def test_an_option_that_is_none_ends_in_one_line(tmp_path, options, expected):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - roi: {options}\n", encoding="utf-8")
    done = _mkdocs(tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert expected in done.stderr


def test_folders_of_ours_have_titles_in_the_language_of_the_site_where_no_nav_is_written(build):
    config = "site_name: x\ndocs_dir: decisions\ntheme: {name: material, language: de}\nplugins: [roi]\n"
    page = (build({"0001-a.md": RECORD.format("plain", "")}, config=config) / "index.html").read_text(encoding="utf-8")
    assert re.search(r">\s*Risikoregeln\s*<", page)
    assert not re.search(r">\s*Rules\s*<", page)


def test_two_builds_are_the_same_byte_for_byte(build, tmp_path):
    files = {"0001-a.md": RECORD.format("plain", "## Why\n\nText.\n"), "0002-b.md": RECORD.format("other", "")}
    first = {path.relative_to(tmp_path): path.read_bytes() for path in build(files).rglob("*") if path.is_file()}
    second = {path.relative_to(tmp_path): path.read_bytes() for path in build(files).rglob("*") if path.is_file()}
    assert first == second


def test_a_site_does_not_tell_in_which_folder_its_build_was_started_and_the_log_does(build, tmp_path):
    broken = RECORD.format("bad", "").replace("accepted", "acepted")
    here = build({"0001-a.md": RECORD.format("plain", ""), "0002-b.md": broken})
    elsewhere = tmp_path / "else" / "where"
    elsewhere.mkdir(parents=True)
    done = _mkdocs(elsewhere, "-f", str(tmp_path / "mkdocs.yml"), "-d", str(tmp_path / "other"))
    assert "../../decisions/0002-b.md:" in done.stderr
    names = ("decisions.json", "reviews.ics", "0001-a/index.html", "0002-b/index.html")
    assert [(here / name).read_bytes() for name in names] == [
        (tmp_path / "other" / name).read_bytes() for name in names
    ]


def test_what_would_run_in_a_browser_is_not_published_and_the_build_says_so(build, tmp_path):
    svg = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
    beside = {"evil.html": "<script>x()</script>", "evil.js": "x()", "evil.svg": svg.format("<script>x()</script>")}
    site = build({"0001-a.md": RECORD.format("plain", ""), **beside, "good.svg": svg.format("")})
    assert (site / "good.svg").is_file()
    assert [name for name in beside if (site / name).exists()] == []
    done = _mkdocs(tmp_path, "--strict")
    assert done.returncode == 1
    assert "evil.svg is not published: it could run in a reader's browser" in done.stderr
