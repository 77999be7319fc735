"""Ids as the API writes them: a prefix and the UUID in 26 characters of Crockford's base 32."""

import os
import time
from uuid import UUID

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUES = {it: value for value, it in enumerate(_ALPHABET)}
_LENGTH = 26
# two characters at a time: a page has twenty ids
_PAIRS = [one + other for one in _ALPHABET for other in _ALPHABET]
_SHIFTS = range(120, -1, -10)


def text(prefix: str, value: UUID) -> str:
    number = value.int
    return f"{prefix}_" + "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def find(prefix: str, text: str) -> UUID | None:
    """Nothing for what cannot be such an id."""
    start = len(prefix) + 1
    if len(text) != start + _LENGTH or not text.startswith(f"{prefix}_") or text[start] > "7":
        return None
    number = 0
    for it in text[start:]:
        value = _VALUES.get(it)
        if value is None:
            return None
        number = number << 5 | value
    return UUID(int=number)


def new() -> UUID:
    """Version 7."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    return UUID(int=value & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62)
