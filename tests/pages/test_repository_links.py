"""Where commits and pull requests lead."""

import pytest

from roi_plugin.pages.repository_links import NO_REPOSITORY, RepositoryLinks

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("address", "commit", "request_"),
    [
        ("https://github.com/a/b", f"https://github.com/a/b/commit/{COMMIT}", "https://github.com/a/b/pull/12"),
        ("https://github.com/a/b.git/", f"https://github.com/a/b/commit/{COMMIT}", "https://github.com/a/b/pull/12"),
        (
            "https://gitlab.example.org/a/b",
            f"https://gitlab.example.org/a/b/-/commit/{COMMIT}",
            "https://gitlab.example.org/a/b/-/merge_requests/12",
        ),
        ("https://codeberg.org/a/b", f"https://codeberg.org/a/b/commit/{COMMIT}", "https://codeberg.org/a/b/pulls/12"),
        ("https://git.example.org/a/b", "", ""),
        ("https://notgithub.com.example.org/a", "", ""),
        ("javascript://github.com/%0aalert(1)", "", ""),
        ("", "", ""),
    ],
)
def test_links_follow_the_addresses_of_hosts_that_are_known(address, commit, request_):
    links = RepositoryLinks(address)
    assert links.commit(COMMIT) == commit
    assert links.pull_request("12") == request_


@pytest.mark.parametrize("text", [None, "", "x", "../../12", "12?a=b", "١٢"])
def test_what_is_no_commit_and_no_number_leads_nowhere(text):
    links = RepositoryLinks("https://github.com/a/b")
    assert (links.commit(text), links.pull_request(text)) == ("", "")
    assert NO_REPOSITORY.commit(COMMIT) == ""
