"""Each operation is called with the contract's example, and must send and read it without loss."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
import yaml

from clipforge import AsyncClipForge, ClipForge, Model, Page

from .conformance import KEY, Server, settle

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "openapi" / "dist" / "clipforge.yaml"
METHODS = ("get", "post", "put", "patch", "delete")
PARAMETERS = {"limit": 1, "version": 2, "from_sequence": 1}


class Times(yaml.SafeLoader):
    """Leaves times as the text they are."""


Times.yaml_implicit_resolvers = {
    first: [it for it in resolvers if it[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
DOCUMENT = yaml.load(CONTRACT.read_text(), Times)  # noqa: S506


def resolved(node: Any) -> Any:
    while isinstance(node, dict) and "$ref" in node:
        found: Any = DOCUMENT
        for name in node["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        node = found
    return node


def operations() -> Iterator[Any]:
    for path, item in DOCUMENT["paths"].items():
        for method in METHODS:
            operation = item.get(method)
            if operation is None or "x-clipforge-call" not in operation:
                continue
            parameters = [
                resolved(it) for it in item.get("parameters", []) + operation.get("parameters", [])
            ]
            status, answer = next(
                it for it in operation["responses"].items() if it[0].startswith("2")
            )
            content = resolved(answer).get("content", {})
            media = next(iter(content), "application/json")
            if media == "text/event-stream":
                continue  # the shared cases follow streams
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            yield {
                "call": operation["x-clipforge-call"],
                "method": method.upper(),
                "path": path,
                "query": [it["name"] for it in parameters if it["in"] == "query"],
                "key": any(it["name"] == "Idempotency-Key" for it in parameters),
                "body": None if body is None else example(body),
                "status": int(status),
                "media": media,
                "answer": example(content[media]) if media in content else None,
            }


def example(content: Any) -> Any:
    if "examples" in content:
        return next(iter(content["examples"].values()))["value"]
    return content["example"]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "awaiting"])
@pytest.mark.parametrize("operation", list(operations()), ids=lambda it: it["call"])
def test_every_operation_is_sent_and_read_as_the_contract_says(
    server: Server, operation: Any, asynchronous: bool
) -> None:
    anyio.run(sent_and_read, server, operation, asynchronous)


async def sent_and_read(server: Server, operation: Any, asynchronous: bool) -> None:
    step: dict[str, Any] = {"status": operation["status"]}
    if operation["media"] == "application/json":
        if operation["answer"] is not None:
            step["body"] = operation["answer"]
    else:
        step |= {"text": operation["answer"], "headers": {"Content-Type": operation["media"]}}
    id, base_url = server.open([step])
    kind = AsyncClipForge if asynchronous else ClipForge
    client = kind(api_key=KEY, base_url=base_url, max_retries=0)
    resource, method = operation["call"].split(".")
    ids = ["the_id"] * operation["path"].count("{")
    query = {it: PARAMETERS.get(it, "x") for it in operation["query"]}
    arguments = {**query, **(operation["body"] or {})}
    result = await settle(getattr(getattr(client, resource), method)(*ids, **arguments))
    if hasattr(result, "page"):
        result = await settle(result.page())
    await settle(client.close())

    (seen,) = server.close_case(id)["requests"]
    path = re.sub(r"{\w+}", "the_id", operation["path"])
    assert (seen["method"], seen["path"]) == (operation["method"], path)
    assert sorted(seen["query"]) == sorted(operation["query"])
    assert ("idempotency-key" in seen["headers"]) == operation["key"]
    assert operation["media"] in seen["headers"]["accept"]
    if operation["body"] is not None:
        assert json.loads(seen["body"]) == operation["body"]
    assert plain(result) == operation["answer"]


def plain(result: Any) -> Any:
    if isinstance(result, Page):
        cursor = {} if result.next_cursor is None else {"next_cursor": result.next_cursor}
        return {"data": [plain(it) for it in result.data], "has_more": result.has_more, **cursor}
    if isinstance(result, Model):
        return result.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return result


def test_what_is_generated_is_of_this_contract() -> None:
    fingerprint = hashlib.sha256(CONTRACT.read_bytes()).hexdigest()
    for name in ("models", "resources", "async_resources"):
        made = (ROOT / "sdk-python" / "clipforge" / "_generated" / f"{name}.py").read_text()
        assert f"SHA-256 of the contract: {fingerprint}" in made, "run ./clipforge gen"
