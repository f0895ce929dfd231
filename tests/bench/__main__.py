"""Times `roi check` and the site build against floors of the same run, and prints the ratios."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.asking import asking
from tests.bench.generated import write_records
from tests.bench.histories import reading, write_history
from tests.bench.serving import edit, saved_to_served, weights
from tests.bench.sites import write_plain_site, write_roi_site

YAML_FLOOR = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    yaml.load(path.read_text(encoding="utf-8").split("\\n---\\n", 1)[0][4:], Loader=yaml.CSafeLoader)
"""
ENGINE_RECORDS, ENGINE_DECISIONS = 200, 50
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"}
# Python keeps what it compiled, as it does for everybody.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def main() -> None:
    """Print one line a measurement; the ratio is the median of ratios of runs made in turn."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 5000], help="numbers of records")
    parser.add_argument("--runs", type=int, default=3, help="runs of each `roi check` and its floor")
    parser.add_argument("--site-counts", type=int, nargs="+", default=[300, 3000], help="numbers of records of sites")
    parser.add_argument("--served-count", type=int, default=1000, help="number of records of the site that is served")
    parser.add_argument("--history-runs", type=int, default=1, help="runs of each reading of a history and its floor")
    parser.add_argument("--only", choices=["check", "engine", "history", "site"], help="measure only this")
    options = parser.parse_args()
    print(f"{'what':<40}{'records':>8}{'seconds':>10}{'floor':>10}{'ratio':>8}{'ms a record':>13}", flush=True)
    if options.only in {None, "engine"}:
        _engine()
    with tempfile.TemporaryDirectory() as folder:
        for count in options.counts:
            here = Path(folder) / str(count)
            write_records(here / "decisions", count)
            if options.only in {None, "check"}:
                _check(here / "decisions", count, options.runs)
            if options.only in {None, "history"}:
                _history(here, count, options.history_runs)
        if options.only in {None, "site"}:
            for count in options.site_counts:
                _site(Path(folder) / f"site-{count}", count)
            _served(Path(folder) / "served", options.served_count)


def _check(records: Path, count: int, runs: int) -> None:
    check = [sys.executable, "-m", "roi_plugin", "check", "--decisions", str(records), "--format", "json"]
    floor = [sys.executable, "-c", YAML_FLOOR, str(records)]
    _row("roi check, no cache / YAML floor", count, _in_turn(check, floor, 1))
    _row("roi check, again / YAML floor", count, _in_turn(check, floor, runs))
    reading, rules = asking(records)
    _row("all rules / reading, in process", count, [(rules, reading)])
    listed = [sys.executable, "-m", "roi_plugin", "list", "--decisions", str(records), "--format", "json"]
    _row("roi list, again / YAML floor", count, _in_turn(listed, floor, runs))


def _site(here: Path, count: int) -> None:
    write_records(here / "decisions", count)
    write_roi_site(here / "decisions", here / "roi")
    write_plain_site(here / "decisions", here / "plain")
    ours, plain = _build(here / "roi"), _build(here / "plain")
    floor = _seconds(plain)
    _row("site, nothing cached / plain", count, [(_seconds(ours), floor)])
    _row("site, nothing changed / plain", count, [(_seconds(ours), floor)])
    edit(here / "decisions" / "00007-generated.md", 1)
    _row("site, one record edited / plain", count, [(_seconds(ours), floor)])
    whole, first, further = weights(here / "roi/site", "00003-generated")
    print(f"site of {count} records: {whole / 1e6:.1f} MB; a decision page, compressed: ", end="")
    print(f"{first / 1e3:.1f} kB with all it loads, {further / 1e3:.1f} kB alone", flush=True)


def _served(here: Path, count: int) -> None:
    write_records(here / "decisions", count)
    write_roi_site(here / "decisions", here / "roi")
    cold = _seconds(_build(here / "roi"))
    saved = saved_to_served(here / "roi/mkdocs.yml", here / "decisions" / "00007-generated.md", ENVIRONMENT)
    _row("edit saved until served / cold build", count, [(saved, cold)])


def _build(home: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(home / "mkdocs.yml")]


def _history(here: Path, count: int, runs: int) -> None:
    records = write_history(here / "history", count)
    for what, pairs in reading(records, runs):
        _row(what, count, pairs)
    check = [sys.executable, "-m", "roi_plugin", "check", "--decisions", str(records), "--format", "json"]
    floor = [sys.executable, "-c", YAML_FLOOR, str(records)]
    _row("roi check in git, no cache / YAML floor", count, _in_turn(check, floor, 1))
    _row("roi check in git, again / YAML floor", count, _in_turn(check, floor, runs))


def _engine() -> None:
    # The engine is imported here: the other measurements must not wait for it.
    from tests.bench.engine import errors, times

    found = times(ENGINE_RECORDS)
    for what in ("valuation", "appraisal"):
        for floor in ("matrix product", "bare numpy"):
            row = [(found[what] * ENGINE_RECORDS / 1000, found[floor] * ENGINE_RECORDS / 1000)]
            _row(f"{what} / {floor}", ENGINE_RECORDS, row)
    lattice, chance = errors(ENGINE_DECISIONS)
    print(f"mean error over {ENGINE_DECISIONS} decisions: lattice {lattice:.2e}, Monte Carlo {chance:.2e}, ", end="")
    print(f"{chance / lattice:.0f} times larger", flush=True)


def _in_turn(measured: Sequence[str], floor: Sequence[str], runs: int) -> list[tuple[float, float]]:
    return [(_seconds(measured), _seconds(floor)) for _ in range(runs)]


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return time.perf_counter() - start


def _row(what: str, count: int, pairs: Sequence[tuple[float, float]]) -> None:
    seconds = statistics.median(measured for measured, _ in pairs)
    floor = statistics.median(floor for _, floor in pairs)
    ratio = statistics.median(measured / floor for measured, floor in pairs)
    each = 1000 * seconds / count
    print(f"{what:<40}{count:>8}{seconds:>10.2f}{floor:>10.2f}{ratio:>8.2f}{each:>13.2f}", flush=True)


if __name__ == "__main__":
    main()
