"""What all resources have in common."""

from __future__ import annotations

from typing import TypeVar

from ._call import Call
from ._core import Core
from ._driver import AsyncDriver, Driver
from ._model import Model
from ._pages import AsyncPages, Pages

M = TypeVar("M", bound=Model)


class Resource:
    """A branch of a client that blocks."""

    def __init__(self, core: Core, driver: Driver) -> None:
        self._core = core
        self._driver = driver

    def _object(self, call: Call, model: type[M]) -> M:
        return self._driver.run(self._core.object(call, model))

    def _text(self, call: Call) -> str:
        return self._driver.run(self._core.text(call))

    def _nothing(self, call: Call) -> None:
        self._driver.run(self._core.nothing(call))

    def _pages(self, call: Call, model: type[M]) -> Pages[M]:
        return Pages(self._core, self._driver, call, model)


class AsyncResource:
    """A branch of a client that awaits."""

    def __init__(self, core: Core, driver: AsyncDriver) -> None:
        self._core = core
        self._driver = driver

    async def _object(self, call: Call, model: type[M]) -> M:
        return await self._driver.run(self._core.object(call, model))

    async def _text(self, call: Call) -> str:
        return await self._driver.run(self._core.text(call))

    async def _nothing(self, call: Call) -> None:
        await self._driver.run(self._core.nothing(call))

    def _pages(self, call: Call, model: type[M]) -> AsyncPages[M]:
        return AsyncPages(self._core, self._driver, call, model)
