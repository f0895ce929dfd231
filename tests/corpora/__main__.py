"""Reads the histories of public decision folders, prints their figures, and compares them with hand-checked ones."""

import argparse
import tempfile
from pathlib import Path

from tests.corpora.hand_checked import differences, read_hand_checked, story_of
from tests.corpora.reading import Corpus, read_corpus
from tests.corpora.simple_reader import SIMPLE_RECORDS

TABLE = "lifecycle.csv"
READABLE = frozenset(
    {
        "DFE-Digital+buy-for-your-school",
        "alphagov+content-publisher",
        "alphagov+govuk-aws",
        "cardano-scaling+hydra",
    }
)
"""The corpora whose status the simple reader claims to see: a difference in one of them is a failure."""


def main() -> None:
    """Exit with 1 for a difference in a corpus that can be read, with 2 where there is nothing to read."""
    parser = argparse.ArgumentParser(prog="scripts/corpora", description=__doc__)
    parser.add_argument("folder", type=Path, help=f"holds git bundles (*.bundle), and {TABLE} to compare with")
    folder = parser.parse_args().folder
    bundles = sorted(folder.glob("*.bundle"))
    if not bundles:
        parser.error(f"{folder} holds no *.bundle")
    print(f"{'corpus':<46}{'records':>8}{'versions':>9}{'renames':>8}{'changes':>8}{'unread':>7}{'seconds':>8}")
    read = []
    with tempfile.TemporaryDirectory() as clones:
        for bundle in bundles:
            read.append(read_corpus(bundle, Path(clones) / bundle.stem, SIMPLE_RECORDS))
            _row(read[-1])
    if (folder / TABLE).is_file():
        raise SystemExit(_compare(folder / TABLE, read))


def _row(corpus: Corpus) -> None:
    records, versions, renames, changes, unread = corpus.figures
    figures = f"{records:>8}{versions:>9}{renames:>8}{changes:>8}{unread:>7}{corpus.seconds:>8.2f}"
    print(f"{corpus.name:<46}{figures}{f'  {corpus.missing}' if corpus.missing else ''}", flush=True)


def _compare(table: Path, read: list[Corpus]) -> int:
    rows = read_hand_checked(table)
    stories = {one.name: {path: story_of(history) for path, history in one.records.items()} for one in read}
    found = list(differences(rows, stories))
    for row, said in found:
        kind = "wrong" if row.corpus in READABLE else "differs, in a corpus that the simple reader does not claim"
        print(f"\n{row.corpus} {row.path}: {kind}\n  by hand: {row.story}\n  read:    {said}")
    claimed = sum(1 for row, _ in found if row.corpus in READABLE)
    print(f"\n{len(rows) - len(found)} of {len(rows)} hand-checked histories are reproduced; {claimed} are wrong")
    return 1 if claimed else 0


if __name__ == "__main__":
    main()
