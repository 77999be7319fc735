import type { FieldError, Problem } from './generated/models.js';

/** What every error of this package is. */
export class ClipForgeError extends Error {
  override name = 'ClipForgeError';
}

/** What the server refused, and with which words. */
export interface Refusal {
  status: number;
  problem: Problem;
  headers: Headers;
  /** How long the server asked to wait before the next attempt, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/**
 * The server answered with a problem (RFC 9457). Branch on `code`, or on the subclass of a status; a status without a
 * subclass of its own arrives as this class. Quote `requestId` when you ask for help.
 */
export class ApiError extends ClipForgeError {
  override name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The stable name of the problem, such as `not_found`; new ones may appear at any time. */
  readonly code: string;
  /** Address of the page that explains the problem. */
  readonly type: string;
  /** The problem in a few words. */
  readonly title: string;
  /** What happened this time, for people. */
  readonly detail: string | undefined;
  /** The id of the failed request in our logs; undefined when the answer did not come from ClipForge. */
  readonly requestId: string | undefined;
  /** How long the server asked to wait before the next attempt, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The values that were not acceptable, each with a JSON Pointer. */
  readonly errors: readonly FieldError[];
  /** Everything the server said about it. */
  readonly problem: Problem;
  /** The headers of the answer. */
  readonly headers: Headers;

  constructor({ status, problem, headers, retryAfterMs }: Refusal) {
    super(text(status, problem));
    this.status = status;
    this.code = problem.code;
    this.type = problem.type;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.request_id;
    this.retryAfterMs = retryAfterMs;
    this.errors = problem.errors ?? [];
    this.problem = problem;
    this.headers = headers;
  }

  /** The error that belongs to a refusal's status. */
  static of(refusal: Refusal): ApiError {
    if (refusal.status >= 500) {
      return new ServerError(refusal);
    }
    return new (BY_STATUS[refusal.status] ?? ApiError)(refusal);
  }
}

/** 400: the request cannot be understood. */
export class BadRequestError extends ApiError {
  override name = 'BadRequestError';
}

/** 401: no key, or one that does not work. */
export class UnauthenticatedError extends ApiError {
  override name = 'UnauthenticatedError';
}

/** 402: a spending cap is reached. */
export class PaymentRequiredError extends ApiError {
  override name = 'PaymentRequiredError';
}

/** 403: the key lacks the scope, or you the role. */
export class ForbiddenError extends ApiError {
  override name = 'ForbiddenError';
}

/** 404: there is no such object. */
export class NotFoundError extends ApiError {
  override name = 'NotFoundError';
}

/** 409: the state of the object does not allow it. */
export class ConflictError extends ApiError {
  override name = 'ConflictError';
}

/** 412: the object has changed since the version that was named. */
export class PreconditionFailedError extends ApiError {
  override name = 'PreconditionFailedError';
}

/** 422: values are not acceptable; `errors` says which. */
export class UnprocessableError extends ApiError {
  override name = 'UnprocessableError';
}

/** 429: too many requests; `retryAfterMs` says when to go on. */
export class RateLimitedError extends ApiError {
  override name = 'RateLimitedError';
}

/** 5xx: our fault, or that of something in between. */
export class ServerError extends ApiError {
  override name = 'ServerError';
}

const BY_STATUS: Record<number, typeof ApiError> = {
  400: BadRequestError,
  401: UnauthenticatedError,
  402: PaymentRequiredError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  422: UnprocessableError,
  429: RateLimitedError,
};

/** No answer came: there was no connection, or it broke. */
export class ConnectionError extends ClipForgeError {
  override name = 'ConnectionError';

  constructor(
    message: string,
    /** Whether the request may have reached the server. */
    readonly requestSent: boolean,
  ) {
    super(message);
  }
}

/** Nothing moved for as long as `timeout` allows. */
export class TimeoutError extends ConnectionError {
  override name = 'TimeoutError';

  constructor(message: string) {
    super(message, true);
  }
}

/** An answer came that is not as the contract describes it. */
export class UnexpectedAnswerError extends ClipForgeError {
  override name = 'UnexpectedAnswerError';
}

/** The storage refused a presigned address, usually because it has expired. */
export class StorageError extends ClipForgeError {
  override name = 'StorageError';

  constructor(
    message: string,
    /** The HTTP status. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** An ingest or an export that was waited for ended as `failed` or `cancelled`. Nothing was charged. */
export class JobFailedError extends ClipForgeError {
  override name = 'JobFailedError';

  constructor(
    /** The id of the ingest or export. */
    readonly resourceId: string,
    readonly status: 'failed' | 'cancelled' | (string & {}),
    /** Why it failed; undefined when it was cancelled. */
    readonly problem?: Problem,
  ) {
    super(`${resourceId} ${status}${problem === undefined ? '' : `: ${problem.code}: ${problem.detail ?? problem.title}`}`);
  }

  /** The stable name of the problem; undefined when it was cancelled. */
  get code(): string | undefined {
    return this.problem?.code;
  }
}

/** What was waited for has not ended in time. It goes on, and may be waited for again. */
export class WaitTimeoutError extends ClipForgeError {
  override name = 'WaitTimeoutError';
}

function text(status: number, { code, title, detail, request_id: requestId }: Problem): string {
  return `${status} ${code}: ${detail ?? title}${requestId === undefined ? '' : ` (${requestId})`}`;
}

/** Why a delivery is not believed, in the order of the checks. */
export type WebhookRefusal =
  | 'missing_header'
  | 'malformed_timestamp'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'no_matching_signature';

const SENTENCES: Record<WebhookRefusal, string> = {
  missing_header: 'webhook-id, webhook-timestamp or webhook-signature is missing',
  malformed_timestamp: 'webhook-timestamp is not a number of seconds',
  timestamp_too_old: 'the webhook was sent too long ago',
  timestamp_too_new: 'the webhook was sent in the future; compare the clocks',
  no_matching_signature: 'no signature matches: check the secret, and that the body is exactly what was received',
};

/** Not from ClipForge, not for this secret, changed on the way, or sent again later. Answer 400 and do nothing. */
export class WebhookVerificationError extends ClipForgeError {
  override name = 'WebhookVerificationError';

  constructor(readonly reason: WebhookRefusal) {
    super(SENTENCES[reason]);
  }
}

/** The secret given is no webhook secret; the message does not repeat it. */
export class WebhookSecretError extends ClipForgeError {
  override name = 'WebhookSecretError';
}

/** The signature holds, but the body is not an event. */
export class WebhookPayloadError extends ClipForgeError {
  override name = 'WebhookPayloadError';
}
