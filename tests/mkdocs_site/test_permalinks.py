"""The own links of headings: how they look, and what they are called in the language of the site."""

from types import SimpleNamespace

import markdown
import pytest

from roi_plugin.mkdocs_site.permalinks import name_permalinks, permalink_of
from roi_plugin.pages.assembled import Permalink


def _named(toc, language):
    config = SimpleNamespace(mdx_configs={} if toc is None else {"toc": toc}, theme={"language": language})
    name_permalinks(config)
    return config


@pytest.mark.parametrize(
    ("toc", "language", "expected"),
    [
        ({"permalink": True}, "en", Permalink(sign="¶", title="Permanent link")),
        ({"permalink": True}, "de", Permalink(sign="¶", title="Dauerhafter Link")),
        ({"permalink": "#"}, "de-AT", Permalink(sign="#", title="Dauerhafter Link")),
        ({"permalink": True}, "fr", Permalink(sign="¶", title="Permanent link")),
        ({"permalink": True, "permalink_title": "Hierher"}, "de", Permalink(sign="¶", title="Hierher")),
        ({"permalink": False}, "de", None),
        ({}, "de", None),
        (None, "de", None),
    ],
)
def test_ours_and_the_authors_are_called_alike(toc, language, expected):
    config = _named(toc, language)
    assert permalink_of(config) == expected
    html = markdown.markdown("## A", extensions=["toc"], extension_configs=config.mdx_configs)
    assert (f'title="{expected.title}">' in html) if expected else ("headerlink" not in html)
