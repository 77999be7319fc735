from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .conformance import Server
from .test_contract import DOCUMENT, example

README = Path(__file__).parents[1] / "README.md"
LISTINGS = re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def answer(call: str, **changes: Any) -> dict[str, Any]:
    """The contract's example of an answer, as a step of a script."""
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            if isinstance(operation, dict) and operation.get("x-clipforge-call") == call:
                status, response = next(
                    it for it in operation["responses"].items() if it[0].startswith("2")
                )
                body = {**example(response["content"]["application/json"]), **changes}
                route = re.sub(r"{\w+}", "the_id", path)
                return {"on": f"{method.upper()} {route}", "status": int(status), "body": body}
    raise AssertionError(call)


def test_the_first_listing_turns_a_file_into_a_clip(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = {"part_number": 1, "url": "{{base_url}}/part", "expires_at": "2099-01-01T00:00:00Z"}
    sizes = {"size_bytes": 6, "part_size_bytes": 10, "part_count": 1}
    moment = answer("moments.get")["body"]
    rendition = {"ratio": "9:16", "url": "{{base_url}}/clip"}
    script = [
        answer("projects.create"),
        answer("uploads.create", id="the_id", parts=[part], **sizes),
        {"on": "PUT /part", "status": 200, "text": "", "headers": {"ETag": '"t"'}},
        answer("uploads.complete", id="the_id", parts=[], **sizes),
        answer("ingests.create", id="the_id"),
        answer("ingests.get", id="the_id", status="completed", asset_id="the_id"),
        answer("moments.list", data=[moment], has_more=False, next_cursor=None),
        answer("exports.create", id="the_id"),
        answer("exports.get", id="the_id", status="ready", renditions=[rendition]),
        {"on": "GET /clip", "status": 200, "text": "a clip"},
    ]
    id, base_url = server.open(script)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLIPFORGE_API_KEY", "cf_test_conformance")
    monkeypatch.setenv("CLIPFORGE_BASE_URL", base_url)
    Path("talk.mp4").write_text("a talk")

    exec(compile(LISTINGS[0], "README.md", "exec"), {})

    seen = server.close_case(id)
    assert Path("clip.mp4").read_text() == "a clip"
    assert [it["body"] for it in seen["requests"] if it["path"] == "/part"] == ["a talk"]
    assert seen["steps_left"] == 0


def test_every_listing_and_the_package_have_right_types(tmp_path: Path) -> None:
    prelude = "from clipforge import ClipForge\n\nclient = ClipForge()\n"
    for number, listing in enumerate(LISTINGS):
        own = "client = ClipForge()" in listing
        (tmp_path / f"listing{number}.py").write_text(listing if own else prelude + listing)
    checked = [str(it) for it in sorted(tmp_path.glob("*.py"))]
    package = str(README.parent / "clipforge")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--cache-dir",
            str(tmp_path / "cache"),
            package,
            *checked,
        ],
        check=True,
        cwd=README.parent,
    )
