"""A real browser and a built site to open in it."""

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
URL = "https://mkdocs-roi.github.io/"
"""Where our own settings say that the site is published."""
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
    "--disable-component-update",
)


def pytest_configure(config):
    config.addinivalue_line("markers", "browser: opens pages in a real Chromium")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        line = "no Chromium here: install it (Debian: apt-get install chromium) to run the browser tests"
        if os.environ.get("CI"):
            pytest.fail(line)
        pytest.skip(line)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Says nothing: the tests tell what went wrong."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    servers = []

    def start(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def build() -> Callable[..., str]:
    """Builds a site with MkDocs as people do; returns what it said."""

    def run(config: Path, site: Path, *arguments: str) -> str:
        command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site), *arguments]
        done = subprocess.run(
            command,
            cwd=config.parent,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == 0, done.stderr
        return done.stderr

    return run


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[..., Path]:
    """Fills a folder once in a run: of the workers, the first that asks for a name makes it, and the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def own_site(build, once) -> Path:
    """The site of this repository, built strictly."""
    return once("own-site", lambda folder: build(ROOT / "mkdocs.yml", folder, "--strict"))


def write_settings(folder: Path, *, audience: str = "internal", more: str = "") -> Path:
    """Writes our own settings for a site in another folder."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("audience: public", f"audience: {audience}")
    (folder / "mkdocs.yml").write_text(settings + more, encoding="utf-8")
    return folder / "mkdocs.yml"
