"""The theme's templates as Python has compiled them, in memory: a preview server need not do it at each save."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Lives as long as the process, and is never on disk, where somebody else's code could be put in its place.

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
