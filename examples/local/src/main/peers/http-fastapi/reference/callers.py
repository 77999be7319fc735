"""Who calls."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caller:
    key_id: str
    org_id: str
    environment: str
    scopes: frozenset[str]
