"""ClipForge for Python: from a long video to ranked, captioned clips."""

from . import errors, models, webhooks
from ._client import AsyncClipForge, ClipForge
from ._extras import RenditionFiles
from ._model import Model
from ._options import CallOptions
from ._pages import AsyncPages, Page, Pages
from ._response import RateLimit, Response
from ._uploads import UploadOptions
from ._version import VERSION as __version__
from .errors import (
    ApiError,
    BadRequestError,
    ClipForgeError,
    ConflictError,
    ConnectionError,
    FieldError,
    ForbiddenError,
    JobFailedError,
    NotFoundError,
    PaymentRequiredError,
    PreconditionFailedError,
    Problem,
    RateLimitedError,
    ServerError,
    StorageError,
    TimeoutError,
    UnauthenticatedError,
    UnexpectedAnswerError,
    UnprocessableError,
    WaitTimeoutError,
    WebhookPayloadError,
    WebhookRefusal,
    WebhookSecretError,
    WebhookVerificationError,
)

__all__ = [
    "ApiError",
    "AsyncClipForge",
    "AsyncPages",
    "BadRequestError",
    "CallOptions",
    "ClipForge",
    "ClipForgeError",
    "ConflictError",
    "ConnectionError",
    "FieldError",
    "ForbiddenError",
    "JobFailedError",
    "Model",
    "NotFoundError",
    "Page",
    "Pages",
    "PaymentRequiredError",
    "PreconditionFailedError",
    "Problem",
    "RateLimit",
    "RateLimitedError",
    "RenditionFiles",
    "Response",
    "ServerError",
    "StorageError",
    "TimeoutError",
    "UnauthenticatedError",
    "UnexpectedAnswerError",
    "UnprocessableError",
    "UploadOptions",
    "WaitTimeoutError",
    "WebhookPayloadError",
    "WebhookRefusal",
    "WebhookSecretError",
    "WebhookVerificationError",
    "__version__",
    "errors",
    "models",
    "webhooks",
]
