"""API keys by their hash; row-level security shows the row of the key that is shown."""

from sqlalchemy import func, select

from .database import sessions
from .models import ApiKey


async def find(digest: str) -> ApiKey | None:
    async with sessions.begin() as session:
        await session.execute(select(func.set_config("app.key_hash", digest, True)))
        return await session.scalar(select(ApiKey).where(ApiKey.hash == bytes.fromhex(digest)))
