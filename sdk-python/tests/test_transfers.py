from __future__ import annotations

import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from clipforge import (
    AsyncClipForge,
    CallOptions,
    ClipForge,
    NotFoundError,
    Response,
    StorageError,
    UploadOptions,
    WaitTimeoutError,
)
from clipforge.models import CreatedApiKey

from .conformance import KEY, Server
from .test_readme import answer

CONTENT = bytes(i % 251 for i in range(2500))
SIZES = {"id": "the_id", "size_bytes": 2500, "part_size_bytes": 1000, "part_count": 3, "parts": []}


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def client_of(base_url: str, **options: Any) -> ClipForge:
    return ClipForge(api_key=KEY, base_url=base_url, _pause=lambda _: None, **options)


def put(part: int, status: int = 200) -> dict[str, Any]:
    headers = {"ETag": f'"e{part}"'}
    return {"on": f"PUT /parts/{part}", "status": status, "text": "", "headers": headers}


def addresses(*parts: int) -> dict[str, Any]:
    data = [
        {
            "part_number": it,
            "url": f"{{{{base_url}}}}/parts/{it}",
            "expires_at": "2099-01-01T00:00:00Z",
        }
        for it in parts
    ]
    return {"on": "POST /v1/uploads/the_id/parts", "status": 200, "body": {"data": data}}


def test_an_upload_that_broke_off_goes_on_in_another_process(
    server: Server, tmp_path: Path
) -> None:
    file, resume = tmp_path / "talk.mp4", tmp_path / "talk.upload"
    file.write_bytes(CONTENT)
    how = UploadOptions(resume_file=resume, parallel_parts=1)
    first, base_url = server.open(
        [answer("uploads.create", **SIZES), addresses(1, 2, 3), put(1), put(2, status=400)]
    )
    with client_of(base_url) as client, pytest.raises(StorageError):
        client.uploads.upload(file, upload=how)
    server.close_case(first)
    assert resume.exists()

    heard: list[tuple[int, int]] = []
    second, base_url = server.open(
        [
            answer("uploads.get", **SIZES, status="open"),
            addresses(2, 3),
            put(2),
            put(3),
            answer("uploads.complete", **SIZES),
        ]
    )
    with client_of(base_url) as client:
        client.uploads.upload(file, lambda done, total: heard.append((done, total)), upload=how)
    seen = server.close_case(second)
    assert seen["steps_left"] == 0
    assert [it["path"] for it in seen["requests"] if it["method"] == "PUT"] == [
        "/parts/2",
        "/parts/3",
    ]
    assert heard[0] == (1000, 2500) and heard[-1] == (2500, 2500)
    assert not resume.exists()


@pytest.mark.parametrize("source", [CONTENT, io.BytesIO(CONTENT)], ids=["bytes", "open"])
def test_bytes_and_what_is_open_go_up_as_a_file_does(server: Server, source: Any) -> None:
    script = [answer("uploads.create", **SIZES), addresses(1, 2, 3), put(1), put(2), put(3)]
    case, base_url = server.open([*script, answer("uploads.complete", **SIZES)])
    with client_of(base_url) as client:
        client.uploads.upload(source, upload=UploadOptions(filename="talk.mp4"))
    puts = {it["path"]: it["sha256"] for it in server.close_case(case)["requests"]}
    parts = [CONTENT[:1000], CONTENT[1000:2000], CONTENT[2000:]]
    assert [puts[f"/parts/{it}"] for it in (1, 2, 3)] == [sha256(it).hexdigest() for it in parts]


def test_a_download_goes_on_where_it_broke(server: Server, tmp_path: Path) -> None:
    whole = {"status": 200, "text": "0123456789", "headers": {"ETag": '"v1"'}}
    rest = {"status": 206, "text": "56789", "headers": {"ETag": '"v1"'}}
    case, base_url = server.open([{**whole, "cut": "in_body"}, rest])
    target = tmp_path / "clip.mp4"
    with client_of(base_url) as client:
        client.download(f"{base_url}/clip?signature=s3cret", target)
    again = server.close_case(case)["requests"][1]
    assert target.read_text() == "0123456789"
    assert again["headers"]["range"] == "bytes=5-"
    assert again["headers"]["if-range"] == '"v1"'
    assert "authorization" not in again["headers"]
    assert [it.name for it in tmp_path.iterdir()] == ["clip.mp4"]


def test_a_download_that_is_refused_leaves_no_file_and_tells_no_signature(
    server: Server, tmp_path: Path
) -> None:
    case, base_url = server.open([{"status": 403, "text": ""}])
    with client_of(base_url) as client, pytest.raises(StorageError) as failure:
        client.download(f"{base_url}/clip?signature=s3cret", tmp_path / "clip.mp4")
    server.close_case(case)
    assert failure.value.status == 403
    assert "s3cret" not in str(failure.value)
    assert not (tmp_path / "clip.mp4").exists()


def test_every_answer_is_heard_those_of_failed_attempts_as_well(server: Server) -> None:
    limits = '"burst";r=50;t=30, "day";r=900'
    headers = {"Idempotent-Replayed": "true", "RateLimit": limits, "ETag": '"v1"'}
    created = {**answer("projects.create"), "headers": headers}
    case, base_url = server.open([{"status": 503, "text": "", "on": "POST /v1/projects"}, created])
    heard: list[Response] = []
    with client_of(base_url) as client:
        project = client.with_options(on_response=heard.append).projects.create(name="Show")
    server.close_case(case)
    assert [it.status for it in heard] == [503, 201]
    assert heard[1] == project.response
    assert (project.response.replayed, project.response.etag) == (True, '"v1"')
    assert project.response.request_id == "req_2"
    limits_read = [(it.policy, it.remaining, it.resets_in) for it in project.response.rate_limits]
    assert limits_read == [("burst", 50, 30), ("day", 900, None)]


def test_options_of_a_call_leave_the_client_as_it_was(server: Server) -> None:
    case, base_url = server.open([{"status": 404, "text": ""}, {"status": 404, "text": ""}])
    with client_of(base_url) as client:
        for options in (CallOptions(headers={"X-Team": "video"}), None):
            with pytest.raises(NotFoundError):
                client.projects.get("prj_1", call_options=options)
    first, second = server.close_case(case)["requests"]
    assert first["headers"]["x-team"] == "video"
    assert "x-team" not in second["headers"]


def test_a_wait_ends_after_its_time(server: Server) -> None:
    case, base_url = server.open([{"silence": True}])
    client = ClipForge(api_key=KEY, base_url=base_url)
    with client, pytest.raises(WaitTimeoutError):
        client.jobs.follow("job_1", call_options=CallOptions(wait_timeout=0.3))
    server.close_case(case)


def test_a_proxy_is_that_of_the_given_client(server: Server) -> None:
    case, proxy = server.open([{"status": 404, "text": ""}])
    with httpx.Client(proxy=proxy) as http:
        client = ClipForge(api_key=KEY, base_url="http://clipforge.invalid", http_client=http)
        with pytest.raises(NotFoundError):
            client.projects.get("prj_1")
    assert server.close_case(case)["steps_left"] == 0


def test_a_listener_may_be_awaited(server: Server) -> None:
    event = (
        'data: {"id":"1","job_id":"j","kind":"render","status":"succeeded","progress":1,'
        '"flow_status":"succeeded","timestamp":"2026-11-21T09:30:00Z"}\n\n'
    )
    case, base_url = server.open(
        [{"status": 200, "text": event, "headers": {"Content-Type": "text/event-stream"}}]
    )
    heard: list[str] = []

    async def follow() -> None:
        async def hear(event: Any) -> None:
            await anyio.sleep(0)
            heard.append(event.id)

        async with AsyncClipForge(api_key=KEY, base_url=base_url) as client:
            await client.jobs.follow("j", hear)

    anyio.run(follow)
    server.close_case(case)
    assert heard == ["1"]


@pytest.mark.parametrize(
    "options",
    [
        {"api_key": ""},
        {"api_key": "cf_test_ä"},
        {"base_url": "ftp://x"},
        {"base_url": "http://u:p@x"},
    ],
)
def test_what_cannot_work_is_refused_without_telling_the_key(options: dict[str, str]) -> None:
    with pytest.raises(ValueError) as failure:
        ClipForge(**{"api_key": KEY, **options})  # type: ignore[arg-type]
    assert KEY not in str(failure.value)


def test_a_client_and_a_secret_are_printed_without_it() -> None:
    assert KEY not in repr(ClipForge(api_key=KEY, base_url="http://localhost"))
    made = CreatedApiKey.model_validate({"id": "key_1", "secret": "cf_test_s3cret"})
    assert "s3cret" not in f"{made} {made!r}"
