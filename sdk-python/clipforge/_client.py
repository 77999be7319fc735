"""The clients: the way into everything."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import httpx

from . import _downloads
from ._core import PATIENCE, Core, RetryBudget
from ._driver import AsyncDriver, Driver, Pause
from ._extras import (
    AsyncExports,
    AsyncIngests,
    AsyncJobs,
    AsyncUploads,
    Exports,
    Ingests,
    Jobs,
    Uploads,
)
from ._generated import async_resources, resources
from ._options import CallOptions
from ._response import Response
from ._storage import Progress

PRODUCTION = "https://api.clipforge.io"


def make_core(
    api_key: str | None, base_url: str | None, options: CallOptions, now: Callable[[], float]
) -> Core:
    """A key and an address that can be used, given or from the environment.

    :raises ValueError: when there is no key, or the key or the address is malformed
    """
    key = (api_key if api_key is not None else os.environ.get("CLIPFORGE_API_KEY", "")).strip()
    if not key:
        raise ValueError("no API key: give api_key or set CLIPFORGE_API_KEY")
    if not all("!" <= it <= "~" for it in key):
        # checked here because others would quote it in their complaints
        raise ValueError("the API key holds characters that no key has")
    url = (base_url or os.environ.get("CLIPFORGE_BASE_URL") or PRODUCTION).strip().rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise ValueError("the base URL must be http(s)://host[:port]")
    return Core(url, key, options, RetryBudget(), now, random.random)


class ClipForge:
    """The ClipForge API for callers that block. Thread-safe; make one and keep it.

    :param api_key: ``cf_live_…`` or ``cf_test_…``; else the environment's ``CLIPFORGE_API_KEY``
    :param base_url: else the environment's ``CLIPFORGE_BASE_URL``, else production
    :param timeout: seconds an attempt waits for a connection, for an answer, or for the next byte
    :param max_retries: how often a failed attempt is repeated; 0 for never
    :param http_client: an ``httpx.Client`` of your own, with proxies or certificates; redirects are
        never followed, whatever it says, and it is yours to close
    :raises ValueError: when there is no key, or the key or the address is malformed
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float = PATIENCE,
        max_retries: int = 2,
        http_client: httpx.Client | None = None,
        _pause: Pause | None = None,
        _now: Callable[[], float] = time.time,
    ) -> None:
        options = CallOptions(timeout=timeout, max_retries=max_retries)
        self._owned = httpx.Client() if http_client is None else None
        http = self._owned or http_client
        assert http is not None
        self._begin(make_core(api_key, base_url, options, _now), Driver(http, _pause))

    def _begin(self, core: Core, driver: Driver) -> None:
        self._core = core
        self._driver = driver
        self.api_keys = resources.ApiKeysResource(core, driver)
        self.assets = resources.AssetsResource(core, driver)
        self.audit_log = resources.AuditLogResource(core, driver)
        self.brand_kits = resources.BrandKitsResource(core, driver)
        self.deliveries = resources.DeliveriesResource(core, driver)
        self.events = resources.EventsResource(core, driver)
        self.exports = Exports(core, driver)
        self.ingests = Ingests(core, driver)
        self.invitations = resources.InvitationsResource(core, driver)
        self.jobs = Jobs(core, driver)
        self.members = resources.MembersResource(core, driver)
        self.moments = resources.MomentsResource(core, driver)
        self.oauth_clients = resources.OauthClientsResource(core, driver)
        self.organization = resources.OrganizationResource(core, driver)
        self.projects = resources.ProjectsResource(core, driver)
        self.sessions = resources.SessionsResource(core, driver)
        self.transcripts = resources.TranscriptsResource(core, driver)
        self.uploads = Uploads(core, driver)
        self.webhook_endpoints = resources.WebhookEndpointsResource(core, driver)

    def with_options(
        self,
        *,
        timeout: float | None = None,
        max_retries: int | None = None,
        wait_timeout: float | None = None,
        headers: Mapping[str, str] | None = None,
        on_response: Callable[[Response], None] | None = None,
    ) -> ClipForge:
        """The same client with other options; connections and the retry budget are shared.

        For what each means see :class:`CallOptions`.
        """
        options = CallOptions(timeout, max_retries, wait_timeout, headers, on_response)
        other = ClipForge.__new__(ClipForge)
        other._owned = None
        other._begin(derived(self._core, options), self._driver)
        return other

    def download(
        self, address: str, target: str | os.PathLike[str], progress: Progress | None = None
    ) -> None:
        """Downloads what a presigned address of an asset or a rendition leads to.

        A cut connection is taken up where it broke; the target appears only when it is complete.

        :param progress: hears the bytes received and the bytes there are (-1: unknown)
        :raises StorageError: when the storage refuses, usually because the address has expired
        """
        self._driver.run(
            _downloads.download(self._core, address, target, progress, self._core.options)
        )

    def close(self) -> None:
        """Closes the connections, unless they are of a client of yours."""
        if self._owned is not None:
            self._owned.close()

    def __enter__(self) -> ClipForge:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        """Names the server, never the key."""
        return f"ClipForge({self._core.base_url!r})"


class AsyncClipForge:
    """The ClipForge API for callers that await, on asyncio or trio. See :class:`ClipForge`.

    :param http_client: an ``httpx.AsyncClient`` of your own
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float = PATIENCE,
        max_retries: int = 2,
        http_client: httpx.AsyncClient | None = None,
        _pause: Pause | None = None,
        _now: Callable[[], float] = time.time,
    ) -> None:
        options = CallOptions(timeout=timeout, max_retries=max_retries)
        self._owned = httpx.AsyncClient() if http_client is None else None
        http = self._owned or http_client
        assert http is not None
        self._begin(make_core(api_key, base_url, options, _now), AsyncDriver(http, _pause))

    def _begin(self, core: Core, driver: AsyncDriver) -> None:
        self._core = core
        self._driver = driver
        self.api_keys = async_resources.AsyncApiKeysResource(core, driver)
        self.assets = async_resources.AsyncAssetsResource(core, driver)
        self.audit_log = async_resources.AsyncAuditLogResource(core, driver)
        self.brand_kits = async_resources.AsyncBrandKitsResource(core, driver)
        self.deliveries = async_resources.AsyncDeliveriesResource(core, driver)
        self.events = async_resources.AsyncEventsResource(core, driver)
        self.exports = AsyncExports(core, driver)
        self.ingests = AsyncIngests(core, driver)
        self.invitations = async_resources.AsyncInvitationsResource(core, driver)
        self.jobs = AsyncJobs(core, driver)
        self.members = async_resources.AsyncMembersResource(core, driver)
        self.moments = async_resources.AsyncMomentsResource(core, driver)
        self.oauth_clients = async_resources.AsyncOauthClientsResource(core, driver)
        self.organization = async_resources.AsyncOrganizationResource(core, driver)
        self.projects = async_resources.AsyncProjectsResource(core, driver)
        self.sessions = async_resources.AsyncSessionsResource(core, driver)
        self.transcripts = async_resources.AsyncTranscriptsResource(core, driver)
        self.uploads = AsyncUploads(core, driver)
        self.webhook_endpoints = async_resources.AsyncWebhookEndpointsResource(core, driver)

    def with_options(
        self,
        *,
        timeout: float | None = None,
        max_retries: int | None = None,
        wait_timeout: float | None = None,
        headers: Mapping[str, str] | None = None,
        on_response: Callable[[Response], None] | None = None,
    ) -> AsyncClipForge:
        """The same client with other options; connections and the retry budget are shared."""
        options = CallOptions(timeout, max_retries, wait_timeout, headers, on_response)
        other = AsyncClipForge.__new__(AsyncClipForge)
        other._owned = None
        other._begin(derived(self._core, options), self._driver)
        return other

    async def download(
        self, address: str, target: str | os.PathLike[str], progress: Progress | None = None
    ) -> None:
        """As :meth:`ClipForge.download`."""
        await self._driver.run(
            _downloads.download(self._core, address, target, progress, self._core.options)
        )

    async def close(self) -> None:
        """Closes the connections, unless they are of a client of yours."""
        if self._owned is not None:
            await self._owned.aclose()

    async def __aenter__(self) -> AsyncClipForge:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        """Names the server, never the key."""
        return f"AsyncClipForge({self._core.base_url!r})"


def derived(core: Core, options: CallOptions) -> Core:
    merged: dict[str, Any] = {**vars(core), "options": options.over(core.options)}
    return Core(**merged)
