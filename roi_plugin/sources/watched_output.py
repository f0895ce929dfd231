"""Reads what a process writes and watches it: one that is silent for too long is stopped, with all that it started."""

import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from subprocess import TimeoutExpired
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import Popen

_CHUNK = 1 << 16
_MUCH = 1 << 12
_WAITING = 64
"""Chunks that wait to be taken at most; the process waits for whoever takes them."""
_END = b""


class SilentProcessError(Exception):
    """It wrote nothing for as long as we wait, or did not end after it had written all."""


class FailedProcessError(Exception):
    """It ended with a failure; the text is the end of what it complained of."""


def watched(process: "Popen[bytes]", patience: float) -> Iterator[bytes]:
    """The standard output of a process, piece by piece; `patience` is in seconds between two pieces.

    Raises:
        SilentProcessError: it gave no sign; it is stopped.
        FailedProcessError: it failed.
    """
    output = _Output(process.stdout)
    complaint = _Complaint(process.stderr)
    try:
        yield from output.pieces(patience)
        if process.wait(timeout=patience):
            raise FailedProcessError(complaint.text())
    except (queue.Empty, TimeoutExpired):
        raise SilentProcessError from None
    finally:
        output.given_up.set()
        if process.poll() is None:
            _stop(process)


class _Output:
    """What is read of a stream in a thread of its own, so that nobody waits for it longer than they like."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        self.given_up = threading.Event()
        self._chunks: queue.Queue[bytes] = queue.Queue(maxsize=_WAITING)
        threading.Thread(target=self._forward, args=(stream,), daemon=True).start()

    def pieces(self, patience: float) -> Iterator[bytes]:
        """The pieces up to the stream's end; queue.Empty where one does not come in time."""
        deadline = time.monotonic() + patience
        while chunk := self._chunks.get(timeout=max(deadline - time.monotonic(), 0)):
            yield chunk
            # What drips byte by byte would be waited for without end: only a whole line, or much, is a sign.
            if len(chunk) >= _MUCH or b"\n" in chunk or b"\0" in chunk:
                deadline = time.monotonic() + patience

    def _forward(self, stream: IO[bytes] | None) -> None:
        for chunk in _chunks(stream):
            self._put(chunk)
        self._put(_END)

    def _put(self, chunk: bytes) -> None:
        while not self.given_up.is_set():
            try:
                self._chunks.put(chunk, timeout=0.2)
            except queue.Full:
                continue
            return


class _Complaint:
    """The end of what is written to a stream; however much that is, no more than its end is kept."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        self._end = b""
        self._thread = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self._thread.start()

    def text(self) -> str:
        """What was written, once the process has ended."""
        self._thread.join(timeout=1)
        return self._end.decode("utf-8", "replace")

    def _read(self, stream: IO[bytes] | None) -> None:
        for chunk in _chunks(stream):
            self._end = (self._end + chunk)[-_CHUNK:]


def _chunks(stream: IO[bytes] | None) -> Iterator[bytes]:
    read = getattr(stream, "read1", None)
    try:
        while read is not None and (chunk := read(_CHUNK)):
            yield chunk
    except (OSError, ValueError):
        # The pipe was closed under us: whoever did that knows why.
        return


def _stop(process: "Popen[bytes]") -> None:
    try:
        # With all that it has started: a child would keep our pipes open.
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, OSError):
        process.kill()
    process.wait()
