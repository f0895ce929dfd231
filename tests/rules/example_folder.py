"""Lays out an example of a rule as a folder of records, with its past in git where the example has one."""

import shutil
from pathlib import Path

from tests.repositories import Repository

EXAMPLES = Path(__file__).parent / "examples"
NAME = "0042-example.md"
BEFORE = "before"
"""The folder inside an example with the records as they were accepted, the example itself under its name."""
ACCEPTED_ON, CHANGED_ON = "2026-03-02", "2026-08-03"


def lay_out(folder: Path, rule: str, text: str) -> None:
    """Writes the record `text` and its neighbours into a folder; what the example says of before is committed first."""
    example = EXAMPLES / rule
    before = example / BEFORE
    repository = Repository(folder, records=".") if before.is_dir() else None
    if repository is not None:
        for record in before.iterdir():
            shutil.copy(record, folder)
        repository.commit("Accept", day=ACCEPTED_ON)
    for neighbour in [*example.glob("[0-9]*.md"), *example.glob("assumptions.yml")]:
        shutil.copy(neighbour, folder)
    (folder / NAME).write_text(text, encoding="utf-8")
    if repository is not None:
        repository.commit("Change", day=CHANGED_ON)
