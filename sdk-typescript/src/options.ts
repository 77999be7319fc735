/** How one call is made; what is not said is as the client has it. */
export interface CallOptions {
  /** How long an attempt waits for a connection, an answer, or the next byte, in milliseconds. */
  timeout?: number;
  /** How often a failed attempt is repeated. */
  maxRetries?: number;
  /** Headers to send besides ours. */
  headers?: Record<string, string>;
  /** Gives up the call, and every wait between its attempts. */
  signal?: AbortSignal;
}

/** What a call may say besides, by the header that its operation takes. */
export interface HeaderOptions {
  'Idempotency-Key': {
    /** 1…255 characters, unique per intended effect, kept for 30 days; minted for the call when you give none. */
    idempotencyKey?: string;
  };
  'If-Match': {
    /** The version that must still be the current one (see `etag` of the response). */
    etag?: string;
  };
  'If-None-Match': unknown;
}

export type AnyOptions = CallOptions & HeaderOptions['Idempotency-Key'] & HeaderOptions['If-Match'];
