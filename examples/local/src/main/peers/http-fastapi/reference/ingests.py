"""Creating ingests: project, asset, job, ingest, audit entry and kept answer in one transaction."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, Any
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Request, Response
from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from . import typeids
from .callers import Caller
from .idempotency import Answer, once
from .models import Asset, AuditEntry, Ingest, Job, Project
from .problems import Problem
from .schemas import IngestOut, JobOut, NewIngest
from .security import Allowed

PART_MS = 300_000
MAX_BYTES = 10 << 30
EXPECTED_MS = 1_000

router = APIRouter(prefix="/v1/ingests")
Writer = Annotated[Caller, Depends(Allowed("ingests:write"))]
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=255)]


@router.post("", status_code=202, response_model=IngestOut)
async def create_ingest(wanted: NewIngest, key: Key, caller: Writer, request: Request) -> Response:
    async def act(session: AsyncSession) -> Answer:
        job, ingest = await _create(session, wanted, caller)
        out = IngestOut(
            id=ingest.id,
            project_id=ingest.project_id,
            status=ingest.status,
            source=wanted.source,
            options=wanted.options,
            asset_id=ingest.asset_id,
            job=JobOut.model_validate(job),
            environment=ingest.environment,
            metadata=ingest.labels,
            created_at=ingest.created_at,
            updated_at=ingest.updated_at,
        )
        if wanted.run_at is None:
            out.job.run_at = None
        body = out.model_dump_json(exclude_none=True)
        target = typeids.text("ing", ingest.id)
        session.add(
            AuditEntry(
                id=typeids.new(),
                created_at=datetime.now(UTC),
                actor=caller.key_id,
                address=request.client.host if request.client else None,
                request_id=request.state.id,
                action="createIngest",
                target=target,
                after_digest=sha256(body.encode()).hexdigest(),
            )
        )
        return Answer(202, {"Location": f"/v1/ingests/{target}", "Retry-After": "2"}, body)

    payload = wanted.model_dump_json().encode()
    answer = await once(caller, key, "POST /v1/ingests", payload, act)
    return Response(answer.body, answer.status, answer.headers, "application/json")


async def _create(session: AsyncSession, wanted: NewIngest, caller: Caller) -> tuple[Job, Ingest]:
    project_id = typeids.find("prj", wanted.project_id)
    if project_id is None or not await session.scalar(
        select(exists().where(Project.id == project_id, Project.deleted_at.is_(None)))
    ):
        raise Problem(404, "not_found", "There is no such project.")
    id, asset_id = typeids.new(), typeids.new()
    options = wanted.options.model_dump(exclude_none=True)
    job = _job(id, asset_id, wanted, caller)
    name = urlsplit(wanted.source.url).path.rpartition("/")[2]
    session.add_all([Asset(id=asset_id, project_id=project_id, ingest_id=id, filename=name or None), job])
    await session.flush()
    ingest = Ingest(
        id=id,
        project_id=project_id,
        asset_id=asset_id,
        job_id=job.id,
        source=wanted.source.model_dump(),
        options=options,
        labels=wanted.metadata,
    )
    session.add(ingest)
    await session.flush()
    return job, ingest


def _job(id: UUID, asset_id: UUID, wanted: NewIngest, caller: Caller) -> Job:
    spec: dict[str, Any] = {
        "kind": "ingest.v1",
        "assetId": str(asset_id),
        "source": {"type": "url", "url": wanted.source.url, "maxBytes": MAX_BYTES},
        "partLengthMs": PART_MS,
        "outputPrefix": f"{caller.org_id}/assets/{asset_id}/",
    }
    now = datetime.now(UTC)
    due = wanted.run_at or now
    return Job(
        id=typeids.new(),
        kind="ingest.v1",
        priority=wanted.priority,
        spec=spec,
        flow_id=id,
        ingest_id=id,
        asset_id=asset_id,
        status="scheduled" if due > now else "queued",
        attempt=1,
        cost_ms=EXPECTED_MS,
        due_at=due,
    )
