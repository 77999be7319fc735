from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .local_server import Answer, Seen, serving
from .test_readme import answer

CONTENT = random.Random(7).randbytes(250_000)
PART = 100_000

UPLOAD = """
import sys
from clipforge import ClipForge, UploadOptions
base_url, file, resume_file = sys.argv[1:]
sys.stdin.read()  # begins when it is told to
with ClipForge(api_key="cf_test_x", base_url=base_url) as client:
    how = UploadOptions(resume_file=resume_file, parallel_parts=1)
    client.uploads.upload(file, upload=how)
"""


class Storage:
    """An upload as the platform keeps it; it kills who sends a part, or completes it, when told."""

    def __init__(self) -> None:
        self.parts: dict[int, bytes] = {}
        self.completed: list[Any] = []
        self.killing: dict[int | str, subprocess.Popen[bytes]] = {}
        self.address = ""

    def answer(self, request: Seen) -> Answer:
        if request.method == "PUT":
            return self.keep(int(request.path.rpartition("/")[2]), request.body)
        if request.path.endswith("/parts"):
            wanted = json.loads(request.body)["part_numbers"]
            return told({"data": [self.presigned(it) for it in wanted]})
        if request.path.endswith("/complete"):
            self.completed.append(json.loads(request.body)["parts"])
            self.kill("complete")
            return self.upload("completed")
        status = "completed" if self.completed else "open"
        return self.upload(status, 201 if request.method == "POST" else 200)

    def kill(self, when: int | str) -> bool:
        victim = self.killing.pop(when, None)
        if victim is None:
            return False
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        return True

    def keep(self, number: int, body: bytes) -> Answer:
        if not self.kill(number):
            assert number not in self.parts, "a part that had arrived came again"
            self.parts[number] = body
        return Answer(headers={"etag": f'"part-{number}"'})

    def presigned(self, number: int) -> dict[str, Any]:
        url = f"{self.address}/parts/{number}"
        return {"part_number": number, "url": url, "expires_at": "2099-01-01T00:00:00Z"}

    def upload(self, status: str, code: int = 200) -> Answer:
        sizes = {"size_bytes": len(CONTENT), "part_size_bytes": PART, "part_count": 3, "parts": []}
        return told(answer("uploads.create", **sizes, status=status)["body"], code)


def told(body: Any, status: int = 200) -> Answer:
    return Answer(status, json.dumps(body).encode(), {"content-type": "application/json"})


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
def test_an_upload_goes_on_after_kill_9_and_every_byte_arrives_once(tmp_path: Path) -> None:
    file, resume = tmp_path / "talk.mp4", tmp_path / "talk.upload"
    file.write_bytes(CONTENT)
    storage = Storage()
    with serving(storage.answer) as server:
        storage.address = server.address
        command = [sys.executable, "-c", UPLOAD, server.address, str(file), str(resume)]
        for when in (2, 3, "complete"):
            process = subprocess.Popen(command, stdin=subprocess.PIPE)
            storage.killing[when] = process
            process.communicate()
            assert process.returncode == -signal.SIGKILL
            assert resume.exists()
        subprocess.run(command, stdin=subprocess.DEVNULL, check=True)

    assert b"".join(storage.parts[it] for it in (1, 2, 3)) == CONTENT
    assert [[it["part_number"] for it in parts] for parts in storage.completed] == [[1, 2, 3]]
    assert sum(it.path == "/v1/uploads" for it in server.seen) == 1
    assert not resume.exists()
