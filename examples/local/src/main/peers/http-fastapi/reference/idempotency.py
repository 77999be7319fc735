"""A repeated creating request is answered as it was the first time; the answer commits with the effect."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from .callers import Caller
from .database import tenant
from .models import IdempotencyKey
from .problems import Problem

LIFE = timedelta(days=30)

_alone = text("select pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


async def once(
    caller: Caller,
    key: str,
    operation: str,
    request: bytes,
    act: Callable[[AsyncSession], Awaitable[Answer]],
) -> Answer:
    fingerprint = sha256(operation.encode() + b"\n" + request).hexdigest()
    async with tenant(caller) as session:
        lock = f"{caller.org_id} {caller.environment} {key}"
        if not await session.scalar(_alone, {"lock": lock}):
            raise Problem(409, "idempotency_key_in_use", "The first request with this key has not been answered yet.")
        kept = await session.scalar(
            select(IdempotencyKey).where(IdempotencyKey.key == key, IdempotencyKey.expires_at > func.now())
        )
        if kept is not None:
            return _again(kept, fingerprint)
        answer = await act(session)
        session.add(
            IdempotencyKey(
                key=key,
                fingerprint=fingerprint,
                status=answer.status,
                headers=answer.headers,
                body=answer.body,
                expires_at=datetime.now(UTC) + LIFE,
            )
        )
        return answer


def _again(kept: IdempotencyKey, fingerprint: str) -> Answer:
    if kept.fingerprint != fingerprint:
        raise Problem(422, "idempotency_key_reused", "This key was used with another request before.")
    return Answer(kept.status, {**kept.headers, "Idempotent-Replayed": "true"}, kept.body)
