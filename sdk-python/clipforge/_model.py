"""What all models have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict, PrivateAttr

from ._privacy import shown
from ._response import Response

ABSENT: Any = None
"""What a property is that an answer should have and has not; nothing is checked for it."""


class Model(BaseModel):
    """An object of the API. Properties that are younger than this SDK are kept as attributes."""

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=())

    _response: Response | None = PrivateAttr(default=None)

    @property
    def response(self) -> Response:
        """The answer this object came with: status, headers, request id, ETag.

        :raises ValueError: when it did not come alone in an answer, but within another or a list
        """
        if self._response is None:
            raise ValueError(f"this {type(self).__name__} is no answer of its own")
        return self._response

    def __repr_args__(self) -> Any:
        # whatever is printed ends in a log
        for name, value in super().__repr_args__():
            yield name, "…" if name in _SECRETS and value is not None else shown(value)

    __str__ = BaseModel.__repr__


_SECRETS = frozenset(
    {
        "secret",
        "token",
        "access_token",
        "refresh_token",
        "client_secret",
        "password",
        "previous_secret",
    }
)


def kind_by(discriminator: str, *known: str) -> Callable[[Any], str]:
    """Tells what member of a union a value is, by one of its properties; unknown ones are plain."""

    def kind(value: Any) -> str:
        given = value if isinstance(value, dict) else vars(value)
        told = given.get(discriminator)
        return str(told) if told in known else ""

    return kind
