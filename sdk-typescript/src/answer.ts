/** What an answer says besides its object. */
export class ResponseInfo {
  readonly status: number;
  readonly headers: Headers;

  constructor(response: { status: number; headers: Headers }) {
    this.status = response.status;
    this.headers = response.headers;
  }

  /** The id of the request in our logs. */
  get requestId(): string | undefined {
    return this.headers.get('request-id') ?? undefined;
  }

  /** The version of the object, to be given as `etag` with an update. */
  get etag(): string | undefined {
    return this.headers.get('etag') ?? undefined;
  }

  /** Whether this is the answer of an earlier call with the same idempotency key. */
  get replayed(): boolean {
    return this.headers.get('idempotent-replayed') === 'true';
  }

  /** What is left of each limit. */
  get rateLimits(): RateLimit[] {
    return (this.headers.get('ratelimit') ?? '').split(',').flatMap((entry) => {
      const found = /^\s*"([^"]*)"\s*;\s*r=(\d+)(?:\s*;\s*t=(\d+))?/.exec(entry);
      return found === null
        ? []
        : [{ policy: found[1] ?? '', remaining: Number(found[2]), resetMs: Number(found[3] ?? 0) * 1000 }];
    });
  }
}

export interface RateLimit {
  /** Its name, as in `RateLimit-Policy`. */
  policy: string;
  /** How many requests are left. */
  remaining: number;
  /** When there are more again, in milliseconds. */
  resetMs: number;
}

/** An object and what its answer said besides. */
export interface Received<T> {
  data: T;
  response: ResponseInfo;
}

/** A call under way: await it for its object, or `withResponse()` for headers, request id and version too. */
export class Answer<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'Answer';
  readonly #received: Promise<Received<T>>;

  constructor(received: Promise<Received<T>>) {
    this.#received = received;
  }

  /** The object together with what the answer said besides. */
  withResponse(): Promise<Received<T>> {
    return this.#received;
  }

  then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#received.then(({ data }) => data).then(fulfilled, rejected);
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, rejected);
  }

  finally(done?: (() => void) | null): Promise<T> {
    return this.then().finally(done);
  }
}
