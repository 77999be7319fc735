"""What goes in and out as JSON."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from . import typeids

Metadata = Annotated[
    dict[
        Annotated[str, StringConstraints(min_length=1, max_length=40)],
        Annotated[str, StringConstraints(max_length=500)],
    ],
    Field(max_length=50),
]
ProjectId = Annotated[UUID, PlainSerializer(lambda it: typeids.text("prj", it), str)]
IngestId = Annotated[UUID, PlainSerializer(lambda it: typeids.text("ing", it), str)]
AssetId = Annotated[UUID, PlainSerializer(lambda it: typeids.text("ast", it), str)]
# the public name has no version
Kind = Annotated[str, BeforeValidator(lambda it: it.partition(".")[0])]
JobId = Annotated[UUID, PlainSerializer(lambda it: typeids.text("job", it), str)]


class Resource(BaseModel):
    model_config = ConfigDict(from_attributes=True, populate_by_name=True)


class ProjectOut(Resource):
    id: ProjectId
    name: str
    environment: str
    metadata: dict[str, str] = Field(validation_alias="labels")
    created_at: datetime
    updated_at: datetime


class ProjectPage(Resource):
    data: list[ProjectOut]
    has_more: bool
    next_cursor: str | None = None


class UrlSource(BaseModel):
    type: Literal["url"]
    url: Annotated[str, StringConstraints(pattern=r"^https://[^@/?#]+([/?#].*)?$", max_length=2048)]


class Options(BaseModel):
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    min_clip_ms: Annotated[int, Field(ge=1_000, le=600_000)] | None = None
    max_clip_ms: Annotated[int, Field(ge=1_000, le=600_000)] | None = None
    max_moments: Annotated[int, Field(ge=1, le=12)] | None = None


class NewIngest(BaseModel):
    project_id: Annotated[str, StringConstraints(max_length=100)]
    source: UrlSource
    options: Options = Options()
    priority: Literal["high", "standard", "batch"] = "standard"
    run_at: AwareDatetime | None = None
    metadata: Metadata = {}


class JobOut(Resource):
    id: JobId
    kind: Kind
    status: str
    priority: str
    progress: float
    attempts: int = Field(validation_alias="attempt")
    run_at: datetime | None = Field(validation_alias="due_at")
    ingest_id: IngestId
    asset_id: AssetId
    environment: str
    created_at: datetime
    updated_at: datetime


class IngestOut(Resource):
    id: IngestId
    project_id: ProjectId
    status: str
    source: UrlSource
    options: Options
    asset_id: AssetId
    job: JobOut
    environment: str
    metadata: dict[str, str] = Field(validation_alias="labels")
    created_at: datetime
    updated_at: datetime
