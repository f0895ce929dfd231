"""The author's part of a decision's page in the finished site: pictures, diagrams and tables, and how to edit it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PICTURE = b"\x89PNG\r\n\x1a\n"
BODY = """
![A picture](images/a.png)

```mermaid
graph LR
  a --> b
```

| a | b |
|---|---|
| 1 | 2 |

```python
x = 1
```
"""
RECORD = f"---\ntitle: A\nstatus: accepted\ndate: 2026-01-01\nproblem: p\n---\n{BODY}"
CONFIG = """site_name: T
docs_dir: docs
theme: {{name: material, font: false, features: [content.action.edit]}}
plugins: [roi: {{decisions: {decisions}}}]
{more}
markdown_extensions:
  - tables
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., tuple[str, Path]]:
    """Builds a site with one record that stands in `decisions`; returns its page as HTML and the page's folder."""

    def run(decisions: str, more: str = "") -> tuple[str, Path]:
        files = {
            "docs/index.md": b"# Home\n",
            f"{decisions}/0001-a.md": RECORD.encode(),
            f"{decisions}/images/a.png": PICTURE,
            "mkdocs.yml": CONFIG.format(decisions=decisions, more=more).encode(),
        }
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=tmp_path,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        folder = tmp_path / "site" / "decisions" / "0001-a"
        return (folder / "index.html").read_text(encoding="utf-8"), folder

    return run


EDIT = "repo_url: https://github.com/o/r\nedit_uri: edit/main/docs/"


@pytest.mark.parametrize("decisions", ["docs/decisions", "decisions"])
def test_pictures_diagrams_and_tables_stand_as_written_and_edit_opens_the_record_wherever_it_stands(page, decisions):
    html, folder = page(decisions, EDIT)
    picture = re.search(r'<img alt="A picture" src="([^"]+)"', html)
    assert picture is not None
    assert (folder / picture[1]).resolve().read_bytes() == PICTURE
    assert 'class="mermaid"' not in html
    assert "graph LR" in html
    assert "<table>" in html
    edit = re.search(r'<a href="([^"]+)" title="Edit this page"', html)
    assert edit is not None
    assert re.sub(r"[^/]+/\.\./", "", edit[1]) == f"https://github.com/o/r/edit/main/{decisions}/0001-a.md"


def test_a_diagram_is_drawn_by_a_script_of_the_site(page, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "mermaid.min.js").write_text("// drawn here\n", encoding="utf-8")
    html, _ = page("docs/decisions", "extra_javascript: [mermaid.min.js]")
    assert '<pre class="mermaid">' in html
