from __future__ import annotations

import copy
import pickle

import httpx
import pytest

from clipforge import errors

PROBLEM = errors.Problem(
    "https://api.clipforge.io/problems/validation_failed",
    "Not acceptable",
    422,
    "validation_failed",
    request_id="req_1",
    errors=(errors.FieldError("/name", "too_long"),),
)


@pytest.mark.parametrize(
    "error",
    [
        errors.UnprocessableError(PROBLEM, httpx.Headers({"request-id": "req_1"}), 1.5, False),
        errors.ConnectionError("no connection", request_sent=False),
        errors.TimeoutError("nothing came in time", request_sent=True),
        errors.JobFailedError("exp_1", "failed", None),
        errors.StorageError("the storage answered 403", 403),
        errors.UnexpectedAnswerError("no JSON"),
        errors.WebhookVerificationError("missing_header"),
    ],
    ids=lambda it: type(it).__name__,
)
def test_an_error_comes_whole_out_of_another_process(error: errors.ClipForgeError) -> None:
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert vars(other) == vars(error)
