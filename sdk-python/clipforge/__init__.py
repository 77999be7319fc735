"""ClipForge for Python."""

from . import webhooks
from .errors import (
    ClipForgeError,
    WebhookPayloadError,
    WebhookRefusal,
    WebhookSecretError,
    WebhookVerificationError,
)

__all__ = [
    "ClipForgeError",
    "WebhookPayloadError",
    "WebhookRefusal",
    "WebhookSecretError",
    "WebhookVerificationError",
    "webhooks",
]
