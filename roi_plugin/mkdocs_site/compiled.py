"""The theme's templates as Python has compiled them, in memory, for where they cannot be kept safely on disk."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Lives as long as the process: a preview server need not compile them at each save.

    Jinja asks for a template by its name and text, so that a changed one is compiled again.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives what was compiled before."""
        found = self._compiled.get(bucket.key)
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled now."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
