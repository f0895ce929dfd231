"""What axe-core finds wrong on a page for people who see, hear or move otherwise.

axe-core is no part of this repository: npm fetches one pinned package, whose digest is known, into `.cache/axe/`.
"""

import base64
import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

_PACKAGE = "axe-core@4.14.1"
_SHA512 = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
_SCRIPT = "package/axe.min.js"

_RUN = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"], elementRef: true});
  const named = node => node && node.localName + [...node.classList].map(name => "." + name).join("");
  const shape = node => /[.]md-/.test(named(node)) ? named(node) : `${named(node?.parentElement)} > ${named(node)}`;
  return found.violations.flatMap(({id, nodes}) => nodes.map(({element, html}) =>
    [`${id} ${shape(element)}`, html.slice(0, 200)]));
}"""


def script(cache: Path) -> str:
    """The text of axe-core; the test is skipped where there is no npm or no registry to fetch it from."""
    archive = cache / f"{_PACKAGE.replace('@', '-')}.tgz"
    if not archive.exists():
        _fetch(cache)
    if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != _SHA512:
        pytest.fail(f"{archive} is not the axe-core that was asked for: remove it and run again")
    with tarfile.open(archive) as package:
        return package.extractfile(_SCRIPT).read().decode("utf-8")


def _fetch(cache):
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm here to fetch axe-core with: install it (Debian: apt-get install npm)")
    cache.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", _PACKAGE, "--silent", "--fetch-retries=1", f"--pack-destination={cache}"]
    done = subprocess.run(command, cwd=cache, capture_output=True, text=True, check=False, timeout=60)
    if done.returncode != 0:
        pytest.skip(f"no registry to fetch axe-core from: {done.stderr.strip()[:200]}")


def violations(page, script: str) -> dict[str, str]:
    """What is wrong on the page that is open: rule and shape of the element, with the beginning of its HTML.

    The shape is the element, with the one around it unless it is a part of the theme, and their classes: a fault of the
    theme has the same shape on each page, and no element with a class of ours has the shape of one of the theme's.
    """
    page.evaluate(script + ";0")
    return dict(page.evaluate(_RUN))
