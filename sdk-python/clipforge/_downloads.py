"""Files on their way down."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from ._call import Send, Steps
from ._core import Core
from ._options import CallOptions
from ._storage import Progress, refused, storage_request, worth_fetching_again


@dataclass
class Download:
    """One file on its way down, over as many connections as it takes."""

    address: str = field(repr=False)
    target: Path
    listener: Progress | None
    patience: float
    etag: str | None = None
    received: int = 0
    total: int = -1

    @property
    def partial(self) -> Path:
        return self.target.with_name(self.target.name + ".part")

    def run(self, core: Core, options: CallOptions) -> Steps[None]:
        self.partial.write_bytes(b"")
        yield from core.retried(self.attempt, worth_fetching_again, core.limit(options))
        self.partial.replace(self.target)

    def attempt(self) -> Steps[None]:
        headers = {}
        if self.received > 0 and self.etag is not None:
            # with If-Range a file that has changed comes from its beginning
            headers = {"Range": f"bytes={self.received}-", "If-Range": self.etag}
        request = storage_request("GET", self.address, self.patience, headers)
        answer = yield Send(request, self.begin)
        if answer.status_code not in (200, 206):
            raise refused(answer)

    def begin(self, answer: httpx.Response) -> Download | None:
        if answer.status_code not in (200, 206):
            return None
        if answer.status_code == 200:
            self.received = 0
            self.partial.write_bytes(b"")
        tag = answer.headers.get("etag", "")
        self.etag = tag if tag.startswith('"') else None
        length = answer.headers.get("content-length", "")
        self.total = self.received + int(length) if length.isdecimal() else -1
        return self

    def write(self, piece: bytes) -> None:
        with self.partial.open("ab") as file:
            file.write(piece)
        self.received += len(piece)
        if self.listener is not None:
            self.listener(self.received, self.total)


def download(
    core: Core,
    address: str,
    target: str | os.PathLike[str],
    listener: Progress | None,
    options: CallOptions,
) -> Steps[None]:
    return Download(address, Path(target), listener, core.patience(options)).run(core, options)
