from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from .conformance import Server, cases, holds


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.mark.parametrize("loop", ["blocking", "awaiting", "trio"])
@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['group']}: {case['name']}")
def test_every_case_holds(server: Server, case: Any, loop: str, tmp_path: Path) -> None:
    backend = "trio" if loop == "trio" else "asyncio"
    anyio.run(holds, server, case, tmp_path, loop != "blocking", backend=backend)
