"""What Schemathesis has no check for."""

import json
import os
from collections import Counter, defaultdict
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

import jsonschema_rs
import schemathesis
from schemathesis.core.parameters import ParameterLocation

KEY = "Idempotency-Key"
REFUSED = {400, 412, 422}

# What a schema can say by itself: a value that fits the contract is never refused for one of these.
STATED = {
    "required", "wrong_type", "wrong_form", "not_allowed", "too_long", "too_short",
    "too_many", "too_few", "out_of_range", "repeated",
}

# Where a bound is known to the server only: a part of an upload, the end of the audit log, one of several organizations,
# a span without a moment, the name of who is new. Or is another field: the longest is not shorter than the shortest.
# And an offset of more than 18 hours, which RFC 3339 has and no place.
KNOWN_LATER = {
    ("createUploadParts", "/part_numbers"),
    ("verifyAuditLog", "#parameter/from_sequence"),
    ("createSession", "/organization_id"),
    ("createExport", "/moment_id"),
    ("acceptInvitation", "/name"),
    ("createExport", "/ratios"),
    ("createExport", "/run_at"),
    ("createBrandKit", "/lower_third/title"),
    ("updateBrandKit", "/lower_third/title"),
    ("createIngest", "/run_at"),
    ("createIngest", "/options/max_clip_ms"),
    ("createApiKey", "/expires_at"),
}

# These refuse whatever is made up: passwords, sessions and tokens, files that were not sent, a job that was given up.
OUT_OF_REACH = {
    "acceptInvitation", "createInvitation", "createToken", "endSession", "refreshSession", "reportLeakedApiKey",
    "completeUpload", "redriveJob",
}


@schemathesis.hook
def before_call(ctx, case, kwargs):
    """Lets a request through to where the work is done, unless it is wrong on purpose."""
    if case.meta is None:
        return
    # a key that was used already is refused before anything else is looked at
    if KEY in case.headers and not case.meta.is_negative_at(ParameterLocation.HEADER):
        case.headers[KEY] = str(uuid4())
    # what most of the rest belongs to stays, whoever finds it in a list
    if operation_of(case) == "deleteAsset" and case.path_parameters.get("asset_id") == os.environ["CLIPFORGE_TALK"]:
        case.path_parameters["asset_id"] = "ast_01h455vb4pex5vsknk084sn02q"
    # an export is of a moment or of a stretch of an asset, not of both
    if operation_of(case) == "createExport" and isinstance(case.body, dict) and case.meta.generation.mode.is_positive:
        for name in ("asset_id", "start_ms", "end_ms", "brand_kit_id", "brand_kit_version"):
            case.body.pop(name, None)
        case.body["moment_id"] = os.environ["CLIPFORGE_MOMENT"]


def operation_of(case):
    return case.operation.definition.raw["operationId"]


@schemathesis.deserializer("application/x-subrip", "text/vtt")
def text(ctx, response):
    return response.text


@schemathesis.check
def refusals_that_no_schema_could_state(ctx, response, case):
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code not in REFUSED:
        return
    operation = operation_of(case)
    if operation == "createToken":
        return  # RFC 6749 has answers of its own
    problem = response.json()
    query = dict(parse_qsl(urlsplit(response.request.url).query, keep_blank_values=True))
    if problem["code"] in ("idempotency_key_reused", "precondition_failed"):
        return
    if problem["code"] == "invalid_request" and "cursor" in query:
        return
    for error in problem["errors"]:
        pointer, code = error["pointer"], error["code"]
        empty = query.get(pointer.removeprefix("#parameter/")) == ""
        assert code not in STATED or empty or (operation, pointer) in KNOWN_LATER, f"{pointer} is {code}, which the contract does not say"
    assert problem["errors"], "it is not said what is wrong"


@schemathesis.check
def each_event_of_a_stream(ctx, response, case):
    if not response.headers.get("content-type", [""])[0].startswith("text/event-stream"):
        return
    components = case.operation.schema.raw_schema["components"]
    event = jsonschema_rs.validator_for({"$ref": "#/components/schemas/JobEvent", "components": components})
    for line in response.text.splitlines():
        if line.startswith("data:"):
            event.validate(json.loads(line.removeprefix("data:")))


@schemathesis.check
class EveryOperationSucceedsSometimes:
    """Of those that the caller may use, and has not used too often."""

    def __init__(self):
        self.answers = defaultdict(Counter)

    def after_response(self, ctx, response, case):
        self.answers[operation_of(case)][answer(response)] += 1

    def after_run(self, ctx):
        never = [
            f"{operation} ({', '.join(f'{count} x {it}' for it, count in answers.most_common(5))})"
            for operation, answers in sorted(self.answers.items())
            if operation not in OUT_OF_REACH and not any(it.startswith(("2", "403", "429")) for it in answers)
        ]
        assert not never, "never succeeded: " + "; ".join(never)


def answer(response):
    if response.status_code < 400:
        return str(response.status_code)
    try:
        errors = response.json().get("errors", [])
        return " ".join([str(response.status_code), *(it["pointer"] + " " + it["code"] for it in errors[:1])])
    except ValueError:
        return str(response.status_code)
