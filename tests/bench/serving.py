"""How long a saved edit takes to be served by `mkdocs serve`, and what a site weighs."""

import gzip
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

EDITED = "An edited title"
_PATIENCE = 900
_EDITS = 5


def edit(record: Path, times: int) -> str:
    """Changes the title of a record, to another one each time; returns the title."""
    title = f"{EDITED} {times}"
    text = re.sub(r"^title: .*$", f"title: {title}", record.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    record.write_text(text, encoding="utf-8")
    return title


def saved_to_served(settings: Path, record: Path, environment: Mapping[str, str]) -> float:
    """Seconds from the saving of a record to its new page, in a server that has built the site once.

    It is the median of some edits: a server looks twice a second for what was saved, so each waits for another time.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address, "--config-file"]
    server = subprocess.Popen([*command, str(settings)], env=environment, stderr=subprocess.DEVNULL)
    try:
        page = f"http://{address}/{record.stem}/"
        _until(lambda: record.stem in _text(page))
        return statistics.median(_served(record, page) for _ in range(_EDITS))
    finally:
        server.terminate()
        server.wait()


def _served(record: Path, page: str) -> float:
    # The watcher compares times of change, which some disks tell by the second.
    time.sleep(2)
    title = edit(record, time.time_ns())
    start = time.perf_counter()
    _until(lambda: title in _text(page))
    return time.perf_counter() - start


def weights(site: Path, record: str) -> tuple[int, int, int]:
    """Bytes of the whole site; and of a record's page, compressed: on a first visit with all it loads, and alone."""
    whole = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    page = site / record / "index.html"
    text = page.read_text(encoding="utf-8")
    loaded = re.findall(r'<(?:script|img)[^>]* src="([^":]+)"|<link rel="(?:stylesheet|icon)" href="([^":]+)"', text)
    files = [page, *((page.parent / (source or sheet)).resolve() for source, sheet in loaded)]
    sizes = [len(gzip.compress(path.read_bytes(), mtime=0)) for path in files]
    return whole, sum(sizes), sizes[0]


def _text(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except OSError:
        return ""


def _until(is_so: Callable[[], bool]) -> None:
    end = time.perf_counter() + _PATIENCE
    while not is_so():
        if time.perf_counter() > end:
            raise SystemExit(f"nothing was served in {_PATIENCE} seconds")
        time.sleep(0.02)
