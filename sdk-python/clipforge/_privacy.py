"""What is never shown: the queries of presigned addresses, which permit what these name."""

from __future__ import annotations

from typing import Any

import httpx


class Presigned(httpx.URL):
    """An address that shows itself without its query: httpx writes addresses into its log."""

    def __str__(self) -> str:
        return super().__str__().partition("?")[0]

    def __repr__(self) -> str:
        return f"Presigned({str(self)!r})"


def shown(value: Any) -> Any:
    """What may be printed of a value."""
    if isinstance(value, str) and value.startswith(("https://", "http://")) and "?" in value:
        return value.partition("?")[0] + "?…"
    return value
