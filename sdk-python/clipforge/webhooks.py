"""Webhooks as ClipForge sends them: Standard Webhooks 1.0.0, symmetric signatures."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Protocol

from ._core import read
from ._generated.models import (
    ApiKey,
    Event,
    Export,
    Ingest,
    Job,
    MomentSet,
    TranscriptSummary,
)
from ._model import Model
from ._signature import parse_secret, same_text, signature
from .errors import (
    UnexpectedAnswerError,
    WebhookPayloadError,
    WebhookSecretError,
    WebhookVerificationError,
)

__all__ = ["Body", "Headers", "VerifiedWebhook", "WebhookEvent", "sign", "unwrap", "verify"]


Body = str | bytes | bytearray | memoryview
"""The body of a request, as it came."""


class Headers(Protocol):
    """A request's headers: a dict, or what a framework has; the case of names does not matter."""

    def items(self) -> Iterable[tuple[str, str]]: ...


@dataclass(frozen=True)
class VerifiedWebhook:
    """What a valid signature vouches for."""

    id: str
    """Id of the message, the same each time it is sent: remember it to do nothing twice."""
    sent_at: datetime
    """When this attempt was sent."""


@dataclass(frozen=True)
class WebhookEvent:
    """Something that happened; the same object ``GET /v1/events`` lists."""

    id: str
    type: str
    """For example ``export.ready``; types may be added, so expect unknown ones."""
    timestamp: datetime
    """When it happened."""
    sequence: int
    """Counts the events of one resource, from 1: a lower one than you have seen is old news."""
    resource_id: str
    environment: str
    data: Mapping[str, Any]
    """The object it happened to, as the API returns it."""

    @property
    def resource(self) -> Model:
        """The object: an Ingest, TranscriptSummary, MomentSet, Export, Job or ApiKey.

        Of an event that is younger than this package it is a plain Model.

        :raises WebhookPayloadError: when the data is no such object
        """
        try:
            return read(_RESOURCES.get(self.type, Model), self.data)
        except UnexpectedAnswerError as cause:
            raise WebhookPayloadError(f"the data is no object of {self.type}") from cause

    @classmethod
    def of(cls, event: Event) -> WebhookEvent:
        """What ``client.events`` returned, as the webhook would have told it."""
        return cls(
            id=event.id,
            type=event.type,
            timestamp=event.timestamp,
            sequence=event.sequence,
            resource_id=event.resource_id,
            environment=event.environment,
            data=event.data,
        )


_RESOURCES: Mapping[str, type[Model]] = {
    "ingest.completed": Ingest,
    "ingest.failed": Ingest,
    "transcript.ready": TranscriptSummary,
    "moments.ready": MomentSet,
    "export.ready": Export,
    "export.failed": Export,
    "job.failed": Job,
    "api_key.revoked": ApiKey,
}


def unwrap(
    body: Body,
    headers: Headers,
    secrets: str | Sequence[str],
    *,
    tolerance: float = 300,
    now: Callable[[], float] = time.time,
) -> WebhookEvent:
    """Checks a delivery and reads its event.

    :param body: exactly what was received, before any JSON parser
    :param secrets: of the endpoint; during a rotation the old and the new one
    :param tolerance: how many seconds the clocks may differ
    :param now: the time now, in Unix seconds
    :raises WebhookVerificationError: when it is not to be believed
    :raises WebhookSecretError: when a secret is none
    :raises WebhookPayloadError: when the signature holds but the body is no event
    """
    verify(body, headers, secrets, tolerance=tolerance, now=now)
    return _read_event(body)


def verify(
    body: Body,
    headers: Headers,
    secrets: str | Sequence[str],
    *,
    tolerance: float = 300,
    now: Callable[[], float] = time.time,
) -> VerifiedWebhook:
    """Checks a delivery as :func:`unwrap` does, whatever its body is."""
    keys = _parse_secrets(secrets)
    content = _to_bytes(body)
    by_name = {name.lower(): value for name, value in headers.items()}
    id = by_name.get("webhook-id")
    timestamp = by_name.get("webhook-timestamp")
    signatures = by_name.get("webhook-signature")
    if not id or not timestamp or not signatures:
        raise WebhookVerificationError("missing_header")
    _check_age(timestamp, tolerance, now)
    for key in keys:
        expected = signature(id, timestamp, content, key)
        if any(same_text(each, expected) for each in signatures.split(" ")):
            return VerifiedWebhook(id, datetime.fromtimestamp(int(timestamp), timezone.utc))
    raise WebhookVerificationError("no_matching_signature")


def sign(
    *, id: str, timestamp: datetime, body: Body, secrets: str | Sequence[str]
) -> dict[str, str]:
    """The headers of a signed delivery, for the tests of a receiver."""
    seconds = str(int(timestamp.timestamp()))
    content = _to_bytes(body)
    signatures = [signature(id, seconds, content, key) for key in _parse_secrets(secrets)]
    return {
        "webhook-id": id,
        "webhook-timestamp": seconds,
        "webhook-signature": " ".join(signatures),
    }


def _check_age(timestamp: str, tolerance: float, now: Callable[[], float]) -> None:
    if not tolerance >= 0:
        raise ValueError(f"the tolerance is a number of seconds, not {tolerance}")
    if not re.fullmatch("[0-9]{1,15}", timestamp):
        raise WebhookVerificationError("malformed_timestamp")
    age = int(now()) - int(timestamp)
    if age > tolerance:
        raise WebhookVerificationError("timestamp_too_old")
    if age < -tolerance:
        raise WebhookVerificationError("timestamp_too_new")


def _parse_secrets(secrets: str | Sequence[str]) -> list[bytes]:
    keys = [parse_secret(each) for each in ([secrets] if isinstance(secrets, str) else secrets)]
    if not keys:
        raise WebhookSecretError("no webhook secret was given")
    return keys


def _to_bytes(body: Body) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    raise TypeError(
        "pass the raw body of the request, str or bytes, not what a JSON parser made of it"
    )


def _read_event(body: Body) -> WebhookEvent:
    event = _parse_object(body)
    sequence = event.get("sequence")
    if not isinstance(sequence, int) or isinstance(sequence, bool):
        raise WebhookPayloadError("the event has no sequence")
    data = event.get("data")
    if not isinstance(data, dict):
        raise WebhookPayloadError("the event has no data")
    return WebhookEvent(
        id=_text(event, "id"),
        type=_text(event, "type"),
        timestamp=_time(_text(event, "timestamp")),
        sequence=sequence,
        resource_id=_text(event, "resource_id"),
        environment=_text(event, "environment"),
        data=data,
    )


def _parse_object(body: Body) -> dict[str, Any]:
    try:
        parsed = json.loads(_to_bytes(body).decode())
    except ValueError as cause:
        raise WebhookPayloadError("the body is not JSON") from cause
    if not isinstance(parsed, dict):
        raise WebhookPayloadError("the body is not a JSON object")
    return parsed


def _text(event: dict[str, Any], field: str) -> str:
    value = event.get(field)
    if not isinstance(value, str):
        raise WebhookPayloadError(f"the event has no {field}")
    return value


def _time(text: str) -> datetime:
    try:
        # Python 3.10 reads neither Z nor a fraction of other than 3 or 6 digits
        match = re.fullmatch(r"(.{19})(?:\.([0-9]+))?(Z|[+-][0-9]{2}:[0-9]{2})", text)
        if match is None:
            raise ValueError(text)
        start, fraction, zone = match.groups()
        micros = ((fraction or "") + "000000")[:6]
        return datetime.fromisoformat(f"{start}.{micros}{'+00:00' if zone == 'Z' else zone}")
    except ValueError as cause:
        raise WebhookPayloadError("the timestamp of the event is no time") from cause
