"""Following a flow of jobs to its end: on its event stream, or by asking."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import Any, TypeVar

from . import errors
from ._call import Call, Close, Open, Read, Sleep, Steps, Tell
from ._core import Core, Deadline, problem_of, read
from ._generated.models import Export, Ingest, Job, JobEvent
from ._options import CallOptions
from ._pages import page

R = TypeVar("R", Ingest, Export)

STREAM_PATIENCE = 45.0  # the server breaks its silence every 15 s
FRUITLESS_STREAMS = 2
RECONNECT = 2.0
SETTLE = 1.0
INTERVAL = 2.0

INGEST_ENDS = {"completed": "succeeded", "failed": "failed", "cancelled": "cancelled"}
EXPORT_ENDS = {"ready": "succeeded", "failed": "failed", "cancelled": "cancelled"}
JOB_ENDS = {
    "succeeded": "succeeded",
    "failed": "failed",
    "dead": "failed",
    "cancelled": "cancelled",
}

Hear = Callable[[JobEvent], Any]


@dataclass
class Message:
    """One server-sent event."""

    id: str
    data: str


@dataclass
class Events:
    """Takes server-sent events out of pieces of bytes, wherever the pieces break."""

    retry: float | None = None
    _line: bytearray = field(default_factory=bytearray)
    _id: str = ""
    _data: list[str] = field(default_factory=list)

    def take(self, piece: bytes) -> list[Message]:
        """The events that this piece completes."""
        *lines, rest = (bytes(self._line) + piece).split(b"\n")
        self._line = bytearray(rest)
        found = (self._read(it.decode(errors="replace").rstrip("\r")) for it in lines)
        return [it for it in found if it is not None]

    def _read(self, line: str) -> Message | None:
        if not line:
            message = Message(self._id, "\n".join(self._data)) if self._data else None
            self._id, self._data = "", []
            return message
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "id":
            self._id = value
        elif name == "retry" and value.isdecimal():
            self.retry = int(value[:9]) / 1000
        return None


@dataclass
class Follower:
    """How far the listener has come, over all connections."""

    core: Core
    job_id: str
    hear: Hear
    options: CallOptions
    deadline: Deadline
    last_id: str | None = None
    reconnect: float = RECONNECT

    def follow(self) -> Steps[JobEvent]:
        fruitless = 0
        while fruitless < FRUITLESS_STREAMS:
            before = self.last_id
            end = yield from self.listen()
            if end is not None:
                return end
            fruitless = fruitless + 1 if self.last_id == before else 0
            yield Sleep(self.deadline.bound(self.reconnect))
        # something in between does not let streams through
        return (yield from self.poll())

    def listen(self) -> Steps[JobEvent | None]:
        """One connection; None when it ended before the flow did."""
        try:
            return (yield from self.stream())
        except errors.ClipForgeError as failure:
            if not passing(failure):
                raise
            return None

    def stream(self) -> Steps[JobEvent | None]:
        headers = {} if self.last_id is None else {"Last-Event-ID": self.last_id}
        call = Call(
            "GET",
            "/v1/jobs/{id}/events",
            (self.job_id,),
            accept="text/event-stream",
            headers=headers,
        )
        request = self.core.request(call, self.options)
        patience = request.extensions["timeout"]
        request.extensions["timeout"] = {**patience, "read": self.deadline.bound(STREAM_PATIENCE)}
        stream = yield Open(request)
        try:
            self.core.hear(stream.answer, self.options)
            if not stream.answer.is_success:
                while (yield Read(stream)):
                    pass
                raise problem_of_stream(stream.answer, self.core.now())
            return (yield from self.messages(stream))
        finally:
            yield Close(stream)

    def messages(self, stream: Any) -> Steps[JobEvent | None]:
        events = Events()
        while piece := (yield Read(stream)):
            self.deadline.bound(STREAM_PATIENCE)
            messages = events.take(piece)
            self.reconnect = self.reconnect if events.retry is None else events.retry
            for message in messages:
                event = read_event(message)
                self.last_id = message.id or event.id
                yield Tell(self.hear, event)
                if event.flow_status != "running":
                    return event
        return None

    def poll(self) -> Steps[JobEvent]:
        heard: dict[str, Any] = {}
        while True:
            followed = yield from self.core.object(self.get("/v1/jobs/{id}", self.job_id), Job)
            # asked before the jobs, so that their states are never older than it
            flow = yield from self.flow(followed)
            jobs = yield from self.flow_of(followed)
            for job in jobs:
                state = (job.status, job.stage, job.progress, job.queue_position)
                if heard.get(job.id) != state:
                    heard[job.id] = state
                    yield Tell(self.hear, event_of(job, flow))
            if flow != "running":
                return event_of(jobs[-1] if jobs else followed, flow)
            yield Sleep(self.deadline.bound(INTERVAL))

    def get(self, path: str, id: str) -> Call:
        return Call("GET", path, (id,), options=self.options)

    def flow(self, job: Job) -> Steps[str]:
        if job.ingest_id is not None:
            ingest = yield from self.core.object(
                self.get("/v1/ingests/{id}", job.ingest_id), Ingest
            )
            return INGEST_ENDS.get(ingest.status, "running")
        if job.export_id is not None:
            export = yield from self.core.object(
                self.get("/v1/exports/{id}", job.export_id), Export
            )
            return EXPORT_ENDS.get(export.status, "running")
        return JOB_ENDS.get(job.status, "running")

    def flow_of(self, followed: Job) -> Steps[list[Job]]:
        """The jobs of the same flow in the order of their last change."""
        if followed.ingest_id is None or followed.asset_id is None:
            return [(yield from self.core.object(self.get("/v1/jobs/{id}", followed.id), Job))]
        query: dict[str, Any] = {"asset_id": followed.asset_id, "limit": 100}
        call = Call("GET", "/v1/jobs", query=query, options=self.options)
        jobs: list[Job] = []
        while True:
            here = yield from page(self.core, call, Job)
            jobs += [it for it in here.data if it.ingest_id == followed.ingest_id]
            if here.next_cursor is None:
                return sorted(jobs, key=lambda it: it.updated_at)
            call = replace(call, query={**query, "cursor": here.next_cursor})


def follow(core: Core, job_id: str, hear: Hear, options: CallOptions) -> Steps[JobEvent]:
    return Follower(core, job_id, hear, options, core.deadline(options)).follow()


def settled(
    core: Core, path: str, id: str, model: type[R], hear: Hear, options: CallOptions
) -> Steps[R]:
    """Follows what a resource's job does, until the resource itself says that it has ended."""
    ends = INGEST_ENDS if model is Ingest else EXPORT_ENDS
    call = Call("GET", path, (id,), options=options)
    deadline = core.deadline(options)
    found = yield from core.object(call, model)
    while found.status not in ends:
        yield from Follower(core, found.job.id, hear, options, deadline).follow()
        found = yield from core.object(call, model)
        if found.status not in ends:
            yield Sleep(deadline.bound(SETTLE))
    if ends[found.status] != "succeeded":
        raise errors.JobFailedError(id, found.status, found.problem)
    return found


def passing(failure: errors.ClipForgeError) -> bool:
    if isinstance(failure, errors.ApiError):
        return failure.status in (406, 429) or failure.status >= 500
    return isinstance(failure, errors.ConnectionError)


def problem_of_stream(answer: Any, now: float) -> errors.ApiError:
    # what was read piece by piece is not kept by httpx
    answer._content = b""
    return problem_of(answer, now)


def read_event(message: Message) -> JobEvent:
    try:
        return read(JobEvent, json.loads(message.data))
    except ValueError:
        raise errors.UnexpectedAnswerError("an event is no JSON") from None


def event_of(job: Job, flow: str) -> JobEvent:
    return JobEvent(
        id="",
        job_id=job.id,
        kind=job.kind,
        status=job.status,
        stage=job.stage,
        queue_position=job.queue_position,
        eta=job.eta,
        progress=job.progress,
        flow_status=flow,
        problem=job.problem,
        timestamp=datetime.now(timezone.utc),
    )
