from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import pytest

from clipforge import Model, WebhookPayloadError, models, webhooks

from .test_contract import DOCUMENT, example

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
SCHEMAS = DOCUMENT["components"]["schemas"]


def delivered(event: Any) -> webhooks.WebhookEvent:
    body = json.dumps(event)
    headers = webhooks.sign(
        id=event["id"], timestamp=datetime.now(timezone.utc), body=body, secrets=SECRET
    )
    return webhooks.unwrap(body, headers, SECRET)


def content(type: str) -> Any:
    return DOCUMENT["webhooks"][type]["post"]["requestBody"]["content"]["application/json"]


def kind_of(type: str) -> str:
    """The schema of an event's data."""
    schema = SCHEMAS[content(type)["schema"]["$ref"].rpartition("/")[2]]
    properties = (it.get("properties", {}) for it in [schema, *schema.get("allOf", [])])
    data = next(it["data"] for it in properties if "data" in it)
    return str(data["$ref"].rpartition("/")[2])


@pytest.mark.parametrize("type", list(DOCUMENT["webhooks"]))
def test_an_event_carries_the_object_it_happened_to(type: str) -> None:
    sent = example(content(type))
    for event in (
        delivered(sent),
        webhooks.WebhookEvent.of(models.Event.model_validate(sent)),
    ):
        resource = event.resource
        assert resource.__class__.__name__ == kind_of(type)
        assert resource.model_dump(mode="json", by_alias=True, exclude_unset=True) == sent["data"]


def test_an_event_that_is_younger_than_the_package_carries_a_plain_object() -> None:
    event = delivered({**example(content("export.ready")), "type": "export.watched"})
    assert type(event.resource) is Model
    assert event.resource.model_dump()["id"] == event.data["id"]


def test_data_of_another_shape_is_told_apart() -> None:
    event = delivered({**example(content("export.ready")), "data": {"renditions": 3}})
    with pytest.raises(WebhookPayloadError, match=r"export\.ready"):
        event.resource  # noqa: B018
