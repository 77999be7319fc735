import { ConnectionError, TimeoutError } from './errors.js';

/** Codes of causes that come before a request is sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** In a page, neither its cookies nor its cache have a part in it; other platforms have none, and some refuse to hear of it. */
const ALONE: RequestInit = 'document' in globalThis ? { credentials: 'omit', cache: 'no-store' } : {};

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends requests; gives up when nothing has moved for a while. */
export class Exchange {
  constructor(
    private readonly fetch: Fetch,
    /** What is passed on to every `fetch`, such as a `dispatcher`. */
    private readonly extras: object = {},
  ) {}

  /**
   * Sends a request and leaves its body to be read.
   *
   * @param patienceMs how long nothing may move
   */
  async open(url: string, init: RequestInit, patienceMs: number, signal?: AbortSignal): Promise<Incoming> {
    const name = `${init.method} ${address(url)}`;
    const watch = new Watch(name, patienceMs, signal);
    try {
      // a redirect could carry the key to a stranger
      const fixed: RequestInit = { ...ALONE, redirect: 'manual', signal: watch.signal };
      const response = await this.fetch(url, { ...this.extras, ...init, ...fixed });
      watch.touch();
      return new Incoming(response, watch);
    } catch (failure) {
      throw watch.explain(failure);
    }
  }
}

/** An answer whose body is still to come. */
export class Incoming {
  constructor(
    readonly response: Response,
    private readonly watch: Watch,
  ) {}

  /** The body as it arrives. */
  async *chunks(patienceMs?: number): AsyncGenerator<Uint8Array, void, undefined> {
    const reader = this.response.body?.getReader();
    try {
      while (reader !== undefined) {
        this.watch.touch(patienceMs);
        const { done, value } = await reader.read();
        if (done) {
          return;
        }
        this.watch.pause();
        yield value;
      }
    } catch (failure) {
      throw this.watch.explain(failure);
    } finally {
      this.watch.end();
      reader?.cancel().catch(() => {});
    }
  }

  /** The whole body. */
  async text(): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of this.chunks()) {
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  }

  /** Throws the body away. */
  drop(): void {
    this.watch.end();
    this.response.body?.cancel().catch(() => {});
  }
}

/** Aborts a request when nothing moves for too long, or its caller wants no more. */
class Watch {
  readonly #controller = new AbortController();
  readonly #ended = () => this.#controller.abort();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #expired = false;

  constructor(
    private readonly name: string,
    private patienceMs: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    caller?.throwIfAborted();
    caller?.addEventListener('abort', this.#ended, { once: true });
    this.touch();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something moved. */
  touch(patienceMs = this.patienceMs): void {
    this.patienceMs = patienceMs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#expired = true;
      this.#controller.abort();
    }, patienceMs);
  }

  /** It is not the server that we wait for. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.caller?.removeEventListener('abort', this.#ended);
  }

  /** The error to throw for one of `fetch`, whose own may quote addresses. */
  explain(failure: unknown): unknown {
    this.end();
    if (this.caller?.aborted) {
      return this.caller.reason;
    }
    if (this.#expired) {
      return new TimeoutError(`${this.name} brought nothing for ${this.patienceMs} ms`);
    }
    const cause = (failure as { cause?: unknown } | undefined)?.cause ?? failure;
    const codes = codesOf(cause);
    const told = codes[0] === undefined ? '' : ` (${codes[0]})`;
    // fetch does not even try some ports
    const barred = (cause as Partial<Error> | undefined)?.message === 'bad port';
    return barred || (codes.length > 0 && codes.every((code) => NEVER_CONNECTED.has(code)))
      ? new ConnectionError(`${this.name}: no connection${told}`, false)
      : new ConnectionError(`${this.name}: the connection broke${told}`, true);
  }
}

/** Host and path; the query of a presigned address is a secret. */
export function address(url: string): string {
  if (!URL.canParse(url)) {
    // the parser's own words quote it
    throw new TypeError('this is no address');
  }
  const { host, pathname } = new URL(url);
  return host + pathname;
}

function codesOf(cause: unknown): string[] {
  const { code, errors } = (cause ?? {}) as { code?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.flatMap(codesOf);
  }
  return typeof code === 'string' ? [code] : [];
}
