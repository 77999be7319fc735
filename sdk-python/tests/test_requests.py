from __future__ import annotations

import anyio
import httpx
import pytest

from clipforge import ApiError, AsyncClipForge, ClipForge, UnexpectedAnswerError

from .local_server import Answer, Seen, serving

KEY = "cf_test_hidden"


def found(request: Seen) -> Answer:
    return Answer()


def redirected(request: Seen) -> Answer:
    return Answer(302, headers={"location": "http://127.0.0.1:1/elsewhere"})


def test_a_client_that_follows_redirects_and_signs_in_by_itself_does_neither_here() -> None:
    http = httpx.Client(follow_redirects=True, auth=("ada", "lovelace"))
    with serving(redirected) as server, http:
        client = ClipForge(api_key=KEY, base_url=server.address, http_client=http)
        with pytest.raises(ApiError, match="302"):
            client.projects.get("prj_1")
    assert [it.headers["authorization"] for it in server.seen] == [f"Bearer {KEY}"]


def test_neither_does_one_that_is_awaited() -> None:
    async def call(address: str) -> None:
        async with httpx.AsyncClient(follow_redirects=True, auth=("ada", "lovelace")) as http:
            client = AsyncClipForge(api_key=KEY, base_url=address, http_client=http)
            with pytest.raises(ApiError, match="302"):
                await client.projects.get("prj_1")

    with serving(redirected) as server:
        anyio.run(call, server.address)
    assert [it.headers["authorization"] for it in server.seen] == [f"Bearer {KEY}"]


@pytest.mark.parametrize("id", ["", " ", ".", ".."])
def test_an_id_that_would_lead_elsewhere_is_refused(id: str) -> None:
    with serving(found) as server, ClipForge(api_key=KEY, base_url=server.address) as client:
        with pytest.raises(ValueError, match="id"):
            client.projects.delete(id)
        with pytest.raises(ValueError, match="id"):
            client.jobs.follow(id)
    assert server.seen == []


def test_a_header_that_would_break_the_request_is_refused_and_not_repeated() -> None:
    with serving(found) as server, ClipForge(api_key=KEY, base_url=server.address) as client:
        with pytest.raises(ValueError, match="Idempotency-Key"):
            client.exports.create(moment_id="mom_1", idempotency_key="one\r\nX-Other: two")
    assert server.seen == []


def test_an_answer_that_cannot_be_decompressed_is_told_apart_and_not_asked_for_again() -> None:
    def packed(request: Seen) -> Answer:
        return Answer(body=b"no gzip", headers={"content-encoding": "gzip"})

    with serving(packed) as server, ClipForge(api_key=KEY, base_url=server.address) as client:
        with pytest.raises(UnexpectedAnswerError):
            client.projects.get("prj_1")
    assert len(server.seen) == 1


def test_a_text_that_is_no_utf_8_is_told_apart() -> None:
    def torn(request: Seen) -> Answer:
        return Answer(body=b"WEBVTT \xff", headers={"content-type": "text/vtt"})

    with serving(torn) as server, ClipForge(api_key=KEY, base_url=server.address) as client:
        with pytest.raises(UnexpectedAnswerError):
            client.transcripts.vtt("ast_1")
