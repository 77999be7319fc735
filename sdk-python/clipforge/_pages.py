"""Lists, page by page or as if they were one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from ._call import Call, Steps
from ._core import Core, body_of, read, response_of
from ._driver import AsyncDriver, Driver
from ._model import Model
from ._response import Response
from .errors import UnexpectedAnswerError

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Page(Generic[M]):
    """One page of a list."""

    data: list[M]
    next_cursor: str | None
    """Where the next page starts, to be kept and given as ``cursor`` later; None on the last."""
    response: Response

    @property
    def has_more(self) -> bool:
        return self.next_cursor is not None


def page(core: Core, call: Call, model: type[M]) -> Steps[Page[M]]:
    answer = yield from core.exchange(call)
    body = body_of(answer)
    if not isinstance(body, dict) or not isinstance(body.get("data"), list):
        raise UnexpectedAnswerError("the answer is no page")
    data = [read(model, it) for it in body["data"]]
    cursor = body.get("next_cursor") if body.get("has_more") else None
    return Page(data, cursor, response_of(answer))


def after(call: Call, cursor: str) -> Call:
    query: dict[str, Any] = {**call.query, "cursor": cursor}
    return replace(call, query=query)


class Pages(Generic[M]):
    """A list. To iterate it walks all pages, each fetched as it is reached."""

    def __init__(self, core: Core, driver: Driver, call: Call, model: type[M]) -> None:
        self._core = core
        self._driver = driver
        self._call = call
        self._model = model

    def __iter__(self) -> Iterator[M]:
        for each in self.pages():
            yield from each.data

    def pages(self) -> Iterator[Page[M]]:
        """The pages from here on."""
        here = self.page()
        yield here
        while here.next_cursor is not None:
            next_call = after(self._call, here.next_cursor)
            here = self._driver.run(page(self._core, next_call, self._model))
            yield here

    def page(self) -> Page[M]:
        """The first page alone."""
        return self._driver.run(page(self._core, self._call, self._model))


class AsyncPages(Generic[M]):
    """A list. To iterate it walks all pages, each fetched as it is reached."""

    def __init__(self, core: Core, driver: AsyncDriver, call: Call, model: type[M]) -> None:
        self._core = core
        self._driver = driver
        self._call = call
        self._model = model

    async def __aiter__(self) -> AsyncIterator[M]:
        async for each in self.pages():
            for it in each.data:
                yield it

    async def pages(self) -> AsyncIterator[Page[M]]:
        """The pages from here on."""
        here = await self.page()
        yield here
        while here.next_cursor is not None:
            next_call = after(self._call, here.next_cursor)
            here = await self._driver.run(page(self._core, next_call, self._model))
            yield here

    async def page(self) -> Page[M]:
        """The first page alone."""
        return await self._driver.run(page(self._core, self._call, self._model))
