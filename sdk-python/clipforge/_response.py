"""Answers as they came."""

from __future__ import annotations

import re
from dataclasses import dataclass

import httpx

_LIMIT = re.compile(r'"([^"]*)"\s*;\s*r=(\d{1,18})(?:\s*;\s*t=(\d{1,9}))?')


@dataclass(frozen=True)
class RateLimit:
    """What is left of one limit."""

    policy: str
    remaining: int
    resets_in: int | None
    """Seconds until it is full again."""


@dataclass(frozen=True)
class Response:
    """An answer of the API without its body. It holds no key, so it may be logged."""

    method: str
    path: str
    """Without the query."""
    status: int
    headers: httpx.Headers

    @property
    def request_id(self) -> str | None:
        """The id of the request in our logs; None when the answer did not come from ClipForge."""
        return _text(self.headers, "request-id")

    @property
    def etag(self) -> str | None:
        """The version of the object, to be given to an update."""
        return _text(self.headers, "etag")

    @property
    def replayed(self) -> bool:
        """Whether this answers an earlier request with the same idempotency key."""
        return _text(self.headers, "idempotent-replayed") == "true"

    @property
    def rate_limits(self) -> list[RateLimit]:
        """What is left of each limit that this request counted against."""
        # RateLimit of draft-ietf-httpapi-ratelimit-headers-10: "burst";r=50;t=30, "day";r=900
        return [
            RateLimit(policy, int(remaining), int(resets) if resets else None)
            for policy, remaining, resets in _LIMIT.findall(self.headers.get("ratelimit", ""))
        ]


def _text(headers: httpx.Headers, name: str) -> str | None:
    value: str | None = headers.get(name)
    return value
