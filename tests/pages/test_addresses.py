"""Links between pages."""

import pytest

from roi_plugin.pages.addresses import Addresses, finding_page, record_page


@pytest.mark.parametrize(
    ("here", "there", "folders", "files"),
    [
        ("in-force.md", "0001-a.md", "../0001-a/", "./0001-a.html"),
        ("0001-a.md", "public/0002-b.md", "../public/0002-b/", "public/0002-b.html"),
        ("public/0002-b.md", "0001-a.md", "../../0001-a/", "../0001-a.html"),
        ("index.md", "register.md", "./register/", "./register.html"),
        ("0001-a.md", "index.md", "../", "./index.html"),
        ("0001-a.md", "rules/index.md", "../rules/", "./rules/index.html"),
        ("schema/index.md", "schema/1/decision.schema.json", "./1/decision.schema.json", "./1/decision.schema.json"),
        ("a.md", "0001-a b.md", "../0001-a%20b/", "./0001-a%20b.html"),
        ("index.md", "0001-a:b.md", "./0001-a%3Ab/", "./0001-a%3Ab.html"),
    ],
)
def test_a_link_is_relative_to_the_page_as_it_is_served(here: str, there: str, folders: str, files: str):
    assert Addresses(directory_urls=True).href(here, there).removeprefix("./") == folders.removeprefix("./")
    assert Addresses(directory_urls=False).href(here, there).removeprefix("./") == files.removeprefix("./")


def test_a_link_to_a_heading_of_the_same_page_is_the_fragment_alone():
    assert Addresses().href("findings.md", "findings.md", "roi-broken") == "#roi-broken"


def test_a_link_carries_the_fragment():
    assert Addresses().href("0001-a.md", "findings.md", "roi-file-not-utf8") == "../findings/#roi-file-not-utf8"


def test_a_pure_yaml_record_has_its_page_at_the_same_place():
    assert record_page("public/0023-klarna.yml") == "public/0023-klarna.md"


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("risk/no-baseline", ("rules/no-baseline.md", "")),
        ("schema/unknown-key", ("findings.md", "roi-schema-unknown-key")),
    ],
)
def test_a_finding_is_explained_on_its_rules_page_or_on_the_page_of_names(name: str, page: tuple[str, str]):
    assert finding_page(name) == page
