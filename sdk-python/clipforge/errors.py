"""The errors of this package; all are ClipForgeErrors."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

WebhookRefusal = Literal[
    "missing_header",
    "malformed_timestamp",
    "timestamp_too_old",
    "timestamp_too_new",
    "no_matching_signature",
]
"""Why a delivery is not believed, in the order of the checks."""

_SENTENCES: dict[WebhookRefusal, str] = {
    "missing_header": "webhook-id, webhook-timestamp or webhook-signature is missing",
    "malformed_timestamp": "webhook-timestamp is not a number of seconds",
    "timestamp_too_old": "the webhook was sent too long ago",
    "timestamp_too_new": "the webhook was sent in the future; compare the clocks",
    "no_matching_signature": (
        "no signature matches: check the secret, and that the body is exactly what was received"
    ),
}


class ClipForgeError(Exception):
    """What every error of this package is."""

    def __reduce__(self) -> tuple[Any, ...]:
        # pickled as it is, whatever its constructor takes
        return _again, (type(self), self.args, vars(self))


def _again(kind: type[ClipForgeError], args: tuple[Any, ...], facts: dict[str, Any]) -> Any:
    error = kind.__new__(kind)
    error.args = args
    vars(error).update(facts)
    return error


class WebhookVerificationError(ClipForgeError):
    """Not from ClipForge, not for this secret, changed on the way, or sent again later.

    Answer 400 and do nothing.
    """

    def __init__(self, reason: WebhookRefusal) -> None:
        super().__init__(_SENTENCES[reason])
        self.reason: WebhookRefusal = reason

    def __reduce__(self) -> tuple[type[WebhookVerificationError], tuple[WebhookRefusal]]:
        # pickled by its reason, not by its sentence
        return type(self), (self.reason,)


class WebhookSecretError(ClipForgeError):
    """The secret given is no webhook secret; the message does not repeat it."""


class WebhookPayloadError(ClipForgeError):
    """The signature holds, but the body is not an event."""


@dataclass(frozen=True)
class FieldError:
    """One value that was not acceptable."""

    pointer: str
    """JSON Pointer into the body, or ``#parameter/<name>``."""
    code: str
    detail: str | None = None


@dataclass(frozen=True)
class Problem:
    """What the server says of a failure (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str
    detail: str | None = None
    request_id: str | None = None
    errors: Sequence[FieldError] = ()


class ApiError(ClipForgeError):
    """The server answered with a problem. Branch on ``code``, or catch the class of a status.

    Quote ``request_id`` when you ask for help.
    """

    def __init__(
        self,
        problem: Problem,
        headers: Mapping[str, str],
        retry_after: float | None = None,
        should_retry: bool | None = None,
    ) -> None:
        request = f" (request {problem.request_id})" if problem.request_id else ""
        super().__init__(
            f"{problem.status} {problem.code}: {problem.detail or problem.title}{request}"
        )
        self.problem = problem
        self.headers = headers
        self.retry_after = retry_after
        """Seconds the server asked to wait before the next attempt."""
        self.should_retry = should_retry
        """Whether the server asked for another attempt, or for none; None when it said neither."""

    @property
    def status(self) -> int:
        return self.problem.status

    @property
    def code(self) -> str:
        """The stable name of the problem, such as ``not_found``; new ones may appear."""
        return self.problem.code

    @property
    def request_id(self) -> str | None:
        return self.problem.request_id

    @property
    def errors(self) -> Sequence[FieldError]:
        """The values that were not acceptable."""
        return self.problem.errors


class BadRequestError(ApiError):
    """400."""


class UnauthenticatedError(ApiError):
    """401: the key is missing, wrong, expired or revoked."""


class PaymentRequiredError(ApiError):
    """402: the spending cap is reached."""


class ForbiddenError(ApiError):
    """403: the key may not do this."""


class NotFoundError(ApiError):
    """404."""


class ConflictError(ApiError):
    """409."""


class PreconditionFailedError(ApiError):
    """412: somebody else was faster."""


class UnprocessableError(ApiError):
    """422: a value is not acceptable; ``errors`` says which."""


class RateLimitedError(ApiError):
    """429."""


class ServerError(ApiError):
    """5xx: something broke on our side."""


class ConnectionError(ClipForgeError, builtins.ConnectionError):  # noqa: A001
    """No answer came: there was no connection, or it broke. Retries are used up by then."""

    def __init__(self, message: str, *, request_sent: bool) -> None:
        super().__init__(message)
        self.request_sent = request_sent
        """Whether the request may have arrived; False means that it surely had no effect."""


class TimeoutError(ConnectionError, builtins.TimeoutError):  # noqa: A001
    """Nothing came for as long as the timeout says."""


class UnexpectedAnswerError(ClipForgeError):
    """An answer that cannot be read."""


class WaitTimeoutError(ClipForgeError):
    """What was waited for has not ended in time. It goes on, and may be waited for again."""


class JobFailedError(ClipForgeError):
    """An ingest or export that was waited for failed or was cancelled. Nothing was charged."""

    def __init__(self, resource_id: str, status: str, problem: Any) -> None:
        reason = f": {problem.code}: {problem.detail or problem.title}" if problem else ""
        super().__init__(f"{resource_id} {status}{reason}")
        self.resource_id = resource_id
        self.status = status
        self.problem = problem
        """Why it failed, as in the object; None when it was cancelled."""

    @property
    def code(self) -> str | None:
        return self.problem.code if self.problem else None


class StorageError(ClipForgeError):
    """The storage behind a presigned address refused; 403 usually means that it has expired."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


BY_STATUS: Mapping[int, type[ApiError]] = {
    400: BadRequestError,
    401: UnauthenticatedError,
    402: PaymentRequiredError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    412: PreconditionFailedError,
    422: UnprocessableError,
    429: RateLimitedError,
}
"""The class of a status; others are ServerError from 500 on, else ApiError."""
