"""Reads the output of `git cat-file --batch`: for each blob a line with id, kind and size, the content, a line end."""

from collections.abc import Iterator

_PARTS_OF_A_HEAD = 3
_HEAD = 200
"""Bytes that a line with id, kind and size has at most."""


def read_batch(chunks: Iterator[bytes]) -> Iterator[tuple[str, bytes]]:
    """Each blob's id with its content, as the pieces of the output come; what git calls missing is left out."""
    text = _Text(chunks)
    while (head := text.line()) is not None:
        parts = head.split(b" ")
        if len(parts) == _PARTS_OF_A_HEAD:
            content = text.take(int(parts[2]) + 1)
            if content is None:
                return
            yield parts[0].decode("ascii"), content[:-1]


class _Text:
    """Pieces of bytes as one text that is read from its beginning; each piece is held once, or twice."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._at = 0

    def line(self) -> bytes | None:
        """The next line without its end; None where there is none any more."""
        end = self._held.find(b"\n", self._at)
        if end < 0:
            self._hold(_HEAD)
            end = self._held.find(b"\n", self._at)
        return None if end < 0 else self._cut(end - self._at + 1)[:-1]

    def take(self, size: int) -> bytes | None:
        """The next `size` bytes; None where there are not so many."""
        if len(self._held) - self._at < size:
            self._hold(size)
        return self._cut(size) if len(self._held) - self._at >= size else None

    def _cut(self, size: int) -> bytes:
        start, self._at = self._at, self._at + size
        return self._held[start : self._at]

    def _hold(self, size: int) -> None:
        """Holds at least so many bytes, where so many are left."""
        parts = [self._held[self._at :]]
        missing = size - len(parts[0])
        while missing > 0 and (chunk := next(self._chunks, b"")):
            parts.append(chunk)
            missing -= len(chunk)
        self._held, self._at = b"".join(parts), 0
