"""The wheel carries all the package needs: schemas, templates, assets."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "unpacked")
    return folder / "unpacked"


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-P", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_carries_every_data_file_of_the_package(installed: Path) -> None:
    endings = {".html", ".css", ".js", ".json"}
    package = {path.relative_to(ROOT) for path in (ROOT / "roi_plugin").rglob("*") if path.suffix in endings}
    carried = {path.relative_to(installed) for path in installed.rglob("*") if path.suffix in endings}
    assert package <= carried
    examples = {path.relative_to(ROOT / "tests") for path in (ROOT / "tests/rules/examples").rglob("*.md")}
    assert examples <= {path.relative_to(installed / "roi_plugin") for path in installed.rglob("*.md")}
    assert {Path("roi_plugin/schema") / path.name for path in (ROOT / "schema").glob("*.json")} <= carried


def test_a_record_is_checked_by_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "decisions").mkdir()
    record = "---\ntitle: A\nstatus: acepted\ndate: 2026-01-01\n---\n"
    (tmp_path / "decisions/0001-a.md").write_text(record, encoding="utf-8")
    done = run(installed, "-m", "roi_plugin", "check", cwd=tmp_path)
    assert done.returncode == 1
    # The folder is no repository: that is all there is to say beside the findings.
    assert done.stderr.startswith("roi: no history: the records are in no git repository")
    assert done.stderr.count("\n") == 1
    assert "did you mean `accepted`?" in done.stdout


def test_a_site_is_built_by_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    record = "---\ntitle: A\nstatus: draft\ndate: 2026-01-01\n---\nWhy.\n"
    (tmp_path / "docs/0001-a.md").write_text(record, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    settings = "site_name: T\ntheme: {name: material, font: false}\nplugins: [search, roi]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    where = "import roi_plugin; print(roi_plugin.__file__)"
    assert str(installed) in run(installed, "-c", where, cwd=tmp_path).stdout
    done = run(installed, "-m", "mkdocs", "build", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/0001-a/index.html").is_file()
    assert (tmp_path / "site/schema/1/decision.schema.json").is_file()
