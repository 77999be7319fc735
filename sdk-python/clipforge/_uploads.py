"""Files on their way up: whole, in parts, over several processes if need be."""

from __future__ import annotations

import json
import mimetypes
import os
import threading
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from . import errors
from ._call import Alone, Call, NewLock, Send, Steps, Together
from ._content import Content, PartProgress, Slice, Source
from ._core import Core
from ._generated.models import CompletedPart, Upload, UploadPart, UploadPartList
from ._options import CallOptions
from ._storage import Progress, refused, storage_request, worth_fetching_again

BATCH = 10
MARGIN = timedelta(seconds=60)


@dataclass(frozen=True)
class UploadOptions:
    """How to upload.

    :param filename: how the file is called; the name of the path unless told
    :param content_type: its media type; guessed from the name unless told
    :param project_id: the project it is for
    :param checksum: whether to read it once more beforehand and announce its SHA-256
    :param parallel_parts: how many parts travel at the same time: 1 to 16
    :param resume_file: where to remember which parts have arrived: an upload that breaks off is left
        open, and goes on when it is made again with the same, unchanged path; deleted in the end
    """

    filename: str | None = None
    content_type: str | None = None
    project_id: str | None = None
    checksum: bool = False
    parallel_parts: int = 3
    resume_file: str | os.PathLike[str] | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.parallel_parts <= 16:
            raise ValueError("parallel_parts must be 1 to 16")


class ResumeFile:
    """Remembers on disk which parts have arrived. It holds no address and no key."""

    def __init__(self, path: Path, state: dict[str, Any]) -> None:
        self.path = path
        self.state = state
        self.lock = threading.Lock()

    @classmethod
    def begin(cls, path: Path, content: Content, upload_id: str) -> ResumeFile:
        state = {
            "upload_id": upload_id,
            "size_bytes": content.size,
            "modified_ms": content.modified_ms,
        }
        begun = cls(path, {**state, "parts": {}})
        begun.write()
        return begun

    @classmethod
    def left(cls, path: Path, content: Content) -> ResumeFile | None:
        """What an earlier process left of an upload of the same, unchanged file."""
        try:
            state = json.loads(path.read_text())
            same = (state["size_bytes"], state["modified_ms"]) == (
                content.size,
                content.modified_ms,
            )
            return cls(path, state) if same and isinstance(state["parts"], dict) else None
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None

    @property
    def upload_id(self) -> str:
        return str(self.state["upload_id"])

    @property
    def parts(self) -> dict[int, str]:
        return {int(number): etag for number, etag in self.state["parts"].items()}

    def arrived(self, part: int, etag: str) -> None:
        with self.lock:
            self.state["parts"][str(part)] = etag
            self.write()

    def write(self) -> None:
        following = self.path.with_name(self.path.name + ".next")
        following.write_text(json.dumps(self.state))
        following.replace(self.path)

    def delete(self) -> None:
        self.path.unlink(missing_ok=True)


@dataclass
class FileUpload:
    """One file on its way up: announce, send the parts side by side, complete; or abort."""

    core: Core
    content: Content
    wanted: UploadOptions
    listener: Progress | None
    options: CallOptions
    known: dict[int, UploadPart] = field(default_factory=dict)
    lock: Any = None

    def run(self) -> Steps[Upload]:
        left = self.left()
        upload = (yield from self.begun(left)) if left is not None else None
        if left is not None and upload is not None and upload.status == "completed":
            # an earlier process ended before it could remember that
            left.delete()
            return upload
        if upload is None:
            upload = yield from self.core.object(self.announcement(), Upload)
            path = self.wanted.resume_file
            left = None if path is None else ResumeFile.begin(Path(path), self.content, upload.id)
        try:
            parts = yield from self.send_parts(upload, left)
            done = yield from self.step(upload, "complete", {"parts": parts})
        except Exception:
            if left is None:
                yield from self.abort(upload)
            raise
        if left is not None:
            left.delete()
        return done

    def left(self) -> ResumeFile | None:
        path = self.wanted.resume_file
        if path is None:
            return None
        if self.content.path is None:
            raise ValueError("only a path can be resumed")
        return ResumeFile.left(Path(path), self.content)

    def begun(self, left: ResumeFile) -> Steps[Upload | None]:
        call = Call("GET", "/v1/uploads/{id}", (left.upload_id,), options=self.options)
        try:
            upload = yield from self.core.object(call, Upload)
        except errors.NotFoundError:
            return None
        return upload if upload.status in ("open", "completed") else None

    def announcement(self) -> Call:
        path = self.content.path
        name = self.wanted.filename or (path.name if path else "upload")
        body = {
            "filename": name,
            "size_bytes": self.content.size,
            "project_id": self.wanted.project_id,
            "content_type": self.wanted.content_type or mimetypes.guess_type(name)[0],
            "sha256": self.content.sha256() if self.wanted.checksum else None,
        }
        return Call("POST", "/v1/uploads", body=body, idempotent=True, options=self.options)

    def step(self, upload: Upload, name: str, body: dict[str, Any] | None) -> Steps[Upload]:
        path = f"/v1/uploads/{{id}}/{name}"
        call = Call("POST", path, (upload.id,), body=body, repeatable=True, options=self.options)
        return self.core.object(call, Upload)

    def abort(self, upload: Upload) -> Steps[None]:
        try:
            yield from self.step(upload, "abort", None)
        except errors.ClipForgeError:
            pass  # the failure that led here says more, and the upload expires by itself

    def send_parts(self, upload: Upload, resume: ResumeFile | None) -> Steps[list[CompletedPart]]:
        self.lock = yield NewLock()
        self.keep(upload.parts or [])
        arrived = {} if resume is None else resume.parts
        progress = PartProgress(self.content.size, self.listener)
        for number in arrived:
            progress.of(number)(self.length(upload, number))
        missing = [it for it in range(1, upload.part_count + 1) if it not in arrived]
        tasks = [lambda it=it: self.send_part(upload, it, progress, resume) for it in missing]
        etags = yield Together(tasks, self.wanted.parallel_parts)
        every = {**arrived, **dict(zip(missing, etags, strict=True))}
        return [CompletedPart(part_number=it, etag=every[it]) for it in sorted(every)]

    def length(self, upload: Upload, part: int) -> int:
        return min(upload.part_size_bytes, self.content.size - (part - 1) * upload.part_size_bytes)

    def send_part(
        self, upload: Upload, part: int, progress: PartProgress, resume: ResumeFile | None
    ) -> Steps[str]:
        offset = (part - 1) * upload.part_size_bytes
        body = Slice(self.content, offset, self.length(upload, part), progress.of(part))
        etag = yield from self.core.retried(
            lambda: self.put(upload, part, body), worth_putting_again, self.core.limit(self.options)
        )
        if resume is not None:
            resume.arrived(part, etag)
        return etag

    def put(self, upload: Upload, part: int, body: Slice) -> Steps[str]:
        address = yield Alone(self.lock, lambda: self.address(upload, part))
        headers = {"Content-Length": str(body.length)}
        request = storage_request("PUT", address, self.core.patience(self.options), headers)
        request.stream = body
        answer = yield Send(request)
        if answer.status_code != 200:
            raise refused(answer)
        etag = answer.headers.get("etag")
        if etag is None:
            raise errors.UnexpectedAnswerError("the storage gave no ETag")
        return str(etag)

    def address(self, upload: Upload, part: int) -> Steps[str]:
        """Each address is given once: an attempt after a failure gets a fresh one."""
        known = self.known.pop(part, None)
        if known is None or known.expires_at.timestamp() - MARGIN.total_seconds() < self.core.now():
            last = min(part + BATCH, upload.part_count + 1)
            numbers = [it for it in range(part, last) if it == part or it not in self.known]
            call = Call(
                "POST",
                "/v1/uploads/{id}/parts",
                (upload.id,),
                body={"part_numbers": numbers},
                repeatable=True,
                options=self.options,
            )
            self.keep((yield from self.core.object(call, UploadPartList)).data)
            known = self.known.pop(part)
        return known.url

    def keep(self, parts: list[UploadPart]) -> None:
        self.known.update({it.part_number: it for it in parts})


def worth_putting_again(failure: errors.ClipForgeError) -> bool:
    """An address that has expired is answered 403."""
    expired = isinstance(failure, errors.StorageError) and failure.status == 403
    return expired or worth_fetching_again(failure)


def upload(
    core: Core,
    source: Source,
    wanted: UploadOptions | None,
    listener: Progress | None,
    options: CallOptions,
) -> Steps[Upload]:
    content = Content(source)
    try:
        return (
            yield from FileUpload(core, content, wanted or UploadOptions(), listener, options).run()
        )
    finally:
        content.close()
