"""Real git repositories for tests: small, without anybody's settings, with days that the test chooses."""

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository below a folder that a test may fill; `records` is its folder of decisions."""

    def __init__(self, top: Path, *, records: str = "decisions") -> None:
        self.top = top
        self.records = top / records
        self.records.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: str = "2026-01-01", author: str = "Ana", committed: str | None = None) -> str:
        """Runs git; `day` is the author's day, or a whole time with its zone, `committed` the committer's."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": author,
            "GIT_AUTHOR_EMAIL": f"{author.lower()}@example.org",
            "GIT_AUTHOR_DATE": _time(day),
            "GIT_COMMITTER_NAME": author,
            "GIT_COMMITTER_EMAIL": f"{author.lower()}@example.org",
            "GIT_COMMITTER_DATE": _time(committed or day),
        }
        command = ["git", "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(command, cwd=self.top, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
        return done.stdout.strip()

    def write(self, name: str, text: str) -> Path:
        """Puts a file into the folder of decisions, without committing it."""
        path = self.records / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def commit(self, subject: str = "Change", *, day: str = "2026-01-01", author: str = "Ana") -> str:
        """Commits all that is there, the removed files too; gives the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject, day=day, author=author)
        return self.git("rev-parse", "HEAD")

    def change(self, files: dict[str, str | None], subject: str = "Change", *, day: str, author: str = "Ana") -> str:
        """Writes these files of the folder of decisions, removes those without a text, and commits."""
        for name, text in files.items():
            if text is None:
                (self.records / name).unlink()
            else:
                self.write(name, text)
        return self.commit(subject, day=day, author=author)


def _time(day: str) -> str:
    return day if "T" in day else f"{day}T12:00:00+00:00"


def record(*, status: str = "accepted", title: str = "Cache the embeddings", **fields: str) -> str:
    """A small valid record; `fields` are further lines of its front matter, in YAML."""
    lines = [f"title: {title}", f"status: {status}", "date: 2026-01-01"]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", "", "Why we do this, in enough words to be the same text again.", ""])
