"""Requests to storage. They carry no key: the address permits them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from . import errors
from ._core import PATIENCE, USER_AGENT
from ._privacy import Presigned

Progress = Callable[[int, int], Any]
"""Hears how many bytes have moved, and how many there are (-1: unknown)."""


def storage_request(
    method: str, address: str, patience: float, headers: dict[str, str]
) -> httpx.Request:
    # what is compressed cannot be resumed
    plain = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **headers}
    timeout = httpx.Timeout(patience or PATIENCE).as_dict()
    request = httpx.Request(method, address, headers=plain, extensions={"timeout": timeout})
    request.url = Presigned(address)
    return request


def refused(answer: httpx.Response) -> errors.StorageError:
    request = answer.request
    where = f"{request.method} {request.url.host}{request.url.path}"
    return errors.StorageError(
        f"{where}: the storage answered {answer.status_code}", answer.status_code
    )


def worth_fetching_again(failure: errors.ClipForgeError) -> bool:
    if isinstance(failure, errors.StorageError):
        return failure.status in (408, 429) or failure.status >= 500
    return isinstance(failure, errors.ConnectionError)
