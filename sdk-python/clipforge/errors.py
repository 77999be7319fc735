"""The errors of this package; all are ClipForgeErrors."""

from __future__ import annotations

from typing import Literal

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
