"""The application; each worker of uvicorn has one."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import ingests, problems, projects
from .database import engine
from .typeids import new


class RequestIds:
    """Plain ASGI: Starlette's BaseHTTPMiddleware costs several times as much."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id = f"req_{new().hex}"
        scope.setdefault("state", {})["id"] = id

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"request-id", id.encode()))
            await send(message)

        await self._app(scope, receive, tell)


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan, openapi_url=None)
app.add_middleware(RequestIds)
app.add_exception_handler(problems.Problem, problems.answer)
app.include_router(projects.router)
app.include_router(ingests.router)


@app.get("/health")
async def health() -> dict[str, int]:
    return {"pid": os.getpid()}
