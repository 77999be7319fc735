from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from clipforge import ClipForge, NotFoundError, models

from .local_server import Answer, Seen, serving

KEY = "cf_test_hidden"
PROBLEM = {"type": "about:blank", "title": "Gone", "status": 404, "code": "not_found"}


def found(request: Seen) -> Answer:
    return Answer(body=b"clip")


def test_logs_tell_requests_and_repetitions_but_no_key_and_no_query_of_an_address(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    failing = iter([503])

    def answer(request: Seen) -> Answer:
        if request.path.startswith("/clip.mp4"):
            return found(request)
        status = next(failing, 404)
        body = json.dumps({**PROBLEM, "status": status}).encode()
        return Answer(status, body, {"request-id": "req_7"})

    with (
        serving(answer) as server,
        ClipForge(api_key=KEY, base_url=server.address, _pause=lambda _: None) as client,
    ):
        with pytest.raises(NotFoundError):
            client.projects.get("prj_1")
        client.download(f"{server.address}/clip.mp4?signature=hidden", tmp_path / "clip.mp4")
    assert "GET /v1/projects/prj_1: 404 req_7" in caplog.text
    assert "again in" in caplog.text
    assert "/clip.mp4" in caplog.text
    assert "hidden" not in caplog.text
    assert server.seen[-1].path == "/clip.mp4?signature=hidden"


def test_nothing_of_a_client_shows_its_key() -> None:
    with ClipForge(api_key=KEY, base_url="http://127.0.0.1:1") as client:
        assert KEY not in f"{client!r} {client._core!r} {vars(client)}"


def test_a_printed_rendition_shows_its_address_without_the_query() -> None:
    rendition = models.Rendition(url="https://cdn.example.com/clip.mp4?signature=hidden")
    assert "https://cdn.example.com/clip.mp4" in repr(rendition)
    assert "hidden" not in f"{rendition} {rendition!r}"
    assert rendition.url.endswith("?signature=hidden")
