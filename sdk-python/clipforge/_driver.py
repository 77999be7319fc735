"""Runs steps: blocking, or awaiting."""

from __future__ import annotations

import inspect
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, TypeVar

import anyio
import httpx

from . import errors
from ._call import (
    Alone,
    Close,
    NewLock,
    Open,
    Read,
    Send,
    Sleep,
    Step,
    Steps,
    Tell,
    Together,
)

T = TypeVar("T")

Pause = Callable[[float], None]
"""Takes the place of waiting in tests."""


def broken(request: httpx.Request, failure: httpx.HTTPError) -> errors.ClipForgeError:
    """What a failure of HTTP is to a caller; the query of a presigned address stays out of it."""
    where = f"{request.method} {request.url.host}{request.url.path}"
    if isinstance(failure, httpx.DecodingError):
        return errors.UnexpectedAnswerError(f"{where}: the answer cannot be decompressed")
    if isinstance(failure, httpx.TimeoutException):
        sent = not isinstance(failure, (httpx.ConnectTimeout, httpx.PoolTimeout))
        return errors.TimeoutError(f"{where}: nothing came in time", request_sent=sent)
    if isinstance(failure, (httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol)):
        return errors.ConnectionError(f"{where}: no connection", request_sent=False)
    return errors.ConnectionError(f"{where}: the connection broke", request_sent=True)


@dataclass
class Stream:
    """An open answer."""

    answer: httpx.Response
    pieces: Iterator[bytes]


@dataclass
class AsyncStream:
    """An open answer."""

    answer: httpx.Response
    pieces: AsyncIterator[bytes]


class Driver:
    """Runs steps in the thread of the caller."""

    def __init__(self, http: httpx.Client, pause: Pause | None) -> None:
        self.http = http
        self.pause = time.sleep if pause is None else pause

    def run(self, steps: Steps[T]) -> T:
        failure: BaseException | None = None
        reply: Any = None
        while True:
            try:
                step = steps.throw(failure) if failure is not None else steps.send(reply)
            except StopIteration as end:
                result: T = end.value
                return result
            failure, reply = None, None
            try:
                reply = self.take(step)
            except BaseException as e:  # the steps decide what to do about it
                failure = e

    def take(self, step: Step) -> Any:
        if isinstance(step, Send):
            return self.send(step)
        if isinstance(step, Open):
            answer = self.guarded(step.request, lambda: self.begin(step.request))
            return Stream(answer, answer.iter_bytes())
        if isinstance(step, Read):
            return self.guarded(step.stream.answer.request, lambda: next(step.stream.pieces, b""))
        if isinstance(step, Close):
            return step.stream.answer.close()
        if isinstance(step, Sleep):
            return self.pause(step.seconds)
        if isinstance(step, Tell):
            return step.listener(step.news)
        if isinstance(step, NewLock):
            return threading.Lock()
        if isinstance(step, Alone):
            with step.lock:
                return self.run(step.task())
        return self.together(step)

    def begin(self, request: httpx.Request) -> httpx.Response:
        # a redirect could carry the key to a stranger; credentials of the client would replace it
        return self.http.send(request, stream=True, follow_redirects=False, auth=None)

    def send(self, step: Send) -> httpx.Response:
        def sent() -> httpx.Response:
            answer = self.begin(step.request)
            try:
                sink = step.sink(answer) if step.sink else None
                if sink is None:
                    answer.read()
                else:
                    for piece in answer.iter_bytes():
                        sink.write(piece)
                return answer
            finally:
                answer.close()

        return self.guarded(step.request, sent)

    def guarded(self, request: httpx.Request, action: Callable[[], T]) -> T:
        try:
            return action()
        except httpx.HTTPError as failure:
            raise broken(request, failure) from None

    def together(self, step: Together) -> list[Any]:
        over = threading.Event()

        def one(task: Callable[[], Steps[Any]]) -> Any:
            return None if over.is_set() else self.run(task())

        with ThreadPoolExecutor(step.at_once, thread_name_prefix="clipforge") as threads:
            running = [threads.submit(one, task) for task in step.tasks]
            done, _ = wait(running, return_when=FIRST_EXCEPTION)
            over.set()
        failed = next((it for it in running if it in done and it.exception() is not None), None)
        if failed is not None:
            failed.result()
        return [it.result() for it in running]


async def guarded(request: httpx.Request, action: Awaitable[T]) -> T:
    try:
        return await action
    except httpx.HTTPError as failure:
        raise broken(request, failure) from None


class AsyncDriver:
    """Runs steps on an event loop, that of asyncio or of trio."""

    def __init__(self, http: httpx.AsyncClient, pause: Pause | None) -> None:
        self.http = http
        self.pause = pause

    async def run(self, steps: Steps[T]) -> T:
        failure: BaseException | None = None
        reply: Any = None
        while True:
            try:
                step = steps.throw(failure) if failure is not None else steps.send(reply)
            except StopIteration as end:
                result: T = end.value
                return result
            failure, reply = None, None
            try:
                reply = await self.take(step)
            except BaseException as e:  # the steps decide what to do about it
                failure = e

    async def take(self, step: Step) -> Any:
        if isinstance(step, Send):
            return await guarded(step.request, self.send(step))
        if isinstance(step, Open):
            answer = await guarded(step.request, self.begin(step.request))
            return AsyncStream(answer, answer.aiter_bytes())
        if isinstance(step, Read):
            return await guarded(step.stream.answer.request, anext(step.stream.pieces, b""))
        if isinstance(step, Close):
            return await step.stream.answer.aclose()
        if isinstance(step, Sleep):
            return self.pause(step.seconds) if self.pause else await anyio.sleep(step.seconds)
        if isinstance(step, Tell):
            told = step.listener(step.news)
            return await told if inspect.isawaitable(told) else told
        if isinstance(step, NewLock):
            return anyio.Lock()
        if isinstance(step, Alone):
            async with step.lock:
                return await self.run(step.task())
        return await self.together(step)

    async def begin(self, request: httpx.Request) -> httpx.Response:
        return await self.http.send(request, stream=True, follow_redirects=False, auth=None)

    async def send(self, step: Send) -> httpx.Response:
        answer = await self.begin(step.request)
        try:
            sink = step.sink(answer) if step.sink else None
            if sink is None:
                await answer.aread()
            else:
                async for piece in answer.aiter_bytes():
                    sink.write(piece)
            return answer
        finally:
            await answer.aclose()

    async def together(self, step: Together) -> list[Any]:
        results: list[Any] = [None] * len(step.tasks)
        failures: list[BaseException] = []
        lanes = anyio.CapacityLimiter(step.at_once)

        async def one(index: int, group: anyio.abc.TaskGroup) -> None:
            async with lanes:
                try:
                    results[index] = await self.run(step.tasks[index]())
                except Exception as failure:
                    failures.append(failure)
                    group.cancel_scope.cancel()

        async with anyio.create_task_group() as group:
            for index in range(len(step.tasks)):
                group.start_soon(one, index, group)
        if failures:
            raise failures[0]
        return results
