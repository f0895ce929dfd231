"""What the build's log tells of the records."""

import logging

import pytest

from tests.mkdocs_site.building import CONFIG, built, write_site
from tests.repositories import record

PUBLIC = CONFIG.replace("  - roi\n", "  - roi:\n      audience: public\n")
WHISPER = "zqxwhisper"
WITHHELD = {
    f"0002-{WHISPER}.md": record(status="draft", title=WHISPER) + f"\n![a]({WHISPER}.png)\n",
    f"0003-{WHISPER}.md": record(confidentiality="internal", title=WHISPER),
    f"0004-{WHISPER}.md": record(status=WHISPER),
}


@pytest.mark.parametrize(
    ("config", "files", "told"),
    [
        (PUBLIC, WITHHELD, ["3 records are kept from the public: drafts, confidential ones and those with errors"]),
        (
            PUBLIC,
            {"0002-b.md": record(status="draft")},
            ["1 record is kept from the public: drafts, confidential ones and those with errors"],
        ),
        (PUBLIC, {}, []),
        (CONFIG, {"0002-b.md": record(status="draft")}, []),
    ],
    ids=["several", "one", "none", "internal"],
)
def test_how_much_a_public_build_withholds_is_told_and_not_what(tmp_path, caplog, config, files, told):
    write_site(tmp_path, {"0001-open.md": record(), **files}, config=config)
    (tmp_path / "decisions" / f"{WHISPER}.png").write_bytes(b"picture")
    caplog.set_level(logging.INFO)
    for name in ("build_log", "file_set"):
        caplog.set_level(logging.INFO, f"mkdocs.plugins.roi_plugin.mkdocs_site.{name}")
    built(tmp_path)
    assert [line for line in caplog.messages if "kept from" in line] == [f"roi_plugin: {line}" for line in told]
    assert WHISPER not in caplog.text
