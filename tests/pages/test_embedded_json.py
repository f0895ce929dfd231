"""Data for a script inside a page."""

import json

import pytest

from roi_plugin.pages.embedded_json import embedded_json

HARMFUL = ["</script><script>x()</script>", "<!--", "]]>", "a & b", "\u2028", "\ud800", "é"]


@pytest.mark.parametrize("text", HARMFUL)
def test_no_text_can_end_or_open_anything_and_each_comes_back_as_it_was(text):
    written = embedded_json({"a": [text]})
    assert json.loads(written) == {"a": [text]}
    assert written.isascii()
    assert not set("<>&") & set(written)
