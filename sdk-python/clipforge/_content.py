"""Bytes on their way up, a part at a time."""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import httpx

from ._storage import Progress

Source = str | os.PathLike[str] | bytes | BinaryIO
"""A path, the bytes themselves, or something open to be read."""

PIECE = 64 * 1024


class Content:
    """Bytes that can be read anywhere, by several threads at once."""

    def __init__(self, source: Source) -> None:
        self.modified_ms = 0
        self._lock = threading.Lock()
        self.path: Path | None = None
        if isinstance(source, (str, os.PathLike)):
            self.path = Path(source)
            self._file: BinaryIO = self.path.open("rb")
            self.modified_ms = os.stat(self._file.fileno()).st_mtime_ns // 1_000_000
        else:
            self._file = tempfile.TemporaryFile()
            pieces = (
                [source] if isinstance(source, bytes) else iter(lambda: source.read(PIECE), b"")
            )
            for piece in pieces:
                self._file.write(piece)
            self._file.flush()
        self.size = os.fstat(self._file.fileno()).st_size

    def read(self, offset: int, length: int) -> bytes:
        # Windows has no pread
        with self._lock:
            self._file.seek(offset)
            return self._file.read(length)

    def sha256(self) -> str:
        digest = hashlib.sha256()
        for offset in range(0, self.size, PIECE):
            digest.update(self.read(offset, PIECE))
        return digest.hexdigest()

    def close(self) -> None:
        self._file.close()


class Slice(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A part of a file as the body of a request."""

    def __init__(self, content: Content, offset: int, length: int, moved: Callable[[int], None]):
        self.content = content
        self.offset = offset
        self.length = length
        self.moved = moved

    def __iter__(self) -> Iterator[bytes]:
        self.moved(0)
        done = 0
        while done < self.length:
            piece = self.content.read(self.offset + done, min(PIECE, self.length - done))
            if not piece:
                raise OSError("the file has become shorter")
            yield piece
            done += len(piece)
            self.moved(done)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


@dataclass
class PartProgress:
    """Adds up the parts, so that the listener hears one number that never falls."""

    size: int
    listener: Progress | None
    moved: dict[int, int] = field(default_factory=dict)
    told: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, part: int) -> Callable[[int], None]:
        def moved(count: int) -> None:
            with self.lock:
                self.moved[part] = count
                total = sum(self.moved.values())
                if total > self.told and self.listener is not None:
                    self.told = total
                    self.listener(total, self.size)

        return moved
