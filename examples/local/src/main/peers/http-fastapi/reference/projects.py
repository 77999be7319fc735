"""Reading and listing projects."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import select

from . import cursors, typeids
from .callers import Caller
from .database import tenant
from .models import Project
from .problems import Problem
from .schemas import ProjectOut, ProjectPage
from .security import Allowed

router = APIRouter(prefix="/v1/projects")
Reader = Annotated[Caller, Depends(Allowed("projects:read"))]


@router.get("/{project_id}", response_model=ProjectOut)
async def get_project(project_id: str, caller: Reader, response: Response) -> Project:
    id = typeids.find("prj", project_id)
    project = None
    if id is not None:
        async with tenant(caller) as session:
            project = await session.scalar(select(Project).where(Project.id == id, Project.deleted_at.is_(None)))
    if project is None:
        raise Problem(404, "not_found", "There is no such project.")
    response.headers["ETag"] = f'"{project.version}"'
    return project


@router.get("", response_model=ProjectPage, response_model_exclude_none=True)
async def list_projects(
    caller: Reader,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> dict[str, object]:
    before = cursors.read(cursor, "projects", caller)
    # one more than asked for, to know whether there are more
    query = select(Project).where(Project.deleted_at.is_(None)).order_by(Project.id.desc()).limit(limit + 1)
    if before is not None:
        query = query.where(Project.id < before)
    async with tenant(caller) as session:
        rows = (await session.scalars(query)).all()
    more = len(rows) > limit
    shown = rows[:limit]
    return {
        "data": shown,
        "has_more": more,
        "next_cursor": cursors.write(shown[-1].id, "projects", caller) if more else None,
    }
