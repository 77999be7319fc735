"""The connection pool, and transactions that see one organization only."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from .callers import Caller

POOL = int(os.environ["POOL_SIZE"])

engine = create_async_engine(
    URL.create(
        "postgresql+asyncpg",
        username=os.environ["PGUSER"],
        password=os.environ["PGPASSWORD"],
        host=os.environ["PGHOST"],
        port=int(os.environ["PGPORT"]),
        database=os.environ["PGDATABASE"],
    ),
    pool_size=POOL,
    max_overflow=0,
    connect_args={
        "server_settings": {
            "search_path": os.environ["PGSCHEMA"],
            # the same for everyone in this comparison
            "jit": "off",
            "enable_seqscan": "off",
        },
    },
)
sessions = async_sessionmaker(engine, expire_on_commit=False, autoflush=False)

_reach = text("select set_config('app.org_id', :org_id, true), set_config('app.environment', :environment, true)")


@asynccontextmanager
async def tenant(caller: Caller) -> AsyncIterator[AsyncSession]:
    """One transaction, committed when the block ends well; PostgreSQL forgets the organization with it."""
    async with sessions.begin() as session:
        await session.execute(_reach, {"org_id": caller.org_id, "environment": caller.environment})
        yield session
