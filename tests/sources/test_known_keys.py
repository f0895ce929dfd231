"""An unknown key is mended with the nearest name, or with the place where it is known."""

import pytest

from roi_plugin.sources.known_keys import key_help
from roi_plugin.sources.schemas import schema


@pytest.mark.parametrize(
    ("key", "mend"),
    [
        ("onwer", "did you mean `owner`?"),
        ("superseeds", "did you mean `supersedes`?"),
        ("gain", "it belongs below `options`"),
        ("currency", "it belongs below `economics`"),
        ("baseline", "it belongs below `economics` or `metrics`"),
        ("parent", "known here: schema, id, title, "),
        ("events", "known here: schema, id, title, "),
    ],
)
def test_an_unknown_key_of_a_record_is_mended(key: str, mend: str) -> None:
    assert key_help(key, schema("decision")).startswith(mend)


def test_a_map_without_keys_of_ones_own_offers_none() -> None:
    assert key_help("z", {"properties": {"alpha": {}}}) == "known here: alpha"
    assert key_help("z", {"properties": {"alpha": {}}, "patternProperties": {"^x-": {}}}).endswith("begins with `x-`")
