"""How long the history of a folder takes to read, beside git alone saying the same; in one run."""

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from roi_plugin.sources.record_histories import read_history
from tests.bench.generated import record

VERSIONS = ("draft", "proposed", "accepted", "superseded")
"""The status of each version of a record."""
_DAY = 86_400
_START = 1_600_000_000


def write_history(top: Path, count: int) -> Path:
    """A repository with `count` records of as many versions as above, each version its own commit; its records."""
    top.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(top)], check=True)
    stream = b"".join(_commands(count))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=top, input=stream, check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=top, check=True)
    return top / "decisions"


def _commands(count: int) -> Iterator[bytes]:
    place = 0
    for version, status in enumerate(VERSIONS):
        for number in range(1, count + 1):
            text = _text(number, version, status).encode()
            place += 1
            yield b"commit refs/heads/main\nauthor Kim <kim@example.org> %d +0000\n" % (_START + place * _DAY // 40)
            yield b"committer Kim <kim@example.org> %d +0000\n" % (_START + place * _DAY // 40)
            yield b"data 16\nChange a record\n\n"
            yield b"M 100644 inline decisions/%05d-generated.md\ndata %d\n" % (number, len(text)) + text + b"\n"


def _text(number: int, version: int, status: str) -> str:
    lines = record(number).split("\n")
    lines[2] = f"status: {status}"
    return "\n".join(lines).replace("We looked", f"In {2 + version} meetings we looked")


def reading(records: Path, runs: int) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Seconds of our reading and of git's own, in turn: with nothing kept, and again."""
    log = ["git", "log", "--raw", "--no-abbrev", "--format=%H", "--", "."]
    blobs = _blobs(subprocess.run(log, cwd=records, capture_output=True, check=True).stdout)

    def git_log() -> None:
        subprocess.run(log, cwd=records, capture_output=True, check=True)

    def git_texts() -> None:
        git_log()
        subprocess.run(["git", "cat-file", "--batch"], cwd=records, input=blobs, capture_output=True, check=True)

    cold: list[tuple[float, float]] = []
    warm: list[tuple[float, float]] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            cold.append((_seconds(lambda: read_history(records, cache=Path(folder))), _seconds(git_texts)))
            warm.append((_seconds(lambda: read_history(records, cache=Path(folder))), _seconds(git_log)))
    yield "history, nothing kept / git log, texts", cold
    yield "history, again / git log", warm


def _blobs(log: bytes) -> bytes:
    changes = (line.split(b" ") for line in log.split(b"\n") if line.startswith(b":"))
    return b"".join(change[3] + b"\n" for change in changes if change[3].strip(b"0"))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
