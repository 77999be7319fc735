"""The symmetric signature of Standard Webhooks 1.0.0."""

from __future__ import annotations

import base64
import hashlib
import hmac

from .errors import WebhookSecretError

_PREFIX = "whsec_"
_FEWEST_BYTES = 24
_MOST_BYTES = 64


def parse_secret(secret: str) -> bytes:
    """Reads a secret: ``whsec_`` and the canonical base64 of 24 to 64 bytes."""
    if not secret.startswith(_PREFIX):
        raise WebhookSecretError(f"a webhook secret starts with {_PREFIX}")
    text = secret[len(_PREFIX) :]
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        raise WebhookSecretError(f"a webhook secret is base64 after {_PREFIX}") from None
    if not _FEWEST_BYTES <= len(key) <= _MOST_BYTES:
        raise WebhookSecretError(
            f"a webhook secret has {_FEWEST_BYTES} to {_MOST_BYTES} bytes, not {len(key)}"
        )
    if base64.b64encode(key).decode() != text:
        raise WebhookSecretError("the base64 of a webhook secret is not canonical")
    return key


def signature(id: str, timestamp: str, body: bytes, key: bytes) -> str:
    """``v1,`` and the base64 of HMAC-SHA256 over ``{id}.{timestamp}.{body}``."""
    signed = _bytes(f"{id}.{timestamp}.") + body
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def same_text(one: str, other: str) -> bool:
    """Compares in a time that does not tell where the texts differ."""
    return hmac.compare_digest(_bytes(one), _bytes(other))


def _bytes(text: str) -> bytes:
    # some frameworks hand on undecodable header bytes as lone surrogates
    return text.encode("utf-8", "surrogatepass")
