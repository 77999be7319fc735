"""Calls before they are sent, and what a transport is asked to do."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar
from urllib.parse import quote

import httpx

from ._options import CallOptions

T = TypeVar("T")


def check_id(id: str) -> str:
    """Refuses what would name the whole collection, or something above it.

    :raises ValueError: when it is no id
    """
    if not isinstance(id, str) or id.strip() in ("", ".", ".."):
        raise ValueError("an id is blank")
    return id


@dataclass
class Call:
    """One logical call of an operation; its retries repeat it exactly."""

    method: str
    path: str
    ids: Sequence[str] = ()
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    accept: str = "application/json"
    idempotent: bool = False
    idempotency_key: str | None = None
    repeatable: bool = False
    etag: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    options: CallOptions | None = None

    def __post_init__(self) -> None:
        for id in self.ids:
            check_id(id)
        if self.idempotent and self.idempotency_key is None:
            self.idempotency_key = str(uuid.uuid4())

    @property
    def target(self) -> str:
        """The path with its ids."""
        parts = self.path.split("{")
        rest = (part.split("}", 1)[1] for part in parts[1:])
        pairs = zip(self.ids, rest, strict=True)
        return parts[0] + "".join(quote(id, safe="") + after for id, after in pairs)

    @property
    def may_be_repeated(self) -> bool:
        """Whether a repetition has no second effect, even if the first attempt had one."""
        if self.etag is not None:
            # a repetition of a success would be refused
            return False
        return self.method != "POST" or self.idempotent or self.repeatable


@dataclass
class Send:
    """Send a request and read its answer, into the sink where there is one."""

    request: httpx.Request
    sink: Callable[[httpx.Response], Sink | None] | None = None


@dataclass
class Open:
    """Send a request and leave its answer to be read piece by piece."""

    request: httpx.Request


@dataclass
class Read:
    """The next piece of an open answer; empty at its end."""

    stream: Any


@dataclass
class Close:
    """Be done with an open answer."""

    stream: Any


@dataclass
class Sleep:
    """Wait."""

    seconds: float


@dataclass
class Tell:
    """Call a listener of the caller's, which may have to be awaited."""

    listener: Callable[[Any], Any]
    news: Any


@dataclass
class Together:
    """Run tasks side by side, so many at once; the first failure ends them."""

    tasks: Sequence[Callable[[], Steps[Any]]]
    at_once: int


@dataclass
class NewLock:
    """A lock for tasks that run side by side."""


@dataclass
class Alone:
    """Run a task while no other holds the lock."""

    lock: Any
    task: Callable[[], Steps[Any]]


class Sink(Protocol):
    """Takes the body of an answer."""

    def write(self, piece: bytes) -> None: ...


Step = Send | Open | Read | Close | Sleep | Tell | Together | NewLock | Alone
Steps = Generator[Step, Any, T]
"""What is to be done, one step after the other; whoever runs it, blocking or awaiting, sends back
what came of each step and throws in what went wrong."""
