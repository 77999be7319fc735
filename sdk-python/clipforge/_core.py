"""What happens to a call on its way: keys, headers, retries, problems. Nothing here does IO."""

from __future__ import annotations

import json
import logging
import math
import platform
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from . import errors
from ._call import Call, Send, Sleep, Steps
from ._model import Model
from ._options import CallOptions
from ._response import Response
from ._version import VERSION

T = TypeVar("T")
M = TypeVar("M", bound=Model)

LOG = logging.getLogger("clipforge")

PATIENCE = 60.0
FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0
LONGEST_RETRY_AFTER = 60.0
USER_AGENT = f"clipforge-python/{VERSION} (python {platform.python_version()}; {platform.system()})"


class RetryBudget:
    """What all calls of a client may spend on repetitions, so that they never double an overload.

    500 tokens at first and at most, 5 for a repetition, 1 back for each call that succeeds at once:
    the figures of the AWS SDKs' standard mode.
    """

    MOST = 500
    PRICE = 5

    def __init__(self) -> None:
        self._tokens = self.MOST
        self._lock = threading.Lock()

    def earn(self) -> None:
        with self._lock:
            self._tokens = min(self.MOST, self._tokens + 1)

    def spend(self) -> bool:
        with self._lock:
            affordable = self._tokens >= self.PRICE
            if affordable:
                self._tokens -= self.PRICE
            return affordable


@dataclass(frozen=True)
class Deadline:
    """When a wait over many calls ends, if it does."""

    now: Callable[[], float]
    end: float | None
    patience: float | None

    def bound(self, seconds: float) -> float:
        """The shorter of a time and what is left.

        :raises WaitTimeoutError: when nothing is left
        """
        if self.end is None:
            return seconds
        left = self.end - self.now()
        if left <= 0:
            raise errors.WaitTimeoutError(f"it has not ended within {self.patience:g} s")
        return min(left, seconds)


@dataclass(frozen=True)
class Core:
    """One client's way of calling."""

    base_url: str
    api_key: str = field(repr=False)
    options: CallOptions
    budget: RetryBudget
    now: Callable[[], float]
    random: Callable[[], float]

    def limit(self, options: CallOptions) -> int:
        return 2 if options.max_retries is None else options.max_retries

    def patience(self, options: CallOptions) -> float:
        return PATIENCE if options.timeout is None else options.timeout

    def merged(self, call: Call) -> CallOptions:
        return call.options.over(self.options) if call.options else self.options

    def deadline(self, options: CallOptions) -> Deadline:
        patience = options.wait_timeout
        return Deadline(self.now, None if patience is None else self.now() + patience, patience)

    def object(self, call: Call, model: type[M]) -> Steps[M]:
        """A call that is answered with one object."""
        answer = yield from self.exchange(call)
        found = read(model, body_of(answer))
        found._response = response_of(answer)
        return found

    def text(self, call: Call) -> Steps[str]:
        answer = yield from self.exchange(call)
        try:
            return answer.content.decode()
        except UnicodeDecodeError:
            # without its cause, which quotes the body
            raise errors.UnexpectedAnswerError("the answer is no UTF-8") from None

    def nothing(self, call: Call) -> Steps[None]:
        yield from self.exchange(call)

    def exchange(self, call: Call) -> Steps[httpx.Response]:
        options = self.merged(call)
        request = self.request(call, options)
        return (
            yield from self.retried(
                lambda: self.once(request, options),
                lambda failure: worth_repeating(call, failure),
                self.limit(options),
            )
        )

    def once(self, request: httpx.Request, options: CallOptions) -> Steps[httpx.Response]:
        answer: httpx.Response = yield Send(request)
        self.hear(answer, options)
        if not answer.is_success:
            raise problem_of(answer, self.now())
        return answer

    def hear(self, answer: httpx.Response, options: CallOptions) -> None:
        response = response_of(answer)
        LOG.debug(
            "%s %s: %s %s", response.method, response.path, response.status, response.request_id
        )
        if options.on_response is not None:
            options.on_response(response)

    def retried(
        self,
        attempt: Callable[[], Steps[T]],
        worth: Callable[[errors.ClipForgeError], bool],
        limit: int,
    ) -> Steps[T]:
        """The one loop that repeats what failed."""
        retry = 0
        while True:
            try:
                answer = yield from attempt()
            except errors.ClipForgeError as failure:
                if retry == limit or not worth(failure) or not self.budget.spend():
                    raise
                wait, reason = self.wait(failure, retry), str(failure)
            else:
                if retry == 0:
                    self.budget.earn()
                return answer
            LOG.info("again in %.3f s, after: %s", wait, reason)
            yield Sleep(wait)
            retry += 1

    def wait(self, failure: errors.ClipForgeError, retry: int) -> float:
        asked = failure.retry_after if isinstance(failure, errors.ApiError) else None
        return min(LONGEST_WAIT, FIRST_WAIT * 2**retry) * self.random() if asked is None else asked

    def request(self, call: Call, options: CallOptions) -> httpx.Request:
        headers = {**(options.headers or {}), **call.headers}
        headers["Authorization"] = f"Bearer {self.api_key}"
        headers["Accept"] = f"{call.accept}, application/problem+json"
        headers["User-Agent"] = USER_AGENT
        if call.idempotency_key is not None:
            headers["Idempotency-Key"] = call.idempotency_key
        if call.etag is not None:
            headers["If-Match"] = call.etag
        for name, value in headers.items():
            if not re.fullmatch(r"[\t -~]*", value):
                raise ValueError(f"the header {name} holds characters that no header has")
        content = None
        if call.body is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(sent(call.body), ensure_ascii=False).encode()
        return httpx.Request(
            call.method,
            httpx.URL(self.base_url + call.target),
            params={name: parameter(it) for name, it in call.query.items() if it is not None}
            or None,
            headers=headers,
            content=content,
            extensions={"timeout": httpx.Timeout(self.patience(options)).as_dict()},
        )


def sent(value: Any) -> Any:
    """As JSON; what is None stays out."""
    if isinstance(value, BaseModel):
        return sent({name: getattr(value, name) for name in value.model_fields_set})
    if isinstance(value, Mapping):
        return {name: sent(it) for name, it in value.items() if it is not None}
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.astimezone()
        return aware.isoformat()
    if isinstance(value, (list, tuple, set, frozenset)):
        return [sent(it) for it in value]
    return value


def parameter(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set, frozenset)):
        return ",".join(sorted(parameter(it) for it in value))
    return str(sent(value))


def worth_repeating(call: Call, failure: errors.ClipForgeError) -> bool:
    """Whether another attempt may help and does no harm."""
    if isinstance(failure, errors.ConnectionError):
        return call.may_be_repeated or not failure.request_sent
    if not isinstance(failure, errors.ApiError):
        return False
    if failure.should_retry is not None:
        return failure.should_retry
    if failure.status in (429, 503) or failure.code == "idempotency_key_in_use":
        return True  # it surely had no effect
    return call.may_be_repeated and (failure.status == 408 or failure.status >= 500)


def response_of(answer: httpx.Response) -> Response:
    request = answer.request
    return Response(request.method, request.url.path, answer.status_code, answer.headers)


def body_of(answer: httpx.Response) -> Any:
    try:
        return json.loads(answer.content)
    except ValueError:
        # without its cause, which quotes the body, and a body may hold a secret
        raise errors.UnexpectedAnswerError("the answer is no JSON") from None


def read(model: type[M], value: Any) -> M:
    try:
        return model.model_validate(value)
    except ValidationError as failure:
        places = {".".join(map(str, it["loc"])) for it in failure.errors(include_input=False)}
        where = ", ".join(sorted(places))
        raise errors.UnexpectedAnswerError(
            f"the answer cannot be read as {model.__name__} ({where})"
        ) from None


def problem_of(answer: httpx.Response, now: float) -> errors.ApiError:
    status = answer.status_code
    kind = errors.BY_STATUS.get(status, errors.ServerError if status >= 500 else errors.ApiError)
    advice = {"true": True, "false": False}.get(answer.headers.get("x-should-retry", ""))
    retry_after = seconds_of(answer.headers.get("retry-after", ""), now)
    return kind(told_by(answer), answer.headers, retry_after, advice)


def told_by(answer: httpx.Response) -> errors.Problem:
    status = answer.status_code
    header = answer.headers.get("request-id")
    try:
        body = json.loads(answer.content)
    except ValueError:
        body = None
    if not isinstance(body, dict) or not isinstance(body.get("code"), str) or "title" not in body:
        # something in between, such as a proxy's page
        title = "The answer did not come from ClipForge"
        return errors.Problem("about:blank", title, status, f"http_{status}", None, header)
    return errors.Problem(
        str(body.get("type", "about:blank")),
        str(body["title"]),
        status,
        body["code"],
        body.get("detail"),
        body.get("request_id", header),
        tuple(field_errors(body.get("errors"))),
    )


def field_errors(value: Any) -> Iterator[errors.FieldError]:
    for it in value if isinstance(value, list) else []:
        if isinstance(it, dict):
            yield errors.FieldError(
                str(it.get("pointer", "")), str(it.get("code", "")), it.get("detail")
            )


def seconds_of(retry_after: str, now: float) -> float | None:
    """``Retry-After`` of RFC 9110, seconds or a date, at most a minute; None when unreadable."""
    text = retry_after.strip()
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        seconds = float(text)
    else:
        try:
            date = parsedate_to_datetime(text)
        except ValueError:
            return None
        seconds = date.replace(tzinfo=date.tzinfo or timezone.utc).timestamp() - now
    return (
        min(max(seconds, 0.0), LONGEST_RETRY_AFTER)
        if math.isfinite(seconds)
        else LONGEST_RETRY_AFTER
    )
