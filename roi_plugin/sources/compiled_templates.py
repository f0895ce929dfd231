"""Templates as Jinja has compiled them, on disk: no process need do it again.

What is kept is code, and run as it is read. So it never stands in `.cache/`, which may have come with the repository,
but in a folder that nobody but the user can write to.
"""

import contextlib
import hashlib
import pickle
from collections.abc import Iterator
from importlib import metadata

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from roi_plugin.sources.own_folder import own_folder

_SETTINGS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
    *("optimized", "sandboxed", "is_async"),
)
"""What of an environment makes other code of the same text, beside filters, tests and extensions."""
_PYTHON = {"builtins", "_operator", "operator"}
_OURS = "roi_plugin"


def compiled_templates(environment: Environment, code: str) -> BytecodeCache | None:
    """What was compiled for environments like this one; None where nothing can be kept safely.

    `code` is the digest of our own code that the environment holds. Jinja asks by the name, place and text of a
    template, so that a changed one is compiled again.
    """
    folder, kind = own_folder(), _kind(environment, code)
    return _OnDisk(str(folder), f"template-{kind}-%s") if folder and kind else None


def _kind(environment: Environment, code: str) -> str | None:
    """The digest of all but the text that goes into the code; None where somebody's part in it has no version.

    A filter of which all arguments are known is asked once, when the template is compiled.
    """
    try:
        causes = [code, *_parts(environment)]
    except (metadata.PackageNotFoundError, ValueError):
        return None
    return hashlib.sha256("\n".join(causes).encode()).hexdigest()[:32]


def _parts(environment: Environment) -> Iterator[str]:
    yield from (f"{name}={getattr(environment, name)!r}" for name in _SETTINGS)
    yield repr(sorted(environment.policies.items(), key=lambda item: item[0]))
    named = {
        "autoescape": environment.autoescape,
        "finalize": environment.finalize,
        "generator": environment.code_generator_class,
        **{f"filter {name}": found for name, found in environment.filters.items()},
        **{f"test {name}": found for name, found in environment.tests.items()},
        **{f"extension {name}": type(found) for name, found in environment.extensions.items()},
    }
    packages = {"jinja2", "markupsafe"}
    for name, found in sorted(named.items()):
        if found is None or isinstance(found, bool):
            yield f"{name}={found}"
            continue
        module = str(getattr(found, "__module__", ""))
        packages.add(module.partition(".")[0])
        yield f"{name}={module}.{getattr(found, '__qualname__', '')}"
    yield from (f"{each} {metadata.version(each)}" for each in sorted(packages - _PYTHON - {_OURS}))


class _OnDisk(FileSystemBytecodeCache):
    """A folder that is full, read-only or spoilt costs time, not the site."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)
