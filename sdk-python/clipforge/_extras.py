"""What resources do beyond the operations of the contract, blocking and awaiting."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import _downloads, _uploads
from ._call import check_id
from ._content import Source
from ._core import Core
from ._follow import Hear, follow, settled
from ._generated import async_resources, resources
from ._generated.models import Export, Ingest, JobEvent, Rendition, Upload
from ._options import CallOptions
from ._storage import Progress
from ._uploads import UploadOptions


@dataclass(frozen=True)
class RenditionFiles:
    """Where a clip and what belongs to it were put."""

    video: Path
    srt: Path
    vtt: Path
    thumbnail: Path

    @classmethod
    def within(cls, folder: Path, name: str) -> RenditionFiles:
        return cls(*(folder / f"{name}.{kind}" for kind in ("mp4", "srt", "vtt", "jpg")))

    def wanted(
        self, rendition: Rendition, progress: Progress | None
    ) -> Iterator[tuple[str, Path, Progress | None]]:
        yield rendition.url, self.video, progress
        yield rendition.srt_url, self.srt, None
        yield rendition.vtt_url, self.vtt, None
        yield rendition.thumbnail_url, self.thumbnail, None


def ignore(event: JobEvent) -> None:
    """Hears nothing."""


def merged(core: Core, options: CallOptions | None) -> CallOptions:
    return options.over(core.options) if options else core.options


class Jobs(resources.JobsResource):
    """``client.jobs``."""

    def follow(
        self,
        job_id: str,
        on_event: Hear = ignore,
        *,
        call_options: CallOptions | None = None,
    ) -> JobEvent:
        """Follows every job of the flow that a job belongs to, until the flow ends.

        A stream that is cut is taken up where it broke; where streams do not get through, the jobs
        are asked for instead. The listener may hear a state twice.

        :returns: the last event; its ``flow_status`` says how the flow ended
        :raises WaitTimeoutError: when ``wait_timeout`` is over
        """
        return self._driver.run(
            follow(self._core, check_id(job_id), on_event, merged(self._core, call_options))
        )


class Uploads(resources.UploadsResource):
    """``client.uploads``."""

    def upload(
        self,
        source: Source,
        progress: Progress | None = None,
        *,
        upload: UploadOptions | None = None,
        call_options: CallOptions | None = None,
    ) -> Upload:
        """Uploads a whole file, in parts straight to the storage, several at a time.

        A part that fails is sent again. An upload that cannot be finished is aborted, unless it may
        be resumed.

        :param source: a path, bytes, or something open to be read
        :param progress: hears the bytes sent and the bytes there are
        :param upload: how to upload
        :raises StorageError: when the storage refuses a part for good
        """
        return self._driver.run(
            _uploads.upload(self._core, source, upload, progress, merged(self._core, call_options))
        )


class Ingests(resources.IngestsResource):
    """``client.ingests``."""

    def create_from_file(
        self,
        source: Source,
        project_id: str,
        progress: Progress | None = None,
        *,
        upload: UploadOptions | None = None,
        ingest: Mapping[str, Any] | None = None,
        call_options: CallOptions | None = None,
    ) -> Ingest:
        """Uploads a file and ingests it.

        :param ingest: what else :meth:`create` takes
        """
        wanted = replace(upload or UploadOptions(), project_id=project_id)
        sent = self._driver.run(
            _uploads.upload(self._core, source, wanted, progress, merged(self._core, call_options))
        )
        more = dict(ingest or {})
        return self.create(
            project_id=project_id,
            source={"type": "upload", "upload_id": sent.id},
            call_options=call_options,
            **more,
        )

    def wait_until_done(
        self,
        ingest_id: str,
        on_event: Hear = ignore,
        *,
        call_options: CallOptions | None = None,
    ) -> Ingest:
        """Follows the jobs of an ingest until its moments are ready.

        :raises JobFailedError: when it fails or is cancelled
        :raises WaitTimeoutError: when ``wait_timeout`` is over; the work goes on
        """
        how = merged(self._core, call_options)
        return self._driver.run(
            settled(self._core, "/v1/ingests/{id}", ingest_id, Ingest, on_event, how)
        )


class Exports(resources.ExportsResource):
    """``client.exports``."""

    def wait_until_done(
        self,
        export_id: str,
        on_event: Hear = ignore,
        *,
        call_options: CallOptions | None = None,
    ) -> Export:
        """Follows the job of an export until every rendition can be downloaded.

        :raises JobFailedError: when it fails or is cancelled
        :raises WaitTimeoutError: when ``wait_timeout`` is over; the work goes on
        """
        how = merged(self._core, call_options)
        return self._driver.run(
            settled(self._core, "/v1/exports/{id}", export_id, Export, on_event, how)
        )

    def download(
        self,
        rendition: Rendition,
        folder: str | os.PathLike[str],
        name: str,
        progress: Progress | None = None,
    ) -> RenditionFiles:
        """Downloads a clip and what belongs to it into a folder that exists.

        :param progress: hears about the clip itself
        """
        files = RenditionFiles.within(Path(folder), name)
        for address, target, listener in files.wanted(rendition, progress):
            self._driver.run(
                _downloads.download(self._core, address, target, listener, self._core.options)
            )
        return files


class AsyncJobs(async_resources.AsyncJobsResource):
    """``client.jobs``."""

    async def follow(
        self,
        job_id: str,
        on_event: Hear = ignore,
        *,
        call_options: CallOptions | None = None,
    ) -> JobEvent:
        """Follows every job of the flow that a job belongs to, until the flow ends.

        A stream that is cut is taken up where it broke; where streams do not get through, the jobs
        are asked for instead. The listener may hear a state twice.

        :returns: the last event; its ``flow_status`` says how the flow ended
        :raises WaitTimeoutError: when ``wait_timeout`` is over
        """
        return await self._driver.run(
            follow(self._core, check_id(job_id), on_event, merged(self._core, call_options))
        )


class AsyncUploads(async_resources.AsyncUploadsResource):
    """``client.uploads``."""

    async def upload(
        self,
        source: Source,
        progress: Progress | None = None,
        *,
        upload: UploadOptions | None = None,
        call_options: CallOptions | None = None,
    ) -> Upload:
        """Uploads a whole file, in parts straight to the storage, several at a time.

        A part that fails is sent again. An upload that cannot be finished is aborted, unless it may
        be resumed.

        :param source: a path, bytes, or something open to be read
        :param progress: hears the bytes sent and the bytes there are
        :param upload: how to upload
        :raises StorageError: when the storage refuses a part for good
        """
        return await self._driver.run(
            _uploads.upload(self._core, source, upload, progress, merged(self._core, call_options))
        )


class AsyncIngests(async_resources.AsyncIngestsResource):
    """``client.ingests``."""

    async def create_from_file(
        self,
        source: Source,
        project_id: str,
        progress: Progress | None = None,
        *,
        upload: UploadOptions | None = None,
        ingest: Mapping[str, Any] | None = None,
        call_options: CallOptions | None = None,
    ) -> Ingest:
        """Uploads a file and ingests it.

        :param ingest: what else :meth:`create` takes
        """
        wanted = replace(upload or UploadOptions(), project_id=project_id)
        sent = await self._driver.run(
            _uploads.upload(self._core, source, wanted, progress, merged(self._core, call_options))
        )
        more = dict(ingest or {})
        return await self.create(
            project_id=project_id,
            source={"type": "upload", "upload_id": sent.id},
            call_options=call_options,
            **more,
        )

    async def wait_until_done(
        self,
        ingest_id: str,
        on_event: Hear = ignore,
        *,
        call_options: CallOptions | None = None,
    ) -> Ingest:
        """Follows the jobs of an ingest until its moments are ready.

        :raises JobFailedError: when it fails or is cancelled
        :raises WaitTimeoutError: when ``wait_timeout`` is over; the work goes on
        """
        how = merged(self._core, call_options)
        return await self._driver.run(
            settled(self._core, "/v1/ingests/{id}", ingest_id, Ingest, on_event, how)
        )


class AsyncExports(async_resources.AsyncExportsResource):
    """``client.exports``."""

    async def wait_until_done(
        self,
        export_id: str,
        on_event: Hear = ignore,
        *,
        call_options: CallOptions | None = None,
    ) -> Export:
        """Follows the job of an export until every rendition can be downloaded.

        :raises JobFailedError: when it fails or is cancelled
        :raises WaitTimeoutError: when ``wait_timeout`` is over; the work goes on
        """
        how = merged(self._core, call_options)
        return await self._driver.run(
            settled(self._core, "/v1/exports/{id}", export_id, Export, on_event, how)
        )

    async def download(
        self,
        rendition: Rendition,
        folder: str | os.PathLike[str],
        name: str,
        progress: Progress | None = None,
    ) -> RenditionFiles:
        """Downloads a clip and what belongs to it into a folder that exists.

        :param progress: hears about the clip itself
        """
        files = RenditionFiles.within(Path(folder), name)
        for address, target, listener in files.wanted(rendition, progress):
            await self._driver.run(
                _downloads.download(self._core, address, target, listener, self._core.options)
            )
        return files
