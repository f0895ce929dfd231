"""Every name that the code gives a finding has its row in the table of names, and every row is used."""

import re
from pathlib import Path

from roi_plugin.model.finding_names import FINDING_NAMES

PACKAGE = Path(__file__).parent.parent.parent / "roi_plugin"
_NAME = re.compile(r'"((?:file|schema|link|history)/[a-z0-9-]+)"')


def test_names_in_the_code_and_in_the_table_are_the_same() -> None:
    used = {
        name
        for file in PACKAGE.rglob("*.py")
        if file.name != "finding_names.py"
        for name in _NAME.findall(file.read_text(encoding="utf-8"))
    }
    assert used == set(FINDING_NAMES)
