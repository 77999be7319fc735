"""How calls differ from what the client was made for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ._response import Response


@dataclass(frozen=True)
class CallOptions:
    """How a call differs; None leaves things as they are.

    :param timeout: seconds an attempt waits for a connection, for an answer, or for the next byte
    :param max_retries: how often a failed attempt is repeated; 0 for never
    :param wait_timeout: seconds ``wait_until_done`` and ``follow`` wait altogether
    :param headers: sent with the request
    :param on_response: hears every answer, those of failed attempts as well
    """

    timeout: float | None = None
    max_retries: int | None = None
    wait_timeout: float | None = None
    headers: Mapping[str, str] | None = None
    on_response: Callable[[Response], None] | None = None

    def __post_init__(self) -> None:
        for seconds in (self.timeout, self.wait_timeout):
            if seconds is not None and not seconds > 0:
                raise ValueError("a timeout is a positive number of seconds")
        if self.max_retries is not None and self.max_retries < 0:
            raise ValueError("max_retries must not be negative")

    def over(self, others: CallOptions) -> CallOptions:
        """These, and the others' where these say nothing."""
        said = {name: value for name, value in vars(self).items() if value is not None}
        headers = {**(others.headers or {}), **(self.headers or {})}
        return replace(others, **{**said, "headers": headers})
