"""Runs the cases that all SDKs share; openapi/conformance/README.md tells their form."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from clipforge import AsyncClipForge, ClipForge, Model, errors

FOLDER = Path(__file__).parents[2] / "openapi" / "conformance"
KEY = "cf_test_conformance"

KINDS: dict[str, type[Exception]] = {
    "bad_request": errors.BadRequestError,
    "unauthenticated": errors.UnauthenticatedError,
    "payment_required": errors.PaymentRequiredError,
    "forbidden": errors.ForbiddenError,
    "not_found": errors.NotFoundError,
    "conflict": errors.ConflictError,
    "precondition_failed": errors.PreconditionFailedError,
    "unprocessable": errors.UnprocessableError,
    "rate_limited": errors.RateLimitedError,
    "server": errors.ServerError,
    "api": errors.ApiError,
    "connection": errors.ConnectionError,
    "timeout": errors.TimeoutError,
    "unexpected_answer": errors.UnexpectedAnswerError,
    "job_failed": errors.JobFailedError,
    "storage": errors.StorageError,
    "invalid_argument": ValueError,
}


def cases() -> list[Any]:
    return [
        {**case, "group": file.stem}
        for file in sorted((FOLDER / "cases").glob("*.json"))
        for case in json.loads(file.read_text())
    ]


class Server:
    """The server of the cases, as a process that ends with this one."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(FOLDER / "server.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().split()[-1]

    def open(self, script: Any) -> tuple[str, str]:
        opened = self.send("POST", "/cases", {"script": script})
        return opened["id"], opened["base_url"]

    def close_case(self, id: str) -> Any:
        """What the case has seen."""
        return self.send("DELETE", f"/cases/{id}", None)

    def send(self, method: str, path: str, body: Any) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(self.address + path, data, method=method)) as answer:
            return json.load(answer)

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


async def holds(server: Server, case: Any, folder: Path, asynchronous: bool) -> None:
    id, base_url = server.open(case["script"])
    waits: list[float] = []
    try:
        client = client_of(case.get("client", {}), base_url, waits.append, asynchronous)
        for call in case["calls"]:
            for _ in range(call.get("repeat", 1)):
                await comes_out(client, call, folder)
        await settle(client.close())
    finally:
        seen = server.close_case(id)
    check_waits(case, waits)
    check_requests(case, seen["requests"])
    assert seen["steps_left"] == 0, "steps left"


def client_of(
    wanted: Any, base_url: str, pause: Callable[[float], None], asynchronous: bool
) -> ClipForge | AsyncClipForge:
    kind = AsyncClipForge if asynchronous else ClipForge
    options: dict[str, Any] = {}
    if "max_retries" in wanted:
        options["max_retries"] = wanted["max_retries"]
    if "timeout_ms" in wanted:
        options["timeout"] = wanted["timeout_ms"] / 1000
    return kind(
        api_key=wanted.get("api_key", KEY),
        base_url=wanted.get("base_url", base_url),
        _pause=pause,
        **options,
    )


async def comes_out(client: ClipForge | AsyncClipForge, call: Any, folder: Path) -> None:
    expected = call.get("error")
    if expected is None:
        check_result(call["result"], await made(client, call, folder), call["call"])
        return
    try:
        result = await made(client, call, folder)
    except (errors.ClipForgeError, ValueError) as failure:
        check_failure(expected, failure)
    else:
        raise AssertionError(f"no error, but {result}")


async def made(client: ClipForge | AsyncClipForge, call: Any, folder: Path) -> Any:
    resource, method = call["call"].split(".")
    arguments: list[Any] = list(call.get("path", {}).values())
    if "file" in call:
        file = folder / "talk.mp4"
        file.write_bytes(bytes((i * 31 + i // 256) % 256 for i in range(call["file"]["bytes"])))
        arguments = [file]
    named = {**call.get("query", {}), **call.get("body", {})}
    named |= {name: call[name] for name in ("idempotency_key", "etag") if name in call}
    result = await settle(getattr(getattr(client, resource), method)(*arguments, **named))
    if call.get("walk"):
        return {"ids": [it.id for it in await every(result)]}
    if hasattr(result, "pages"):
        page = await settle(result.page())
        listed = [plain(it) for it in page.data]
        return {"data": listed, "has_more": page.has_more, "next_cursor": page.next_cursor}
    return plain(result)


async def settle(value: Any) -> Any:
    return await value if isinstance(value, Awaitable) else value


async def every(pages: Any) -> list[Any]:
    if hasattr(pages, "__aiter__"):
        return [it async for it in pages]
    return list(pages)


def plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return value


def check_failure(expected: Any, failure: Exception) -> None:
    if "kind" in expected:
        assert type(failure) is KINDS[expected["kind"]] or (
            expected["kind"] == "invalid_argument" and isinstance(failure, ValueError)
        ), repr(failure)
    for secret in expected.get("message_lacks", []):
        told: BaseException | None = failure
        while told is not None:
            assert secret not in f"{told} {told!r}"
            told = told.__cause__ or told.__context__
    for name in ("status", "code", "request_id"):
        if name in expected:
            assert getattr(failure, name) == expected[name]
    if "retry_after_ms" in expected:
        assert isinstance(failure, errors.ApiError)
        assert failure.retry_after == expected["retry_after_ms"] / 1000
    if "field_errors" in expected:
        assert isinstance(failure, errors.ApiError)
        told_fields = [{"pointer": it.pointer, "code": it.code} for it in failure.errors]
        assert told_fields == expected["field_errors"]


def check_result(expected: Any, actual: Any, where: str) -> None:
    """A result holds at least what is expected: objects by their keys, arrays whole."""
    if isinstance(expected, dict):
        for name, value in expected.items():
            check_result(value, (actual or {}).get(name), f"{where}.{name}")
    else:
        assert actual == expected, where


def check_waits(case: Any, waits: list[float]) -> None:
    if "waits_ms" not in case:
        return
    assert len(waits) == len(case["waits_ms"]), waits
    for wait, (least, most) in zip(waits, case["waits_ms"], strict=True):
        assert least <= wait * 1000 <= most, waits


def check_requests(case: Any, seen: list[Any]) -> None:
    if "request_count" in case:
        assert len(seen) == case["request_count"], seen
    if "requests" in case:
        assert len(seen) == len(case["requests"]), seen
        for request, expected in zip(seen, case["requests"], strict=True):
            assert is_like(request, expected, seen), (request, expected)
    if "requests_any_order" in case:
        left = list(seen)
        for expected in case["requests_any_order"]:
            match = next((it for it in left if is_like(it, expected, seen)), None)
            assert match is not None, (expected, left)
            left.remove(match)
        assert not left


def is_like(request: Any, expected: Any, seen: list[Any]) -> bool:
    return (
        all(
            request[it] == expected[it]
            for it in ("method", "path", "sha256", "query")
            if it in expected
        )
        and ("body" not in expected or json.loads(request["body"]) == expected["body"])
        and all(
            carries(request, name, rule, seen) for name, rule in expected.get("headers", {}).items()
        )
    )


def carries(request: Any, name: str, rule: Any, seen: list[Any]) -> bool:
    value = request["headers"].get(name)
    if isinstance(rule, dict) and "matches" in rule:
        return value is not None and re.search(rule["matches"], value) is not None
    if isinstance(rule, dict) and "same_as" in rule:
        return bool(value == seen[rule["same_as"]]["headers"].get(name))
    if isinstance(rule, dict):
        return bool(value != seen[rule["differs_from"]]["headers"].get(name))
    return bool(value == rule)


__all__ = ["Server", "cases", "holds"]
