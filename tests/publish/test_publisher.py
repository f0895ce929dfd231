"""What the site publishes from what is kept is what it would publish if nothing were kept."""

import contextlib
import datetime as dt
import os
import random
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_acceptance, with_appraisals, with_drift, with_past
from roi_plugin.pages.addresses import Addresses, record_data
from roi_plugin.pages.late import LateText
from roi_plugin.pages.page import Page
from roi_plugin.pages.site import pages
from roi_plugin.publish.publisher import FOLDER, Publisher
from roi_plugin.report import decision_json
from roi_plugin.site_data import Site, site_data
from tests.repositories import Repository, record

SITE = Site(
    name="Ours",
    url="https://example.org/",
    addresses=Addresses(),
    repository="https://github.com/example/decisions",
    language="de",
)
COSTLY = "[{id: stay}, {id: cache, chosen: true, gain: 30k..60k per year, cost: 12k..25k}]"
SHARED = "[{id: stay}, {id: build, chosen: true, gain: {assumption: price}, cost: {value: 9k..12k, by: [kim]}}]"
POLICY = "schema: 1\ncurrency: EUR\ndiscount_rate: 8%\nlimits:\n  review_grace_days: 14\n"
ASSUMPTIONS = "assumptions:\n  - {id: price, statement: An hour is dear, value: 20k..40k per year}\n"
WAIVED = "[{rule: goal-missing, reason: It is told elsewhere, by: kim, until: 2026-12-01}]"
WATCHED = "[{metric: latency, limit: '<= 200 ms', observations: [{date: 2026-11-24, value: 240 ms}]}]"
AIMED = "[{objective: Be quick, key_results: [{text: Halve it, from: 4, to: 2, now: 3, due: 2026-12-31}]}]"
RECORDS = {
    "0001-cache.md": record(title="Cache", options=COSTLY, owner="kim", area="search", review_due="2026-11-23"),
    "0007-watched.md": record(title="Watched", guardrails=WATCHED),
    "0008-aimed.md": record(title="Aimed", okr=AIMED),
    "0002-shared.md": record(title="Shared", options=SHARED, depends_on="['0001']", assumptions="[price]"),
    "0003-old.md": record(title="Old", status="superseded", superseded_by="['0001']", waivers=WAIVED),
    "team/0004-plan.yml": f"title: Plan\nstatus: proposed\ndate: 2026-03-01\noptions: {COSTLY}\n",
    "policy.yml": POLICY,
    "assumptions.yml": ASSUMPTIONS,
}


class Register:
    """A register that is edited and published, from what is kept and from nothing; `seen` are all pages by digest."""

    def __init__(self, top: Path) -> None:
        self.repository = Repository(top)
        self.today = dt.date(2026, 11, 23)
        self.repository.change(dict(RECORDS), day="2026-01-05")
        self.server = Publisher(self.repository.records)
        self.seen: dict[str, object] = {}

    def replace(self, name: str, before: str, after: str) -> None:
        path = next(self.repository.records.rglob(f"*{name}*"))
        text = path.read_text(encoding="utf-8")
        assert re.search(before, text, re.MULTILINE), (name, before)
        path.write_text(re.sub(before, after, text, count=1, flags=re.MULTILINE), encoding="utf-8")

    def later(self, days: int) -> None:
        self.today += dt.timedelta(days=days)

    def published(self, publisher: Publisher) -> dict[str, object]:
        found = publisher.publish(today=self.today, shown_from=self.repository.top, site=SITE)
        told = {path: _told(file) for path, file in found.files.items()}
        publisher.settle()
        for path, file in found.files.items():
            if not isinstance(file, str | bytes):
                key = f"{path} {file.digest}"
                assert self.seen.setdefault(key, told[path]) == told[path]
        return told

    def published_anew(self) -> dict[str, object]:
        """As another process would, whatever was seen before."""
        self.seen.clear()
        return self.published(Publisher(self.repository.records))

    def written(self) -> dict[str, object]:
        """All of it by the road that keeps no page."""
        root = self.repository.records
        found = assess_folder(root, today=self.today, shown_from=self.repository.top)
        for deepen in (with_appraisals, with_past, with_drift, with_acceptance):
            found = deepen(found, root)
        written = pages(found, repository=SITE.repository, language=SITE.language)
        told = {path: _told(file) for path, file in written.items()}
        for path, content in site_data(found, SITE):
            told[path] = content.encode() if isinstance(content, str) else content
        for judged in found.judged:
            told[record_data(judged.decision.path)] = decision_json.published(judged, found.today)
        return told


def _told(file: object) -> object:
    if isinstance(file, Page):
        meta = (file.path, file.shelf, file.title, file.description, file.tags, file.source, file.search_boost)
        return (*meta, file.wide, file.body, file.body_title, file.lead, file.sections)
    return file.text if isinstance(file, LateText) else file


def _amended(register: Register) -> None:
    amendment = "amendments: [{date: 2026-06-01, field: options, why: A region was forgotten, by: kim}]"
    register.replace("cache", "^problem: .*$|^owner: .*$", rf"\g<0>\n{amendment}")


EDITS: dict[str, Callable[[Register], object]] = {
    "title": lambda one: one.replace("cache", "^title: .*$", "title: A cache in front"),
    "status": lambda one: one.replace("plan", "^status: .*$", "status: accepted"),
    "retired": lambda one: one.replace("shared", "^status: .*$", "status: deprecated"),
    "owner": lambda one: one.replace("cache", "^owner: .*$", "owner: lee"),
    "delivery": lambda one: one.replace("cache", "^owner: ", "delivery: delivered\nowner: "),
    "link": lambda one: one.replace("plan", "^date: ", "supersedes: ['0001']\ndate: "),
    "number": lambda one: one.replace("cache", "30k", "35k"),
    "policy": lambda one: one.replace("policy", "8%", "9%"),
    "limit": lambda one: one.replace("policy", "14", "21"),
    "assumption": lambda one: one.replace("assumptions", "20k", "25k"),
    "statement": lambda one: one.replace("assumptions", "is dear", "costs a lot"),
    "waiver": lambda one: one.replace("old", "2026-12-01", "2026-11-01"),
    "prose": lambda one: one.replace("shared", "Why we", "Why all of us"),
    "review": lambda one: one.replace("cache", "^owner: ", "reviews: [{date: 2026-10-01, by: [ana]}]\nowner: "),
    "amendment": _amended,
    "new": lambda one: one.repository.write("0005-new.md", record(title="New", depends_on="['0002']")),
    "rename": lambda one: (one.repository.records / "0003-old.md").rename(one.repository.records / "0003-older.md"),
    "broken": lambda one: one.repository.write("0006-broken.md", "---\ntitle: B\nstatus: acepted\n---\n"),
    "commit": lambda one: one.repository.commit("Change some (#12)", day="2026-09-01"),
    "committed again": lambda one: one.repository.commit("Change more", day="2026-10-01"),
    "day": lambda one: one.later(1),
    "month": lambda one: one.later(30),
}


@pytest.mark.parametrize("seed", [2])
def test_nothing_that_is_kept_is_stale_whatever_is_edited(tmp_path: Path, seed: int):
    register, chance = Register(tmp_path), random.Random(seed)  # noqa: S311 - an order of edits is no secret
    assert register.published(register.server) == register.published(Publisher(register.repository.records))
    edits = chance.sample(sorted(EDITS), len(EDITS))
    for name in [*edits, "delete"]:
        if name == "delete":
            next(register.repository.records.rglob("*cache*")).unlink()
        else:
            EDITS[name](register)
        publisher = register.server if chance.random() < 0.5 else Publisher(register.repository.records)
        found, written = register.published(publisher), register.written()
        assert {path for path in written if found[path] != written[path]} == set(), (seed, name)
        assert found.keys() - written.keys() == {"decisions.json"}


def test_what_did_not_change_is_neither_weighed_nor_written_again(tmp_path: Path, monkeypatch):
    register = Register(tmp_path)
    first = register.published(register.server)
    monkeypatch.setattr("roi_plugin.pages.record_page.page_parts", None)
    monkeypatch.setattr("roi_plugin.pages.site.list_pages", None)
    monkeypatch.setattr("roi_plugin.deepen.Deepener.appraised", None)
    assert register.published(Publisher(register.repository.records)) == first


def test_a_site_in_which_nothing_changed_waits_for_no_numpy(tmp_path: Path):
    Register(tmp_path)
    probe = (
        "import datetime, pathlib, sys; import roi_plugin.plugin; from roi_plugin.pages.addresses import Addresses;"
        "from roi_plugin.publish.publisher import Publisher, content_of; from roi_plugin.site_data import Site;"
        "site = Site(name='Ours', url='https://example.org/', addresses=Addresses());"
        "publisher = Publisher(pathlib.Path('decisions'));"
        "found = publisher.publish(today=datetime.date(2026, 11, 23), shown_from=pathlib.Path(), site=site);"
        "written = [content_of(one) for one in found.files.values()];"
        "publisher.settle(); print('numpy' in sys.modules)"
    )
    command = [sys.executable, "-c", probe]
    runs = [subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True) for _ in range(2)]
    assert [run.stdout.strip() for run in runs] == ["True", "False"]


def test_a_spoilt_folder_is_written_again(tmp_path: Path):
    register = Register(tmp_path)
    first = register.published(Publisher(register.repository.records))
    for number, kept in enumerate(sorted((tmp_path / ".cache" / "roi" / FOLDER).iterdir())):
        kept.write_bytes([b"", b"{", kept.read_bytes()[:-3]][number % 3])
    assert register.published(Publisher(register.repository.records)) == first


def test_what_came_with_a_commit_is_no_page_of_ours(tmp_path: Path):
    register = Register(tmp_path)
    first = register.published_anew()
    folder = tmp_path / ".cache" / "roi" / FOLDER
    for kept in folder.iterdir():
        with contextlib.suppress(zlib.error):
            kept.write_bytes(zlib.compress(zlib.decompress(kept.read_bytes()).replace(b"EUR", b"<b>EVIL</b>")))
    assert register.published_anew() != first
    register.repository.git("add", "--force", ".cache")
    assert register.published_anew() == first


KEYS = """
import datetime as dt, pathlib, sys
from roi_plugin.pages.addresses import Addresses
from roi_plugin.publish.publisher import Publisher
from roi_plugin.site_data import Site
root = pathlib.Path(sys.argv[1])
site = Site(name="Ours", addresses=Addresses())
found = Publisher(root).publish(today=dt.date(2026, 11, 23), shown_from=root, site=site)
print([(path, file if isinstance(file, str | bytes) else file.digest) for path, file in sorted(found.files.items())])
"""


def test_every_run_knows_what_is_kept_by_the_same_keys(tmp_path: Path):
    register = Register(tmp_path)
    for name in ("number", "commit", "amendment", "assumption"):
        EDITS[name](register)
    command = [sys.executable, "-c", KEYS, str(register.repository.records)]
    runs = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != b""
