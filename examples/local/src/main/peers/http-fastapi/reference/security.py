"""Who calls: API keys as bearer tokens, known for a moment."""

import time
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from . import keys
from .callers import Caller
from .problems import Problem

LIFE = 0.9
MOST = 20_000

bearer = HTTPBearer(auto_error=False)


_known: dict[str, tuple[float, Caller | None]] = {}


async def authenticated(
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
) -> Caller:
    caller = None
    if credentials is not None:
        digest = sha256(credentials.credentials.encode()).hexdigest()
        seen = _known.get(digest)
        if seen is not None and time.monotonic() - seen[0] < LIFE:
            caller = seen[1]
        else:
            caller = await _look(digest)
    if caller is None:
        raise Problem(401, "unauthenticated", "Show an API key as a bearer token.")
    return caller


class Allowed:
    """Requires a scope of the caller."""

    def __init__(self, scope: str) -> None:
        self._scope = scope

    async def __call__(self, caller: Annotated[Caller, Depends(authenticated)]) -> Caller:
        if self._scope not in caller.scopes and "*" not in caller.scopes:
            raise Problem(403, "forbidden", f"The key lacks the scope {self._scope}.")
        return caller


async def _look(digest: str) -> Caller | None:
    now = time.monotonic()
    key = await keys.find(digest)
    caller = None
    if key is not None and key.revoked_at is None and (key.expires_at is None or key.expires_at > datetime.now(UTC)):
        caller = Caller(str(key.id), str(key.org_id), key.environment, frozenset(key.scopes))
    if len(_known) >= MOST:
        _known.clear()
    _known[digest] = (now, caller)
    return caller
