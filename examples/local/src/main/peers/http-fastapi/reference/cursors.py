"""Cursors name the last row seen and are signed together with the caller and the list."""

import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from uuid import UUID

from .callers import Caller
from .problems import Problem

_SECRET = os.environ["SECRET"].encode()
_HALF = 16


def write(id: UUID, list: str, caller: Caller) -> str:
    return urlsafe_b64encode(id.bytes + _sign(id, list, caller)).rstrip(b"=").decode()


def read(cursor: str | None, list: str, caller: Caller) -> UUID | None:
    if cursor is None:
        return None
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except (Error, ValueError):
        raw = b""
    if len(raw) == 2 * _HALF:
        id = UUID(bytes=raw[:_HALF])
        if hmac.compare_digest(raw[_HALF:], _sign(id, list, caller)):
            return id
    raise Problem(400, "invalid_request", "The cursor does not belong to this list; start again without one.")


def _sign(id: UUID, list: str, caller: Caller) -> bytes:
    binding = f"{caller.org_id} {caller.environment} {list} {id}"
    return hmac.digest(_SECRET, binding.encode(), "sha256")[:_HALF]
